package unroll.engine.rollout;

import java.util.Optional;
import unroll.engine.backend.Backend;
import unroll.engine.graph.Signal;
import unroll.engine.loss.Alignment;
import unroll.engine.loss.Ctc;
import unroll.engine.loss.Loss;

/** The loss of label strings without alignment, of each sequence as a whole; computed in double beside the backend. */
public final class StringCriterion extends LossCriterion {
    private final Ctc[] strings;
    private final double[] outputs;
    private final double[] targets;
    private final double[] weights;
    private final double[] derivative;

    private StringCriterion(Backend backend, Loss loss, Alignment alignment, Signal o, Signal target, Signal weight) {
        super(backend, loss, o, target, weight);
        if (o.steps() != target.steps()) {
            throw new IllegalArgumentException("label strings are judged over all " + target.steps()
                    + " steps, but the model predicts " + o.steps());
        }
        strings = new Ctc[o.sequences()];
        for (int b = 0; b < strings.length; b++) {
            strings[b] = new Ctc(alignment.collapse(), o.steps(), o.width(), alignment.longest());
        }
        outputs = new double[o.value().size()];
        targets = new double[o.value().size()];
        weights = new double[weight.value().size()];
        derivative = new double[o.value().size()];
    }

    /** Makes the criterion of label strings for output units of that loss. */
    public static Maker of(Loss loss, Alignment alignment) {
        return (backend, output, target, weight) ->
                new StringCriterion(backend, loss, alignment, output, target, weight);
    }

    @Override
    public double value(double scale, int from, int to) {
        if (to - from != o.steps()) {
            throw new IllegalArgumentException(
                    "a label string is judged as a whole, not from step " + from + " to " + to);
        }
        backend.read(o.value(), outputs, 0);
        backend.read(target.value(), targets, 0);
        backend.read(weight.value(), weights, 0);
        double sum = 0;
        for (int b = 0; b < strings.length; b++) {
            sum += strings[b].value(outputs, targets, weights, strings.length, b);
            strings[b].gradient(scale, derivative);
        }
        backend.write(derivative, 0, o.adjoint());
        return sum;
    }

    @Override
    public Optional<Curvature> curvature() {
        return Optional.of(this::curve);
    }

    private void curve(double scale) {
        backend.read(o.tangent(), outputs, 0);
        for (Ctc string : strings) {
            string.curvature(scale, outputs, derivative);
        }
        backend.write(derivative, 0, o.adjoint());
    }
}
