package unroll.engine.perturb;

import java.util.Arrays;
import java.util.List;
import unroll.engine.backend.Backend;
import unroll.engine.loss.Loss;
import unroll.engine.model.Layout;
import unroll.engine.model.Model;
import unroll.engine.model.ModelSettings;
import unroll.engine.model.Parameters;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;
import unroll.engine.rollout.Rollout;
import unroll.engine.rollout.StepCriterion;

/** A network with random parameters and a random sequence for its input. */
final class NetworkOnASequence {
    static final int INPUTS = 3;
    static final int OUTPUTS = 2;

    final Backend backend;
    final Layout layout;
    final Rollout net;
    final double[] theta;
    final double[] inputs;
    private final double[] targets;
    private final double[] weights;

    NetworkOnASequence(Backend backend, ModelSettings settings, int steps, boolean symbols, double size) {
        this.backend = backend;
        Model model = settings.model(INPUTS, OUTPUTS);
        layout = model.layout();
        Parameters parameters = Parameters.of(layout, backend);
        net = new Rollout(
                backend,
                model,
                StepCriterion.of(Loss.SQUARED),
                parameters,
                new Rollout.Shape(steps, 1, INPUTS, symbols));
        Philox random = new Philox(steps + 31L * layout.size(), Purpose.SAMPLING);
        theta = new double[layout.size()];
        Arrays.setAll(theta, i -> size * random.gaussian());
        inputs = new double[symbols ? steps : steps * INPUTS];
        Arrays.setAll(inputs, i -> symbols ? random.integer(0, INPUTS - 1) : random.gaussian());
        targets = new double[steps * OUTPUTS];
        weights = new double[steps];
        for (int t = settings.firstPrediction(); t < steps; t++) {
            weights[t] = 1;
        }
        set(theta);
    }

    void set(double[] parameters) {
        backend.write(parameters, 0, net.parameters().value());
    }

    Response to(Perturbation... perturbations) {
        return to(List.of(perturbations));
    }

    Response to(List<Perturbation> perturbations) {
        return Response.of(net, perturbations, this::run);
    }

    private void run() {
        net.load(inputs, targets, weights);
        net.graph().forward();
    }

    /** The sequence with other inputs, undisturbed. */
    Trajectory on(double[] others) {
        net.load(others, targets, weights);
        net.graph().forward();
        return Trajectory.of(net);
    }

    int units() {
        return Subject.of(net).units();
    }
}
