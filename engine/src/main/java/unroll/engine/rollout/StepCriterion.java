package unroll.engine.rollout;

import java.util.Optional;
import unroll.engine.backend.Backend;
import unroll.engine.graph.Signal;
import unroll.engine.loss.Loss;

/** A loss of each time step by itself, weighted and summed. */
public final class StepCriterion extends LossCriterion {
    private final Optional<Curvature> curvature;

    private StepCriterion(Backend backend, Loss loss, Signal o, Signal target, Signal weight) {
        super(backend, loss, o, target, weight);
        curvature = Optional.of(scale -> backend.lossCurvature(
                loss, o.value(), weight.value(o.begin(), o.end()), o.tangent(), scale, o.adjoint()));
    }

    /** Makes the criterion of a loss. */
    public static Maker of(Loss loss) {
        return (backend, output, target, weight) -> new StepCriterion(backend, loss, output, target, weight);
    }

    @Override
    public double value(double scale, int from, int to) {
        return backend.loss(
                loss, o.value(from, to), target.value(from, to), weight.value(from, to), scale, o.adjoint(from, to));
    }

    @Override
    public Optional<Curvature> curvature() {
        return curvature;
    }
}
