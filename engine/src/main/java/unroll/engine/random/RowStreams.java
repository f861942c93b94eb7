package unroll.engine.random;

/**
 * Random numbers for matrices {@code [T][B][width]}, draw after draw: the number in column i of the row of step t and sequence b in draw
 * k depends on the seed, t, the number of the sequence, k and i alone, so that neither the threads nor the shards that compute it matter.
 *
 * <p>A row's stream begins where {@link Philox} says and goes on by SplitMix64 (Steele, Lea and Flood 2014), whose numbers are
 * functions of their index, too, and cost a fourth. One thread at a time.
 */
public final class RowStreams {
    /** Multipliers of Stafford's variant 13, as SplitMix64 has them. */
    private static final long MIX_1 = 0xBF58476D1CE4E5B9L;

    private static final long MIX_2 = 0x94D049BB133111EBL;

    private final int[] block = new int[4];
    private int key0;
    private int key1;
    private long first;
    private int step;
    private int sequences = 1;
    private int draw;

    /** Streams of a seed from the sequence numbered {@code newFirst} on. */
    public void restart(long seed, Purpose purpose, long newFirst) {
        key0 = (int) seed;
        key1 = (int) (seed >>> 32) ^ purpose.salt();
        first = newFirst;
    }

    /**
     * The streams of a matrix.
     *
     * @param newStep the time step of its first rows
     * @param newSequences rows of each step
     * @param newDraw which draw it is for the same rows
     */
    public RowStreams at(int newStep, int newSequences, int newDraw) {
        step = newStep;
        sequences = newSequences;
        draw = newDraw;
        return this;
    }

    /** Goes to the stream of a row of that matrix. */
    public void row(int row) {
        long sequence = first + row % sequences;
        Philox.block(step + row / sequences, draw, (int) sequence, (int) (sequence >>> 32), key0, key1, block);
    }

    /** Where the stream of the row begins. */
    public long base() {
        return (long) block[0] << 32 | block[1] & 0xFFFFFFFFL;
    }

    /** What lies between its states; odd. */
    public long gap() {
        return (long) block[2] << 32 | block[3] | 1;
    }

    /** 64 random bits: those of a column of the row whose stream begins at {@code base}. */
    public static long bits(long base, long gap, int column) {
        long z = base + gap * (column + 1);
        z = (z ^ z >>> 30) * MIX_1;
        z = (z ^ z >>> 27) * MIX_2;
        return z ^ z >>> 31;
    }

    /** Uniform in [0, 1) with 53 random bits. */
    public static double uniform(long base, long gap, int column) {
        return (bits(base, gap, column) >>> 11) * 0x1.0p-53;
    }

    /** Normal with mean 0 and variance 1 (Box and Muller's transform), of two uniform numbers of each column. */
    public static double gaussian(long base, long gap, int column) {
        double radius = Math.sqrt(-2 * Math.log(1 - uniform(base, gap, 2 * column)));
        return radius * Math.cos(2 * Math.PI * uniform(base, gap, 2 * column + 1));
    }
}
