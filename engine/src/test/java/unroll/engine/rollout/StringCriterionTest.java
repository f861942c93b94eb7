package unroll.engine.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import unroll.engine.backend.Backend;
import unroll.engine.backend.ReferenceBackend;
import unroll.engine.loss.Alignment;
import unroll.engine.loss.Collapse;
import unroll.engine.loss.Loss;
import unroll.engine.model.Model;
import unroll.engine.model.Parameters;
import unroll.engine.model.StandardLstm;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;

/** A network that is judged by label strings: its gradient against differences of its loss, and its curvature's signs. */
class StringCriterionTest {
    private static final int STEPS = 6;
    private static final int SEQUENCES = 2;
    private static final int CLASSES = 4;

    private final Backend backend = new ReferenceBackend();
    private final Model model = new StandardLstm(3).model(2, CLASSES);
    private final Parameters parameters = Parameters.of(model.layout(), backend);

    private Rollout rollout(Collapse collapse, double[] theta) {
        Rollout rollout = new Rollout(
                backend,
                model,
                StringCriterion.of(Loss.SOFTMAX, new Alignment(collapse, 3)),
                parameters,
                new Rollout.Shape(STEPS, SEQUENCES, 2, false));
        Philox random = new Philox(2, Purpose.SAMPLING);
        double[] inputs = new double[STEPS * SEQUENCES * 2];
        Arrays.setAll(inputs, i -> random.gaussian());
        double[] targets = new double[STEPS * SEQUENCES * CLASSES];
        int[][] paths = {{0, 2, 3, 1, 3, 3}, {1, 1, 3, 3, 3, 3}}; // 3 is the blank
        for (int t = 0; t < STEPS; t++) {
            for (int b = 0; b < SEQUENCES; b++) {
                targets[(t * SEQUENCES + b) * CLASSES + paths[b][t]] = 1;
            }
        }
        double[] weights = new double[STEPS * SEQUENCES];
        Arrays.fill(weights, 1);
        weights[(STEPS - 1) * SEQUENCES + 1] = 0; // the second sequence is shorter
        rollout.load(inputs, targets, weights);
        backend.write(theta, 0, parameters.value());
        return rollout;
    }

    private double[] random(long seed) {
        Philox random = new Philox(seed, Purpose.SAMPLING);
        double[] numbers = new double[model.layout().size()];
        Arrays.setAll(numbers, i -> 0.7 * random.gaussian());
        return numbers;
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Collapse.class)
    void the_gradient_is_the_slope_of_the_loss_of_whole_strings(Collapse collapse) {
        double[] theta = random(1);
        Rollout rollout = rollout(collapse, theta);
        double loss = rollout.gradient(0.5);
        double[] gradient = new double[theta.length];
        backend.read(parameters.gradient(), gradient, 0);
        for (int i = 0; i < theta.length; i++) {
            double[] up = theta.clone();
            double[] down = theta.clone();
            up[i] += 1e-5;
            down[i] -= 1e-5;
            backend.write(up, 0, parameters.value());
            double high = rollout.value(0.5);
            backend.write(down, 0, parameters.value());
            double low = rollout.value(0.5);
            // truncation h^2 = 1e-10 and rounding 1e-16 / h = 1e-11 of numbers near 1
            assertThat(gradient[i]).isCloseTo((high - low) / 2e-5, within(1e-8));
        }
        assertThat(loss).isGreaterThan(1);
    }

    @Test
    void the_two_ways_to_spell_judge_differently() {
        double[] theta = random(1);
        assertThat(rollout(Collapse.DROP_BLANKS, theta).value(1))
                .isNotCloseTo(rollout(Collapse.MERGE_REPEATS, theta).value(1), within(0.01));
    }

    @Test
    void no_direction_has_negative_curvature() {
        double[] theta = random(1);
        Rollout rollout = rollout(Collapse.MERGE_REPEATS, theta);
        rollout.gradient(1);
        for (long seed = 2; seed < 12; seed++) {
            backend.write(random(seed), 0, parameters.direction());
            rollout.gaussNewton(1, 0);
            assertThat(backend.dot(parameters.direction(), parameters.gradient()))
                    .isGreaterThan(1e-6);
        }
    }

    @Test
    void a_part_of_a_string_is_not_judged() {
        Rollout rollout = rollout(Collapse.MERGE_REPEATS, random(1));
        assertThatThrownBy(() -> rollout.value(1, 0, 3)).hasMessageContaining("as a whole");
    }
}
