package unroll.engine.random;

/**
 * The counter-based generator Philox4x32-10: the numbers of a stream depend on its seed, purpose and index alone.
 *
 * <p>Sequence 17 of update 4,000 can therefore be drawn without drawing the 4,000 updates before it, by any thread, on
 * any machine. Source: Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3" (SC 2011).
 */
public final class Philox {
    /** Multipliers and key increments of Philox4x32 (Salmon et al. 2011, table 2 and sec. 4.2). */
    private static final long M0 = 0xD2511F53L;

    private static final long M1 = 0xCD9E8D57L;
    private static final int W0 = 0x9E3779B9;
    private static final int W1 = 0xBB67AE85;
    private static final int ROUNDS = 10;

    /** 2^-53: the distance of neighbours among the doubles that {@link #nextDouble()} returns. */
    private static final double ULP = 0x1.0p-53;

    private final int[] out = new int[4];
    private int key0;
    private int key1;
    private int index0;
    private int index1;
    private long block;
    private int used = 4;
    private double spare = Double.NaN;

    /** The stream of {@code seed} and {@code purpose} with index 0. */
    public Philox(long seed, Purpose purpose) {
        restart(seed, purpose, 0);
    }

    /** Goes to the beginning of another stream; allocates nothing. */
    public Philox restart(long seed, Purpose purpose, long index) {
        key0 = (int) seed;
        key1 = (int) (seed >>> 32) ^ purpose.salt();
        index0 = (int) index;
        index1 = (int) (index >>> 32);
        block = 0;
        used = 4;
        spare = Double.NaN;
        return this;
    }

    /** Which of its seed's and purpose's streams it is. */
    public long index() {
        return (long) index1 << 32 | Integer.toUnsignedLong(index0);
    }

    /** The next 32 random bits. */
    public int nextInt() {
        if (used == 4) {
            block((int) block, (int) (block >>> 32), index0, index1, key0, key1, out);
            block++;
            used = 0;
        }
        return out[used++];
    }

    /** Uniform in [0, 1) with 53 random bits. */
    public double nextDouble() {
        long high = nextInt() & 0xFFFFFFFFL;
        long low = nextInt() & 0xFFFFFFFFL;
        return ((high << 21) ^ (low >>> 11)) * ULP;
    }

    /** Uniform in [low, high). */
    public double uniform(double low, double high) {
        return low + (high - low) * nextDouble();
    }

    /** A whole number, uniform in low..high, both included: i[low, high] of thesis sec. 4.4. */
    public int integer(int low, int high) {
        if (high < low) {
            throw new IllegalArgumentException("no whole number lies in " + low + ".." + high);
        }
        return low + (int) (nextDouble() * (high - (double) low + 1));
    }

    /** Normal with mean 0 and variance 1 (Box and Muller's transform). */
    public double gaussian() {
        if (!Double.isNaN(spare)) {
            double value = spare;
            spare = Double.NaN;
            return value;
        }
        double radius = Math.sqrt(-2 * Math.log(1 - nextDouble()));
        double angle = 2 * Math.PI * nextDouble();
        spare = radius * Math.sin(angle);
        return radius * Math.cos(angle);
    }

    /**
     * Writes normal numbers to different places, chosen at random among {@code to[from..from + n - 1]}; the others keep their value.
     *
     * @param deviation of the numbers
     * @param count how many, all n places where there are no more
     */
    public void scatter(double deviation, int count, double[] to, int from, int n) {
        int[] places = new int[n];
        for (int j = 0; j < n; j++) {
            places[j] = from + j;
        }
        for (int k = 0; k < Math.min(count, n); k++) {
            int other = integer(k, n - 1);
            int place = places[other];
            places[other] = places[k];
            to[place] = deviation * gaussian();
        }
    }

    /** The bijection itself: counter (c0..c3) under key (k0, k1) to {@code out[0..3]}. */
    static void block(int c0, int c1, int c2, int c3, int k0, int k1, int[] out) {
        for (int round = 0; round < ROUNDS; round++) {
            long p0 = M0 * (c0 & 0xFFFFFFFFL);
            long p1 = M1 * (c2 & 0xFFFFFFFFL);
            c0 = (int) (p1 >>> 32) ^ c1 ^ k0;
            c1 = (int) p1;
            c2 = (int) (p0 >>> 32) ^ c3 ^ k1;
            c3 = (int) p0;
            k0 += W0;
            k1 += W1;
        }
        out[0] = c0;
        out[1] = c1;
        out[2] = c2;
        out[3] = c3;
    }
}
