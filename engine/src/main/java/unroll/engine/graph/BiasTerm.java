package unroll.engine.graph;

import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;

/** A bias in every row: the product of a column of ones with it. */
final class BiasTerm {
    private final Backend backend;
    private final Signal u;
    private final Parameter bias;
    private final StepSlices ones;

    BiasTerm(Signal u, Parameter bias) {
        backend = u.backend();
        this.u = u;
        this.bias = bias;
        Buffer column = backend.allocate(u.steps() * u.sequences(), 1);
        backend.fill(1, column);
        ones = new StepSlices(column, u.begin(), u.steps(), u.sequences());
    }

    Parameter bias() {
        return bias;
    }

    void forward(int from, int to) {
        backend.product(ones.rows(from, to), false, bias.value(), false, 0, u.value(from, to));
    }

    void push(int from, int to) {
        if (bias.given()) {
            backend.fill(0, u.tangent(from, to));
        } else {
            backend.product(ones.rows(from, to), false, bias.tangent(), false, 0, u.tangent(from, to));
        }
    }

    void collect(int from, int to) {
        if (!bias.given()) {
            backend.product(ones.rows(from, to), true, u.adjoint(from, to), false, 1, bias.adjoint());
        }
    }
}
