package unroll.engine.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.engine.backend.Activation;
import unroll.engine.backend.Backend;
import unroll.engine.backend.ReferenceBackend;
import unroll.engine.loss.Loss;
import unroll.engine.model.Gru;
import unroll.engine.model.Model;
import unroll.engine.model.ModelSettings;
import unroll.engine.model.MultiplicativeRnn;
import unroll.engine.model.Parameters;
import unroll.engine.model.StandardRnn;
import unroll.engine.model.ThesisLstm;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;

/** Sequences of several lengths side by side, held to each by itself over its own steps alone. */
class PaddingTest {
    private static final int STEPS = 7;
    private static final int[] ENDS = {4, 7, 5, 5, 1};
    private static final double STRUCTURAL = 0.3;

    private final Backend backend = new ReferenceBackend();

    static List<ModelSettings> models() {
        return List.of(
                new StandardRnn(4, Activation.TANH),
                new StandardRnn(3, Activation.LOGISTIC),
                new MultiplicativeRnn(3, 4, Activation.TANH),
                new Gru(3),
                new ThesisLstm(3, 2));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void structural_damping_ends_with_each_sequence(ModelSettings settings) {
        Model model = settings.model(2, 1);
        Philox random = new Philox(5, Purpose.SAMPLING);
        double[] theta = random(model.layout().size(), random);
        double[] direction = random(theta.length, random);
        double[] inputs = random(STEPS * ENDS.length * 2, random);
        double[] expected = new double[theta.length];
        for (int b = 0; b < ENDS.length; b++) {
            double[] own = new double[ENDS[b] * 2];
            for (int t = 0; t < ENDS[b]; t++) {
                System.arraycopy(inputs, (t * ENDS.length + b) * 2, own, 2 * t, 2);
            }
            double[] alone = product(model, theta, direction, own, new int[] {ENDS[b]}, ENDS[b], STRUCTURAL);
            for (int i = 0; i < expected.length; i++) {
                expected[i] += alone[i];
            }
        }
        double[] together = product(model, theta, direction, inputs, ENDS, STEPS, STRUCTURAL);
        // sums of some hundred numbers near 1, each rounded at 1e-16
        assertThat(together).containsExactly(expected, within(1e-12));
        int[] all = new int[ENDS.length];
        Arrays.fill(all, STEPS);
        double[] plain = product(model, theta, direction, inputs, ENDS, STEPS, 0);
        double[] later = product(model, theta, direction, inputs, all, STEPS, STRUCTURAL);
        double[] laterPlain = product(model, theta, direction, inputs, all, STEPS, 0);
        double difference = 0;
        for (int i = 0; i < plain.length; i++) {
            difference = Math.max(difference, Math.abs(together[i] - plain[i] - (later[i] - laterPlain[i])));
        }
        assertThat(difference)
                .as("negative control: damping through the padding")
                .isGreaterThan(1e-3);
    }

    private double[] product(
            Model model,
            double[] theta,
            double[] direction,
            double[] inputs,
            int[] ends,
            int steps,
            double structural) {
        Parameters parameters = Parameters.of(model.layout(), backend);
        backend.write(theta, 0, parameters.value());
        backend.write(direction, 0, parameters.direction());
        Rollout rollout = new Rollout(
                backend,
                model,
                StepCriterion.of(Loss.SQUARED),
                parameters,
                new Rollout.Shape(steps, ends.length, 2, false));
        double[] weights = new double[steps * ends.length];
        for (int b = 0; b < ends.length; b++) {
            weights[(ends[b] - 1) * ends.length + b] = 1;
        }
        rollout.load(inputs, new double[steps * ends.length], weights);
        rollout.gradient(1);
        rollout.gaussNewton(1, structural);
        return backend.read(parameters.gradient());
    }

    private static double[] random(int size, Philox random) {
        double[] numbers = new double[size];
        Arrays.setAll(numbers, i -> 0.6 * random.gaussian());
        return numbers;
    }
}
