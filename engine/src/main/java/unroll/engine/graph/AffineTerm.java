package unroll.engine.graph;

import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;

/** One product {@code W x_t-k} of an {@link Affine}: with numbers, or with symbols that pick a column of W. */
abstract sealed class AffineTerm {
    final Backend backend;
    final Signal u;
    final Signal x;
    final Parameter weight;
    final int lag;
    /** W transposed, made once a sweep: a thin product is faster when neither side is transposed. */
    final Buffer transposed;

    final Buffer transposedTangent;
    private final Affine.Term term;

    private AffineTerm(Signal u, Affine.Term term) {
        backend = u.backend();
        this.u = u;
        this.term = term;
        x = term.input();
        weight = term.weight();
        lag = term.lag();
        if (weight.value().rows() != u.width() || weight.value().columns() != x.width()) {
            throw new IllegalArgumentException("a weight of " + weight.value().rows() + " x "
                    + weight.value().columns() + " does not lead from " + x.width() + " to " + u.width());
        }
        transposed = backend.allocate(x.width(), u.width());
        transposedTangent = backend.allocate(x.width(), u.width());
    }

    static AffineTerm of(Signal u, Affine.Term term) {
        return term.input().symbolic() ? new SymbolTerm(u, term) : new NumberTerm(u, term);
    }

    /** What it multiplies. */
    final Affine.Term term() {
        return term;
    }

    final void prepare() {
        backend.transpose(weight.value(), transposed);
    }

    final void prepareTangents() {
        backend.transpose(weight.tangent(), transposedTangent);
    }

    /** Computes {@code u = W x + beta u} at those of the steps for which there is an x; others keep their value. */
    final void forward(int from, int to, double beta) {
        int first = first(from);
        if (first < to) {
            values(first, to, beta);
        }
    }

    final void push(int from, int to, double beta) {
        int first = first(from);
        if (first < to) {
            tangents(first, to, beta);
        }
    }

    final void pull(int from, int to) {
        int first = first(from);
        if (first < to && x.differentiable()) {
            adjoints(first, to);
        }
    }

    final void collect(int from, int to) {
        int first = first(from);
        if (first < to && !weight.given()) {
            gradients(first, to);
        }
    }

    /** The first of the steps from {@code from} on for which there is an x. */
    private int first(int from) {
        return lag == 0 ? from : Math.max(from, x.begin() + lag);
    }

    abstract void values(int from, int to, double beta);

    abstract void tangents(int from, int to, double beta);

    abstract void adjoints(int from, int to);

    abstract void gradients(int from, int to);

    /** Numbers: a matrix product. */
    private static final class NumberTerm extends AffineTerm {
        NumberTerm(Signal u, Affine.Term term) {
            super(u, term);
        }

        @Override
        void values(int from, int to, double beta) {
            backend.product(x.value(from - lag, to - lag), false, transposed, false, beta, u.value(from, to));
        }

        @Override
        void tangents(int from, int to, double beta) {
            double rest = beta;
            if (!weight.given()) {
                backend.product(
                        x.value(from - lag, to - lag), false, transposedTangent, false, rest, u.tangent(from, to));
                rest = 1;
            }
            if (x.differentiable()) {
                backend.product(x.tangent(from - lag, to - lag), false, transposed, false, rest, u.tangent(from, to));
            } else if (rest == 0) {
                backend.fill(0, u.tangent(from, to));
            }
        }

        @Override
        void adjoints(int from, int to) {
            double beta = x.claim(from - lag, to - lag);
            backend.product(u.adjoint(from, to), false, weight.value(), false, beta, x.adjoint(from - lag, to - lag));
        }

        @Override
        void gradients(int from, int to) {
            backend.product(u.adjoint(from, to), true, x.value(from - lag, to - lag), false, 1, weight.adjoint());
        }
    }

    /** Symbols: a row of the transposed W for each code. */
    private static final class SymbolTerm extends AffineTerm {
        private final Buffer gathered;
        private final Buffer gatheredBack;

        SymbolTerm(Signal u, Affine.Term term) {
            super(u, term);
            gathered = backend.allocate(x.width(), u.width());
            gatheredBack = backend.allocate(u.width(), x.width());
        }

        @Override
        void values(int from, int to, double beta) {
            backend.gather(x.value(from - lag, to - lag), transposed, beta, u.value(from, to));
        }

        @Override
        void tangents(int from, int to, double beta) {
            if (!weight.given()) {
                backend.gather(x.value(from - lag, to - lag), transposedTangent, beta, u.tangent(from, to));
            } else if (beta == 0) {
                backend.fill(0, u.tangent(from, to));
            }
        }

        @Override
        void adjoints(int from, int to) {}

        @Override
        void gradients(int from, int to) {
            backend.fill(0, gathered);
            backend.scatter(x.value(from - lag, to - lag), u.adjoint(from, to), gathered);
            backend.transpose(gathered, gatheredBack);
            backend.addScaled(1, gatheredBack, weight.adjoint());
        }
    }
}
