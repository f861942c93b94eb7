package unroll.gpu.cuda;

import java.util.Locale;
import unroll.engine.backend.Activation;
import unroll.engine.loss.Loss;

/** The kernels of {@code unroll.cu}, by their names there. */
enum Kernel {
    FILL,
    ADD_SCALED,
    SCALE,
    TIMES,
    OVER_ROOT,
    ACTIVATE,
    TIMES_SLOPE,
    TRANSPOSE,
    GATHER,
    SCATTER,
    DOT,
    SUM,
    OUTPUTS,
    LOSS,
    LOSS_CURVATURE,
    PRODUCT_NN(256),
    PRODUCT_NT(256),
    PRODUCT_TN(256),
    PRODUCT_TT(256),
    PRODUCT_SUM;

    private final int threads;

    Kernel() {
        this(128);
    }

    Kernel(int threads) {
        this.threads = threads;
    }

    /** Threads of each of its blocks. */
    int threads() {
        return threads;
    }

    String symbol() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The product of matrices that are transposed or not. */
    static Kernel product(boolean transposeA, boolean transposeB) {
        return transposeA ? (transposeB ? PRODUCT_TT : PRODUCT_TN) : (transposeB ? PRODUCT_NT : PRODUCT_NN);
    }

    /** The number of a non-linearity in {@code elements.cu}. */
    static int code(Activation f) {
        return switch (f) {
            case TANH -> 0;
            case LOGISTIC -> 1;
            case LINEAR -> 2;
            case RELU -> 3;
        };
    }

    /** The number of a loss in {@code loss.cu}. */
    static int code(Loss loss) {
        return switch (loss) {
            case SQUARED -> 0;
            case LOGISTIC -> 1;
            case SOFTMAX -> 2;
        };
    }
}
