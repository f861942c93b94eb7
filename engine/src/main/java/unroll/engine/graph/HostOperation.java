package unroll.engine.graph;

import java.util.Arrays;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;

/**
 * A function that no backend has, of signals beside each other: {@code y_t = f([x_t ... z_t])}, each sequence at each step by itself;
 * a symbol is one number, its code. Its numbers are read from the backend and written back, rounded to the backend's precision.
 */
public final class HostOperation extends SingleOutput {
    private final Backend backend;
    private final HostFunction function;
    private final Signal[] inputs; // a loop over an array allocates no iterator
    private final double[] values;
    private final double[] derivatives;
    private final double[] results;
    private final double[] part;
    private final double[] x;
    private final double[] dx;
    private final double[] y;

    /**
     * {@code y = f([inputs])}.
     *
     * @param function used by no other operation
     * @throws IllegalArgumentException where the widths are not those of the function
     */
    public HostOperation(Signal y, HostFunction function, Signal... inputs) {
        super(y);
        backend = y.backend();
        this.function = function;
        this.inputs = inputs.clone();
        int n = Arrays.stream(inputs).mapToInt(HostOperation::columns).sum();
        if (n != function.inputs() || y.width() != function.outputs()) {
            throw new IllegalArgumentException("a function of " + function.inputs() + " numbers with "
                    + function.outputs() + " results does not lead from " + n + " to " + y.width());
        }
        values = new double[y.sequences() * n];
        derivatives = new double[y.sequences() * n];
        results = new double[y.sequences() * y.width()];
        part = new double[values.length];
        x = new double[n];
        dx = new double[n];
        this.y = new double[y.width()];
    }

    private static int columns(Signal signal) {
        return signal.value().columns();
    }

    @Override
    void values(int from, int to) {
        for (int t = from; t < to; t++) {
            gatherValues(t);
            for (int b = 0; b < out().sequences(); b++) {
                row(values, b, x);
                function.value(x, y);
                System.arraycopy(y, 0, results, b * y.length, y.length);
            }
            backend.write(results, 0, out().value(t, t + 1));
        }
    }

    @Override
    void tangents(int from, int to) {
        for (int t = from; t < to; t++) {
            gatherValues(t);
            gatherTangents(t);
            for (int b = 0; b < out().sequences(); b++) {
                row(values, b, x);
                row(derivatives, b, dx);
                function.tangent(x, dx, y);
                System.arraycopy(y, 0, results, b * y.length, y.length);
            }
            backend.write(results, 0, out().tangent(t, t + 1));
        }
    }

    @Override
    void adjoints(int from, int to, double structural) {
        out().settle(from, to);
        for (int t = to - 1; t >= from; t--) {
            gatherValues(t);
            backend.read(out().adjoint(t, t + 1), results, 0);
            for (int b = 0; b < out().sequences(); b++) {
                row(values, b, x);
                row(results, b, y);
                function.adjoint(x, y, dx);
                System.arraycopy(dx, 0, derivatives, b * dx.length, dx.length);
            }
            scatterAdjoints(t);
        }
    }

    private static void row(double[] rows, int b, double[] to) {
        System.arraycopy(rows, b * to.length, to, 0, to.length);
    }

    private void gatherValues(int t) {
        int at = 0;
        for (Signal input : inputs) {
            backend.read(input.value(t, t + 1), part, 0);
            at = gather(at, columns(input), values);
        }
    }

    private void gatherTangents(int t) {
        int at = 0;
        for (Signal input : inputs) {
            if (input.differentiable()) {
                backend.read(input.tangent(t, t + 1), part, 0);
            } else {
                Arrays.fill(part, 0);
            }
            at = gather(at, columns(input), derivatives);
        }
    }

    /** Puts the rows of one input into those of all, from column {@code at} on, and returns the column after them. */
    private int gather(int at, int columns, double[] rows) {
        for (int b = 0; b < out().sequences(); b++) {
            System.arraycopy(part, b * columns, rows, b * x.length + at, columns);
        }
        return at + columns;
    }

    /** Adds to the adjoints of the inputs what the rows of all hold for each. */
    private void scatterAdjoints(int t) {
        int at = 0;
        for (Signal input : inputs) {
            int columns = columns(input);
            if (input.differentiable()) {
                Buffer adjoint = input.adjoint(t, t + 1);
                if (input.claim(t, t + 1) == 0) {
                    Arrays.fill(part, 0);
                } else {
                    backend.read(adjoint, part, 0);
                }
                for (int i = 0; i < adjoint.size(); i++) {
                    part[i] += derivatives[i / columns * x.length + at + i % columns];
                }
                backend.write(part, 0, adjoint);
            }
            at += columns;
        }
    }
}
