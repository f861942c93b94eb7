package unroll.engine.rollout;

import java.util.List;
import java.util.Optional;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.graph.Signal;
import unroll.engine.loss.Loss;
import unroll.engine.model.Criterion;
import unroll.engine.model.Measure;

/** A loss of each time step by itself, weighted and summed. */
public final class StepCriterion implements Criterion {
    private final Backend backend;
    private final Loss loss;
    private final Signal o;
    private final Signal target;
    private final Signal weight;
    private final List<Signal> seeded;
    private final Optional<Curvature> curvature;

    private StepCriterion(Backend backend, Loss loss, Signal o, Signal target, Signal weight) {
        this.backend = backend;
        this.loss = loss;
        this.o = o;
        this.target = target;
        this.weight = weight;
        seeded = List.of(o);
        curvature = Optional.of(scale -> backend.lossCurvature(
                loss, o.value(), weight.value(o.begin(), o.end()), o.tangent(), scale, o.adjoint()));
    }

    /** Makes the criterion of a loss. */
    public static Maker of(Loss loss) {
        return (backend, output, target, weight) -> new StepCriterion(backend, loss, output, target, weight);
    }

    @Override
    public List<Signal> seeded() {
        return seeded;
    }

    @Override
    public int begin() {
        return o.begin();
    }

    @Override
    public double value(double scale, int from, int to) {
        return backend.loss(
                loss, o.value(from, to), target.value(from, to), weight.value(from, to), scale, o.adjoint(from, to));
    }

    @Override
    public Measure measure() {
        return Measure.LOSS;
    }

    @Override
    public Optional<Curvature> curvature() {
        return curvature;
    }

    @Override
    public void predictions(int from, int to, Buffer units) {
        backend.outputs(loss, o.value(from, to), units);
    }
}
