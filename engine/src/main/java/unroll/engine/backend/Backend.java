package unroll.engine.backend;

import java.util.Optional;
import unroll.engine.loss.Loss;
import unroll.engine.random.RowStreams;

/**
 * The operations that models, losses and optimisers are made of.
 *
 * <p>Shapes are checked; operands never overlap unless they are the same buffer and the operation says so. Every
 * operation is a function of its operands alone: the same operands give the same bits, on whichever thread. No operation
 * allocates but {@link #allocate} and {@link #read(Buffer)}. Threads may share a backend as long as no two write the same buffer.
 */
public interface Backend {
    /** What it is and runs on, for people: "CPU · float · OpenBLAS 0.3.31 SkylakeX". */
    String description();

    Precision precision();

    /** Sequences that it computes at once efficiently: an objective cuts larger batches into shards of at most this size. */
    int shard();

    /** How full the memory of its device is; empty where that is the processor's. */
    default Optional<DeviceMemory> memory() {
        return Optional.empty();
    }

    /** A new matrix of zeros. */
    Buffer allocate(int rows, int columns);

    /** {@code x = from[offset ...]}, rounded to this backend's precision. */
    void write(double[] from, int offset, Buffer x);

    /** {@code to[offset ...] = x}. */
    void read(Buffer x, double[] to, int offset);

    /** A copy of the numbers of {@code x}, row by row. */
    default double[] read(Buffer x) {
        double[] numbers = new double[x.size()];
        read(x, numbers, 0);
        return numbers;
    }

    /**
     * Begins a loop over time on this thread, until it is closed: most of its operations give matrices of {@code rows} rows, each row made
     * of the same row of their operands, and the right factors of its products do not change meanwhile. Every result is that of
     * doing each operation at once; but a backend may put operations off and do them together.
     */
    default RowLoop loop(int rows) {
        return RowLoop.AT_ONCE;
    }

    /** {@code x = value} everywhere. */
    void fill(double value, Buffer x);

    /** {@code y = x}; same size. */
    void copy(Buffer x, Buffer y);

    /** {@code y = y + alpha x}; same size. */
    void addScaled(double alpha, Buffer x, Buffer y);

    /** {@code x = alpha x}. */
    void scale(double alpha, Buffer x);

    /** {@code sum x_i y_i}, summed in double. */
    double dot(Buffer x, Buffer y);

    /**
     * {@code c = op(a) op(b) + beta c}, where op transposes if its flag is set; {@code c} is m x n, op(a) m x k, op(b) k x n. With
     * {@code beta = 0} whatever {@code c} held is ignored, NaN too.
     */
    void product(Buffer a, boolean transposeA, Buffer b, boolean transposeB, double beta, Buffer c);

    /** {@code y = x'}; the shapes are each other's transposed. */
    void transpose(Buffer x, Buffer y);

    /** {@code h = f(u)}; same shape; {@code h} may be {@code u}. */
    void activate(Activation f, Buffer u, Buffer h);

    /**
     * {@code out = f'(u) x + beta out} element by element, the slope taken from {@code h = f(u)}; {@code out} may be
     * {@code x}. With {@code beta = 0} whatever {@code out} held is ignored, NaN too.
     */
    void timesSlope(Activation f, Buffer h, Buffer x, double beta, Buffer out);

    /**
     * {@code out = alpha a b + beta out}, element by element; same shape; with {@code beta = 0} whatever {@code out} held is
     * ignored, NaN too; {@code out} may be {@code a}.
     */
    void times(double alpha, Buffer a, Buffer b, double beta, Buffer out);

    /**
     * {@code out = alpha x / (sqrt(s) + epsilon) + beta out}, element by element; same shape; no element of {@code s} is below
     * 0; with {@code beta = 0} whatever {@code out} held is ignored, NaN too.
     */
    void overRoot(double alpha, Buffer x, Buffer s, double epsilon, double beta, Buffer out);

    /**
     * {@code out_r = table_c + beta out_r} with {@code c = codes_r}: a row of the table for each row of {@code codes}, which
     * is one column of numbers 0 to {@code table.rows() - 1}.
     *
     * @throws IndexOutOfBoundsException where a code has no row in the table
     */
    void gather(Buffer codes, Buffer table, double beta, Buffer out);

    /** {@code table_c = table_c + rows_r} with {@code c = codes_r}, row after row: the transposed of {@link #gather}. */
    void scatter(Buffer codes, Buffer rows, Buffer table);

    /** {@code p = g(o)}: the output units' values, each row a case. */
    void outputs(Loss loss, Buffer o, Buffer p);

    /**
     * The weighted loss and its gradient: returns {@code sum_r w_r L(o_r, y_r)}, summed in double, and sets
     * {@code gradient_r = scale w_r (g(o_r) - y_r)}; {@code weight} is rows x 1. Rows of weight 0 add exactly 0, whatever
     * they hold.
     */
    double loss(Loss loss, Buffer o, Buffer y, Buffer weight, double scale, Buffer gradient);

    /**
     * The loss' Hessian with respect to {@code o} times {@code ro}: {@code out_r = scale w_r H(o_r) ro_r} (thesis sec.
     * 4.2; the Hessian of a matching loss is the Jacobian of {@code g}).
     */
    void lossCurvature(Loss loss, Buffer o, Buffer weight, Buffer ro, double scale, Buffer out);

    /**
     * {@code x = 1} with probability p, else 0, element by element; same shape; {@code x} may be {@code p}. What is no number stays
     * none.
     */
    void bernoulli(Buffer p, RowStreams streams, Buffer x);

    /** {@code x = mean + N(0, 1)}, element by element; same shape; {@code x} may be {@code mean}. */
    void gaussian(Buffer mean, RowStreams streams, Buffer x);
}
