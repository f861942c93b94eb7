package unroll.engine.graph;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;

/**
 * Adds to {@code u_t} the product of {@code x_t} with a matrix that {@code v_t} blends from as many as it has numbers:
 * {@code u_t = u_t + (sum_m v_t,m W^(m)) x_t} (thesis eq. 5.3); a symbol takes its own matrix as it is.
 *
 * <p>Every sequence has a matrix of its own at every step, so this is one thin product after the other.
 */
public final class Blend extends SingleOutput {
    private final Backend backend;
    private final Signal v;
    private final Signal x;
    private final boolean learned;
    private final SignalRows[] blended = new SignalRows[3];
    private final SignalRows[] received = new SignalRows[3];
    private final SignalRows[] sent = new SignalRows[3];
    private final Matrices value;
    private final Matrices tangent;
    private final Matrices adjoint;
    private final double[] code = new double[1];

    /**
     * Adds to {@code u} what {@code weight} makes of {@code x}.
     *
     * @param v numbers or symbols
     * @param weight as many matrices of u's width x x's width on top of each other as {@code v} has numbers
     */
    public Blend(Signal u, Signal v, Signal x, Parameter weight) {
        super(u);
        backend = u.backend();
        this.v = v;
        this.x = x;
        learned = !weight.given();
        blended[0] = new SignalRows(v, Signal::value);
        blended[1] = new SignalRows(v, Signal::tangent);
        blended[2] = new SignalRows(v, Signal::adjoint);
        received[0] = new SignalRows(u, Signal::value);
        received[1] = new SignalRows(u, Signal::tangent);
        received[2] = new SignalRows(u, Signal::adjoint);
        sent[0] = new SignalRows(x, Signal::value);
        sent[1] = new SignalRows(x, Signal::tangent);
        sent[2] = new SignalRows(x, Signal::adjoint);
        value = new Matrices(weight.value());
        tangent = new Matrices(weight.tangent());
        adjoint = new Matrices(weight.adjoint());
    }

    @Override
    void values(int from, int to) {
        for (int i = from * v.sequences(); i < to * v.sequences(); i++) {
            backend.product(sent[0].row(i), false, value.at(i), true, 1, received[0].row(i));
        }
    }

    @Override
    void tangents(int from, int to) {
        for (int i = from * v.sequences(); i < to * v.sequences(); i++) {
            if (learned) {
                backend.product(sent[0].row(i), false, tangent.at(i), true, 1, received[1].row(i));
            }
            backend.product(sent[1].row(i), false, value.at(i), true, 1, received[1].row(i));
            if (v.differentiable()) {
                Buffer moved = value.blended(blended[1].row(i));
                backend.product(sent[0].row(i), false, moved, true, 1, received[1].row(i));
            }
        }
    }

    @Override
    void adjoints(int from, int to, double structural) {
        out().settle(from, to);
        double beta = x.claim(from, to);
        for (int i = from * v.sequences(); i < to * v.sequences(); i++) {
            backend.product(received[2].row(i), false, value.at(i), false, beta, sent[2].row(i));
        }
        if (v.differentiable()) {
            double rest = v.claim(from, to);
            for (int i = from * v.sequences(); i < to * v.sequences(); i++) {
                value.shares(received[2].row(i), sent[0].row(i), rest, blended[2].row(i));
            }
        }
    }

    @Override
    void gradients(int from, int to) {
        for (int i = from * v.sequences(); learned && i < to * v.sequences(); i++) {
            adjoint.add(i, received[2].row(i), sent[0].row(i));
        }
    }

    /** The rows of one of a signal's matrices, cut when first needed. */
    private static final class SignalRows {
        private final Signal signal;
        private final Function<Signal, Buffer> matrix;
        private @Nullable StepSlices part;

        SignalRows(Signal signal, Function<Signal, Buffer> matrix) {
            this.signal = signal;
            this.matrix = matrix;
        }

        /** Row {@code t B + b}. */
        Buffer row(int i) {
            StepSlices made = part;
            if (made == null) {
                int rows = signal.steps() * signal.sequences();
                made = new StepSlices(matrix.apply(signal), signal.begin() * signal.sequences(), rows, 1);
                part = made;
            }
            return made.rows(i, i + 1);
        }
    }

    /** The matrices to blend: of the weights, of their direction or of their gradient. */
    private final class Matrices {
        /** Each matrix. */
        private final Buffer[] each;

        /** All of them, each as a row. */
        private final Buffer table;

        /** The blended one as a matrix and as a row, the same numbers. */
        private final Buffer matrix;

        private final Buffer row;

        Matrices(Buffer stacked) {
            int size = out().width() * x.width();
            each = new Buffer[v.width()];
            for (int m = 0; m < each.length; m++) {
                each[m] = stacked.window(m * size, out().width(), x.width());
            }
            table = stacked.window(0, each.length, size);
            row = backend.allocate(1, size);
            matrix = row.window(0, out().width(), x.width());
        }

        /** The matrix that row {@code i} of {@code v} blends. */
        Buffer at(int i) {
            if (v.symbolic()) {
                return each[code(i)];
            }
            return blended(blended[0].row(i));
        }

        /** The sum of the matrices in the given shares. */
        Buffer blended(Buffer shares) {
            backend.product(shares, false, table, false, 0, row);
            return matrix;
        }

        /** {@code out = (left' W^(m) right)_m + beta out}: what each matrix would add to the product. */
        void shares(Buffer left, Buffer right, double beta, Buffer out) {
            backend.product(left, true, right, false, 0, matrix);
            backend.product(row, false, table, true, beta, out);
        }

        /** Adds the outer product of two rows to the matrices in their shares. */
        void add(int i, Buffer left, Buffer right) {
            if (v.symbolic()) {
                backend.product(left, true, right, false, 1, each[code(i)]);
            } else {
                backend.product(left, true, right, false, 0, matrix);
                backend.product(blended[0].row(i), true, row, false, 1, table);
            }
        }

        private int code(int i) {
            backend.read(blended[0].row(i), code, 0);
            if (!(code[0] >= 0 && code[0] < each.length)) {
                throw new IndexOutOfBoundsException("there is no symbol " + code[0] + " among " + each.length);
            }
            return (int) code[0];
        }
    }
}
