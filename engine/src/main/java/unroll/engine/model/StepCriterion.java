package unroll.engine.model;

import unroll.engine.backend.Backend;
import unroll.engine.graph.Signal;
import unroll.engine.loss.Loss;

/** A loss of each time step by itself, weighed and summed. */
record StepCriterion(Backend backend, Loss loss, Signal o, Signal target, Signal weight) implements Criterion {
    @Override
    public double loss(double scale, int from, int to) {
        return backend.loss(
                loss, o.value(from, to), target.value(from, to), weight.value(from, to), scale, o.adjoint(from, to));
    }

    @Override
    public void curvature(double scale) {
        backend.lossCurvature(loss, o.value(), weight.value(o.begin(), o.end()), o.tangent(), scale, o.adjoint());
    }
}
