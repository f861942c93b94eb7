package unroll.engine.graph;

import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;

/** One product {@code W x} of an {@link Affine}: with numbers, or with symbols that pick a column of W. */
abstract sealed class Weighted {
    final Backend backend;
    final Signal u;
    final Signal x;
    final Parameter weight;

    private Weighted(Signal u, Affine.Term term) {
        backend = u.backend();
        this.u = u;
        x = term.input();
        weight = term.weight();
        if (weight.value().rows() != u.width() || weight.value().columns() != x.width()) {
            throw new IllegalArgumentException("a weight of " + weight.value().rows() + " x "
                    + weight.value().columns() + " does not lead from " + x.width() + " to " + u.width());
        }
    }

    static Weighted of(Signal u, Affine.Term term) {
        return term.input().symbolic() ? new Symbols(u, term) : new Numbers(u, term);
    }

    abstract void prepare();

    abstract void prepareTangents();

    abstract void forward(int from, int to, double beta);

    abstract void push(int from, int to, double beta);

    abstract void pull(int from, int to);

    abstract void collect(int from, int to);

    /** Numbers: a matrix product. */
    private static final class Numbers extends Weighted {
        /** W transposed, made once a sweep: a thin product is faster when neither side is transposed. */
        private final Buffer transposed;

        private final Buffer transposedTangent;

        Numbers(Signal u, Affine.Term term) {
            super(u, term);
            transposed = backend.allocate(x.width(), u.width());
            transposedTangent = backend.allocate(x.width(), u.width());
        }

        @Override
        void prepare() {
            backend.transpose(weight.value(), transposed);
        }

        @Override
        void prepareTangents() {
            backend.transpose(weight.tangent(), transposedTangent);
        }

        @Override
        void forward(int from, int to, double beta) {
            backend.product(x.value(from, to), false, transposed, false, beta, u.value(from, to));
        }

        @Override
        void push(int from, int to, double beta) {
            double rest = beta;
            if (!weight.given()) {
                backend.product(x.value(from, to), false, transposedTangent, false, rest, u.tangent(from, to));
                rest = 1;
            }
            if (x.differentiable()) {
                backend.product(x.tangent(from, to), false, transposed, false, rest, u.tangent(from, to));
            } else if (rest == 0) {
                backend.fill(0, u.tangent(from, to));
            }
        }

        @Override
        void pull(int from, int to) {
            if (x.differentiable()) {
                double beta = x.claim(from, to);
                backend.product(u.adjoint(from, to), false, weight.value(), false, beta, x.adjoint(from, to));
            }
        }

        @Override
        void collect(int from, int to) {
            if (!weight.given()) {
                backend.product(u.adjoint(from, to), true, x.value(from, to), false, 1, weight.adjoint());
            }
        }
    }

    /** Symbols: a row of the transposed W for each code. */
    private static final class Symbols extends Weighted {
        private final Buffer transposed;
        private final Buffer transposedTangent;
        private final Buffer gathered;
        private final Buffer gatheredBack;

        Symbols(Signal u, Affine.Term term) {
            super(u, term);
            transposed = backend.allocate(x.width(), u.width());
            transposedTangent = backend.allocate(x.width(), u.width());
            gathered = backend.allocate(x.width(), u.width());
            gatheredBack = backend.allocate(u.width(), x.width());
        }

        @Override
        void prepare() {
            backend.transpose(weight.value(), transposed);
        }

        @Override
        void prepareTangents() {
            backend.transpose(weight.tangent(), transposedTangent);
        }

        @Override
        void forward(int from, int to, double beta) {
            backend.gather(x.value(from, to), transposed, beta, u.value(from, to));
        }

        @Override
        void push(int from, int to, double beta) {
            if (!weight.given()) {
                backend.gather(x.value(from, to), transposedTangent, beta, u.tangent(from, to));
            } else if (beta == 0) {
                backend.fill(0, u.tangent(from, to));
            }
        }

        @Override
        void pull(int from, int to) {}

        @Override
        void collect(int from, int to) {
            if (weight.given()) {
                return;
            }
            backend.fill(0, gathered);
            backend.scatter(x.value(from, to), u.adjoint(from, to), gathered);
            backend.transpose(gathered, gatheredBack);
            backend.addScaled(1, gatheredBack, weight.adjoint());
        }
    }
}
