package unroll.engine.graph;

import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;

/** What counts as a signal's value before its first step, for a {@link Delay}: a row for each sequence. */
abstract sealed class Start {
    final Backend backend;
    private final Buffer value;
    private final Buffer tangent;

    private Start(Signal out) {
        backend = out.backend();
        value = backend.allocate(out.sequences(), out.width());
        tangent = backend.allocate(out.sequences(), out.width());
    }

    /** Zeros. */
    static Start zero(Signal out) {
        return new Zero(out);
    }

    /** A parameter, 1 x width, for all sequences. */
    static Start learned(Signal out, Parameter parameter) {
        return new Learned(out, parameter);
    }

    /** A signal of one step. */
    static Start given(Signal out, Signal signal) {
        return new Given(out, signal);
    }

    /** The rows of the sweep that is under way, which an intervention may have changed. */
    final Buffer value() {
        return value;
    }

    /** Their directional values. */
    Buffer tangent() {
        return tangent;
    }

    /** Gets ready what depends on parameters alone. */
    void prepare() {}

    /** Takes the rows, just before the first step. */
    void begin() {}

    /** Gets ready what depends on the parameters' directions alone. */
    void prepareTangents() {}

    /** Adds to what it depends on at the steps of the sweep. */
    void pull(Buffer adjoint) {}

    /** Every contribution of the sweep has come. */
    void settle() {}

    /** Adds to the gradients of parameters. */
    void collect(Buffer adjoint) {}

    private static final class Zero extends Start {
        Zero(Signal out) {
            super(out);
        }

        @Override
        void prepare() {
            backend.fill(0, value());
        }
    }

    private static final class Learned extends Start {
        private final Parameter parameter;
        private final Buffer ones;

        Learned(Signal out, Parameter parameter) {
            super(out);
            this.parameter = parameter;
            ones = backend.allocate(out.sequences(), 1);
            backend.fill(1, ones);
        }

        @Override
        void prepare() {
            backend.product(ones, false, parameter.value(), false, 0, value());
        }

        @Override
        void prepareTangents() {
            if (!parameter.given()) {
                backend.product(ones, false, parameter.tangent(), false, 0, tangent());
            }
        }

        @Override
        void collect(Buffer adjoint) {
            if (!parameter.given()) {
                backend.product(ones, true, adjoint, false, 1, parameter.adjoint());
            }
        }
    }

    private static final class Given extends Start {
        private final Signal signal;

        Given(Signal out, Signal signal) {
            super(out);
            if (signal.steps() != 1 || signal.symbolic() || signal.width() != out.width()) {
                throw new IllegalArgumentException(
                        "a state of " + out.width() + " numbers starts from as many at one step, not from "
                                + signal.width() + " at " + signal.steps());
            }
            this.signal = signal;
        }

        @Override
        void begin() {
            backend.copy(signal.value(), value()); // an intervention leaves what is given as it is
        }

        @Override
        Buffer tangent() {
            return signal.differentiable() ? signal.tangent() : super.tangent();
        }

        @Override
        void pull(Buffer adjoint) {
            if (signal.differentiable()) {
                signal.add(adjoint, signal.begin());
            }
        }

        @Override
        void settle() {
            if (signal.differentiable()) {
                signal.settle(signal.begin(), signal.end());
            }
        }
    }
}
