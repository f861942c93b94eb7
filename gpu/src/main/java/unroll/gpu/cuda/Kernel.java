package unroll.gpu.cuda;

import java.util.Locale;

/** The kernels of {@code unroll.cu}, by their names there. */
enum Kernel {
    FILL(128, 2),
    COPY(128, 3),
    ADD_SCALED(128, 4),
    SCALE(128, 5),
    TIMES(128, 6),
    OVER_ROOT(128),
    ACTIVATE(128, 7),
    TIMES_SLOPE(128, 8),
    TRANSPOSE(128),
    GATHER(128),
    SCATTER(128),
    DOT(128),
    SUM(128),
    OUTPUTS(128),
    LOSS(128),
    LOSS_CURVATURE(128),
    PRODUCT_NN(256, 1),
    PRODUCT_NT(256),
    PRODUCT_TN(256),
    PRODUCT_TT(256),
    PRODUCT_SUM(128),
    TENSOR_NN(256),
    TENSOR_NT(256),
    TENSOR_TN(256),
    TENSOR_TT(256),
    SMALL_TENSOR_NN(256),
    SMALL_TENSOR_NT(256),
    SMALL_TENSOR_TN(256),
    SMALL_TENSOR_TT(256),
    TF32_NN(256),
    TF32_NT(256),
    TF32_TN(256),
    TF32_TT(256),
    SMALL_TF32_NN(256),
    SMALL_TF32_NT(256),
    SMALL_TF32_TN(256),
    SMALL_TF32_TT(256),
    ROWS(256),
    GRID(256);

    private final int threads;
    private final int step;

    Kernel(int threads) {
        this(threads, 0);
    }

    Kernel(int threads, int step) {
        this.threads = threads;
        this.step = step;
    }

    /** Threads of each of its blocks. */
    int threads() {
        return threads;
    }

    /** Whether its blocks all run at the same time, with memory of their own. */
    boolean together() {
        return this == GRID;
    }

    /** Its number as a step of {@code rows.cu}, which takes each row by itself; 0 if it is none. */
    int step() {
        return step;
    }

    String symbol() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The number of a non-linearity or a loss in the kernels, which name them in the same order. */
    @SuppressWarnings("EnumOrdinal") // KernelsTest holds the two together
    static int code(Enum<?> constant) {
        return constant.ordinal();
    }
}
