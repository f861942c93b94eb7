package unroll.engine.backend;

/**
 * The fast backend on the processor: numbers in heap arrays, products by OpenBLAS through the foreign function interface,
 * element-wise loops that C2 vectorises. Single-threaded, so that callers may split their work over threads.
 */
public abstract sealed class CpuBackend implements Backend permits FloatCpu, DoubleCpu {
    /**
     * The widest shard for which the buffers of 100 units over 100 steps stay in a core's second cache, with enough rows for the
     * matrix products to run at full speed (measured).
     */
    static final int SHARD = 25;

    final Blas blas;

    CpuBackend(Blas blas) {
        this.blas = blas;
    }

    /** The backend with OpenBLAS, or with plain Java products where it cannot be loaded; the description says which. */
    public static CpuBackend of(Precision precision) {
        return of(precision, OpenBlas.load());
    }

    /** The backend with plain Java products, for machines without the native library. */
    public static CpuBackend plain(Precision precision, String reason) {
        return of(precision, new PlainBlas(reason));
    }

    private static CpuBackend of(Precision precision, Blas blas) {
        return switch (precision) {
            case SINGLE -> new FloatCpu(blas);
            case DOUBLE -> new DoubleCpu(blas);
        };
    }

    @Override
    public int shard() {
        return SHARD;
    }

    @Override
    public String description() {
        String digits = precision() == Precision.SINGLE ? "float" : "double";
        return "CPU · " + digits + " · " + blas.description();
    }
}
