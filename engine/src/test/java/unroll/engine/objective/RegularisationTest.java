package unroll.engine.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.backend.Activation;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.backend.ReferenceBackend;
import unroll.engine.gradient.GradientSettings;
import unroll.engine.gradient.ThroughTime;
import unroll.engine.gradient.Truncated;
import unroll.engine.gradient.VanishingGradientPenalty;
import unroll.engine.loss.Loss;
import unroll.engine.model.EveryModel;
import unroll.engine.model.Gru;
import unroll.engine.model.Layout;
import unroll.engine.model.Model;
import unroll.engine.model.ModelSettings;
import unroll.engine.model.Parameters;
import unroll.engine.model.StandardRnn;
import unroll.engine.problem.Problem;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;
import unroll.engine.rollout.Rollout;
import unroll.engine.rollout.StepCriterion;
import unroll.engine.setting.SettingsException;

/** What each regulariser adds to the loss and to its gradient, by definitions written down here. */
class RegularisationTest {
    private static final long SEED = 5;
    private static final int BATCH = 30;
    private static final Model MODEL = new StandardRnn(4, Activation.TANH).model(NoiseTask.INPUTS, NoiseTask.OUTPUTS);
    private static final Backend BACKEND = new ReferenceBackend();

    /** Central differences of step 1e-5: truncation 1e-10 and rounding 1e-11 of numbers near 1. */
    private static final double DIFFERENCE = 1e-7;

    private static double[] theta(long seed) {
        Philox random = new Philox(seed, Purpose.SAMPLING);
        double[] numbers = new double[MODEL.layout().size()];
        Arrays.setAll(numbers, i -> 0.6 * random.gaussian());
        return numbers;
    }

    private static Buffer buffer(double[] numbers) {
        Buffer buffer = BACKEND.allocate(1, numbers.length);
        BACKEND.write(numbers, 0, buffer);
        return buffer;
    }

    private static Objective objective(Workers workers, Regularisation regularisation) {
        return objective(workers, MODEL, new ThroughTime(), regularisation);
    }

    private static Objective objective(
            Workers workers, Model model, GradientSettings method, Regularisation regularisation) {
        var sharded = new ShardedObjective(
                BACKEND, new Problem(new NoiseTask(), model), method, regularisation, BATCH, SEED, workers);
        return new RegularisedObjective(sharded, model.layout(), regularisation, SEED);
    }

    private static double[] gradient(Objective objective, double[] theta) {
        Buffer gradient = BACKEND.allocate(1, theta.length);
        objective.whole().gradient(buffer(theta), gradient);
        return BACKEND.read(gradient);
    }

    private static double value(Surface surface, Buffer theta) {
        return surface.loss().require("This test").at(theta);
    }

    private static void curvature(Surface surface, Buffer direction, double structural, Buffer product) {
        surface.curvature().require("This test").product(direction, structural, product);
    }

    @Test
    void weight_decay_adds_its_penalty_on_weights_alone_to_value_gradient_and_curvature() {
        try (Workers workers = new Workers(1)) {
            Objective plain = objective(workers, Regularisation.NONE);
            Objective decayed = objective(workers, new Regularisation(0.3, 0, 0, 0));
            plain.draw(0);
            decayed.draw(0);
            double[] theta = theta(1);
            double[] expected = gradient(plain, theta);
            double penalty = 0;
            double[] curved = new double[theta.length];
            for (Layout.Slot slot : MODEL.layout().slots()) {
                boolean weight = slot.name().startsWith("W");
                for (int i = slot.offset(); i < slot.offset() + slot.size() && weight; i++) {
                    expected[i] += 0.3 * theta[i];
                    penalty += 0.3 / 2 * theta[i] * theta[i];
                    curved[i] = 0.3 * theta[i];
                }
            }
            assertThat(gradient(decayed, theta)).containsExactly(expected, within(1e-12));
            assertThat(value(decayed.whole(), buffer(theta)))
                    .isCloseTo(value(plain.whole(), buffer(theta)) + penalty, within(1e-12))
                    .isNotCloseTo(value(plain.whole(), buffer(theta)), within(1e-3));
            Buffer with = buffer(theta);
            Buffer without = buffer(theta);
            curvature(plain.whole(), buffer(theta), 0, without);
            curvature(decayed.whole(), buffer(theta), 0, with);
            BACKEND.addScaled(-1, without, with);
            assertThat(BACKEND.read(with)).containsExactly(curved, within(1e-10));
            Surface plainPart = plain.part(1);
            Surface decayedPart = decayed.part(1);
            assertThat(decayedPart.sequences()).isEqualTo(BATCH / 2);
            assertThat(value(decayedPart, buffer(theta)))
                    .isCloseTo(value(plainPart, buffer(theta)) + penalty, within(1e-12))
                    .isNotCloseTo(value(decayed.whole(), buffer(theta)), within(1e-6));
            curvature(plainPart, buffer(theta), 0, without);
            curvature(decayedPart, buffer(theta), 0, with);
            BACKEND.addScaled(-1, without, with);
            assertThat(BACKEND.read(with)).containsExactly(curved, within(1e-10));
        }
    }

    @Test
    void weight_noise_is_that_of_the_update_and_leaves_biases_alone() {
        try (Workers workers = new Workers(1)) {
            Objective noisy = objective(workers, new Regularisation(0, 0.1, 0, 0));
            Objective plain = objective(workers, Regularisation.NONE);
            double[] theta = theta(1);
            noisy.draw(3);
            plain.draw(3);
            double[] once = gradient(noisy, theta);
            noisy.draw(4);
            assertThat(gradient(noisy, theta)).isNotEqualTo(once);
            noisy.draw(3);
            assertThat(gradient(noisy, theta)).isEqualTo(once);
            double[] moved = theta.clone();
            Philox random = new Philox(SEED, Purpose.WEIGHT_NOISE);
            random.restart(SEED, Purpose.WEIGHT_NOISE, 3);
            double[] noise = new double[moved.length];
            Arrays.setAll(noise, i -> random.gaussian());
            for (Layout.Slot slot : MODEL.layout().slots()) {
                for (int i = slot.offset();
                        i < slot.offset() + slot.size() && slot.name().startsWith("W");
                        i++) {
                    moved[i] += 0.1 * noise[i];
                }
            }
            assertThat(once).containsExactly(gradient(plain, moved), within(1e-12));
        }
    }

    static List<ModelSettings> models() {
        return EveryModel.SMALL;
    }

    /** Everything dropped, no weight on the way from the inputs to the outputs has a gradient, but all those from step to step have one. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void dropout_reaches_every_weight_that_leads_from_layer_to_layer(ModelSettings settings) {
        Model model = settings.model(NoiseTask.INPUTS, NoiseTask.OUTPUTS);
        double[] theta = new double[model.layout().size()];
        Philox random = new Philox(1, Purpose.SAMPLING);
        Arrays.setAll(theta, i -> 0.6 * random.gaussian());
        double[] moved = theta.clone();
        for (Layout.Slot slot : model.layout().slots()) {
            boolean across = slot.role() == Layout.Role.INPUT_WEIGHT || slot.role() == Layout.Role.OUTPUT_WEIGHT;
            for (int i = slot.offset(); across && !slot.name().equals("W_ho") && i < slot.offset() + slot.size(); i++) {
                moved[i] += 0.1;
            }
        }
        assertThat(predictions(model, moved, 1)).isEqualTo(predictions(model, theta, 1));
        assertThat(predictions(model, moved, 0)).as("nothing dropped").isNotEqualTo(predictions(model, theta, 0));
    }

    /** Hidden states and outputs of a network whose inputs are all 1 and where that share is dropped. */
    private static double[] predictions(Model model, double[] theta, double share) {
        Parameters parameters = Parameters.of(model.layout(), BACKEND);
        BACKEND.write(theta, 0, parameters.value());
        Rollout.Shape shape = new Rollout.Shape(5, 2, NoiseTask.INPUTS, false).dropping(share);
        Rollout rollout = new Rollout(BACKEND, model, StepCriterion.of(Loss.SQUARED), parameters, shape);
        BACKEND.fill(1, rollout.input().value());
        Philox random = new Philox(3, Purpose.DROPOUT);
        rollout.graph().drop(random::nextDouble);
        rollout.graph().forward();
        double[] hidden = BACKEND.read(rollout.hidden().value());
        double[] outputs = BACKEND.read(rollout.output().value());
        double[] all = Arrays.copyOf(hidden, hidden.length + outputs.length);
        System.arraycopy(outputs, 0, all, hidden.length, outputs.length);
        return all;
    }

    /** The mask is chosen at the draw, so that the loss with it is a function like any other. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void with_dropout_the_gradient_is_that_of_the_loss_with_the_same_mask(ModelSettings settings) {
        Model model = settings.model(NoiseTask.INPUTS, NoiseTask.OUTPUTS);
        try (Workers workers = new Workers(1)) {
            NoiseTask task = new NoiseTask(settings.firstPrediction());
            Regularisation dropout = new Regularisation(0, 0, 0.4, 0);
            Objective dropped = new ShardedObjective(
                    BACKEND, new Problem(task, model), new ThroughTime(), dropout, BATCH, SEED, workers);
            dropped.draw(2);
            Philox random = new Philox(1, Purpose.SAMPLING);
            double[] theta = new double[model.layout().size()];
            Arrays.setAll(theta, i -> 0.6 * random.gaussian());
            double[] gradient = gradient(dropped, theta);
            for (int i = 0; i < theta.length; i += 3) {
                if (fixed(model, i)) {
                    continue;
                }
                double[] up = theta.clone();
                double[] down = theta.clone();
                up[i] += 1e-5;
                down[i] -= 1e-5;
                double slope = (value(dropped.whole(), buffer(up)) - value(dropped.whole(), buffer(down))) / 2e-5;
                assertThat(gradient[i]).isCloseTo(slope, within(DIFFERENCE));
            }
            double value = value(dropped.whole(), buffer(theta));
            dropped.draw(3);
            dropped.draw(2);
            assertThat(value(dropped.whole(), buffer(theta))).isEqualTo(value);
        }
    }

    private static boolean fixed(Model model, int i) {
        return model.layout().slots().stream()
                .anyMatch(slot -> slot.fixed() && slot.offset() <= i && i < slot.offset() + slot.size());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(doubles = {0.2, 0.5, 0.9})
    void dropout_silences_its_share_and_keeps_the_mean(double share) {
        Parameters parameters = Parameters.of(MODEL.layout(), BACKEND);
        Rollout.Shape shape = new Rollout.Shape(40, 50, NoiseTask.INPUTS, false).dropping(share);
        Rollout rollout = new Rollout(BACKEND, MODEL, StepCriterion.of(Loss.SQUARED), parameters, shape);
        BACKEND.fill(1, parameters.get("W_oh").value()); // the output sums the hidden states that are kept
        BACKEND.fill(Math.log(3) / 2, parameters.get("b_h").value());
        Philox random = new Philox(3, Purpose.DROPOUT);
        rollout.graph().drop(random::nextDouble);
        rollout.graph().forward();
        double[] o = BACKEND.read(rollout.output().value().rows(0, 2000));
        double units = MODEL.layout().slot("W_oh").columns();
        double mean = Arrays.stream(o).average().orElseThrow() / (0.5 * units);
        double deviation = Math.sqrt(share / (1 - share) / (units * 2000));
        assertThat(mean).isCloseTo(1, within(5 * deviation));
        assertThat(Arrays.stream(o).distinct().count()).as("kinds of sums").isBetween(2L, (long) units + 1);
    }

    @Test
    void keeping_gradients_adds_the_immediate_gradient_of_the_paper() {
        int steps = 6;
        int sequences = 3;
        Model model = new StandardRnn(4, Activation.TANH).model(2, 1);
        Parameters parameters = Parameters.of(model.layout(), BACKEND);
        Philox random = new Philox(9, Purpose.SAMPLING);
        double[] theta = new double[model.layout().size()];
        Arrays.setAll(theta, i -> 0.6 * random.gaussian());
        BACKEND.write(theta, 0, parameters.value());
        Rollout rollout = new Rollout(
                BACKEND,
                model,
                StepCriterion.of(Loss.SQUARED),
                parameters,
                new Rollout.Shape(steps, sequences, 2, false));
        double[] inputs = new double[steps * sequences * 2];
        double[] targets = new double[steps * sequences];
        double[] weights = new double[steps * sequences];
        Arrays.setAll(inputs, i -> random.gaussian());
        Arrays.setAll(targets, i -> random.gaussian());
        Arrays.fill(weights, (steps - 2) * sequences, (steps - 1) * sequences, 1); // no error reaches the last step
        rollout.load(inputs, targets, weights);
        double scale = 1.0 / sequences;
        double loss = rollout.gradient(scale);
        double[] plain = BACKEND.read(parameters.gradient());
        double[] error = BACKEND.read(rollout.hidden().adjoint());
        double[] arrived =
                BACKEND.read(rollout.recurrent().orElseThrow().drive().adjoint());
        int at = model.layout().slot("W_hh").offset();
        double[] recurrent = Arrays.copyOfRange(theta, at, at + 16);

        double kept = new VanishingGradientPenalty(rollout, rollout.recurrent().orElseThrow(), 0.7).gradient(scale, 0);
        double[] actual = BACKEND.read(parameters.gradient());
        double penalty = penalty(recurrent, error, arrived, sequences);
        assertThat(kept).isCloseTo(loss + 0.7 * scale * penalty, within(1e-12));
        assertThat(penalty).isGreaterThan(0.1);
        for (int i = 0; i < actual.length; i++) {
            double expected = plain[i];
            if (i >= at && i < at + 16) {
                double[] up = recurrent.clone();
                double[] down = recurrent.clone();
                up[i - at] += 1e-5;
                down[i - at] -= 1e-5;
                double slope =
                        (penalty(up, error, arrived, sequences) - penalty(down, error, arrived, sequences)) / 2e-5;
                expected += 0.7 * scale * slope;
            }
            assertThat(actual[i]).isCloseTo(expected, within(DIFFERENCE));
        }
    }

    /** The sum of (|W' f' d| / |d| - 1)^2 over all steps but the first that an error reaches; d and f' d are held fixed. */
    private static double penalty(double[] w, double[] error, double[] arrived, int sequences) {
        double sum = 0;
        for (int row = sequences; row < error.length / 4; row++) {
            double d = 0;
            double g = 0;
            for (int j = 0; j < 4; j++) {
                double reached = 0;
                for (int i = 0; i < 4; i++) {
                    reached += w[i * 4 + j] * arrived[row * 4 + i];
                }
                d += error[row * 4 + j] * error[row * 4 + j];
                g += reached * reached;
            }
            double excess = d > 0 ? Math.sqrt(g / d) - 1 : 0;
            sum += excess * excess;
        }
        return sum;
    }

    @Test
    void keeping_gradients_is_refused_where_it_has_no_meaning() {
        Regularisation keeping = new Regularisation(0, 0, 0, 1);
        try (Workers workers = new Workers(1)) {
            assertThatThrownBy(() -> objective(workers, MODEL, new Truncated(2, 2, false), keeping))
                    .isInstanceOf(SettingsException.class)
                    .hasMessageContaining("bptt");
            Model gru = new Gru(3).model(NoiseTask.INPUTS, NoiseTask.OUTPUTS);
            assertThatThrownBy(() -> objective(workers, gru, new ThroughTime(), keeping))
                    .isInstanceOf(SettingsException.class)
                    .hasMessageContaining("standard recurrent network");
        }
    }
}
