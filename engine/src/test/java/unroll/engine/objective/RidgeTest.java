package unroll.engine.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static unroll.engine.graph.Affine.term;

import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unroll.engine.backend.Activation;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.backend.CpuBackend;
import unroll.engine.backend.Precision;
import unroll.engine.gradient.ThroughTime;
import unroll.engine.graph.Activate;
import unroll.engine.graph.Affine;
import unroll.engine.graph.Graph;
import unroll.engine.graph.Signal;
import unroll.engine.init.FixedParameters;
import unroll.engine.loss.Loss;
import unroll.engine.model.EchoState;
import unroll.engine.model.Layout;
import unroll.engine.model.Layout.Slot;
import unroll.engine.model.Model;
import unroll.engine.model.ModelSettings;
import unroll.engine.model.Parameters;
import unroll.engine.model.StandardRnn;
import unroll.engine.model.ThesisLstm;
import unroll.engine.optim.Nesterov;
import unroll.engine.optim.Optimiser;
import unroll.engine.optim.Ridge;
import unroll.engine.optim.Step;
import unroll.engine.problem.Problem;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;
import unroll.engine.sequence.Batch;
import unroll.engine.sequence.Split;
import unroll.engine.setting.Schedule;
import unroll.engine.setting.SettingsException;
import unroll.engine.task.Task;

/** Holds the ridge regression of a read-out to the direct solution, and to what must follow from it. */
class RidgeTest {
    private static final long SEED = 5;
    private static final EchoState ECHO = new EchoState(6, Activation.TANH, 0.8, 3, 0.7, 0.5, 0.3, 1, 4, 4);

    /** An objective and its parameters. */
    private static final class Fixture implements AutoCloseable {
        final Backend backend;
        final Model model;
        final Workers workers;
        final ShardedObjective objective;
        final Buffer theta;

        Fixture(Backend backend, Task task, Model model, int batch, int threads, double[] first) {
            this.backend = backend;
            this.model = model;
            workers = new Workers(threads);
            objective = new ShardedObjective(
                    backend, new Problem(task, model), new ThroughTime(), Regularisation.NONE, batch, SEED, workers);
            theta = backend.allocate(1, first.length);
            backend.write(first, 0, theta);
        }

        double[] theta() {
            return read(theta);
        }

        double[] read(Buffer buffer) {
            return backend.read(buffer);
        }

        @Override
        public void close() {
            workers.close();
        }
    }

    private static Fixture setup(Backend backend, ModelSettings settings, int batch) {
        return setup(backend, new NoiseTask(), settings, batch, 2);
    }

    private static Fixture setup(Backend backend, Task task, ModelSettings settings, int batch, int threads) {
        Model model = settings.model(task.inputs(), task.outputs());
        Philox random = new Philox(SEED, Purpose.SAMPLING);
        double[] first = new double[model.layout().size()];
        for (int i = 0; i < first.length; i++) {
            first[i] = 0.5 * random.gaussian();
        }
        FixedParameters.draw(settings, model.layout(), SEED, first);
        return new Fixture(backend, task, model, batch, threads, first);
    }

    private static Buffer sums(Optimiser optimiser) {
        return Objects.requireNonNull(optimiser.state().get("sums"));
    }

    private static Ridge ridge(double strength, int washOut) {
        return new Ridge(Schedule.constant(strength), washOut);
    }

    @ParameterizedTest(name = "batch {0}, {1} updates, ridge {2}, wash-out {3}, {4}")
    @CsvSource({
        "7,1,0,0,DOUBLE",
        "7,1,0.01,2,DOUBLE",
        "60,1,0.1,1,DOUBLE",
        "26,3,0.001,4,DOUBLE",
        "60,2,0.01,2,SINGLE",
        "300,1,0,0,DOUBLE"
    })
    void the_read_out_is_the_direct_solution_for_all_batches_so_far_and_nothing_else_moves(
            int batch, int updates, double strength, int washOut, Precision precision) {
        for (ModelSettings settings : new ModelSettings[] {ECHO, new StandardRnn(4, Activation.TANH)}) {
            try (Fixture s = setup(CpuBackend.of(precision), settings, batch)) {
                double[] expected = DirectReadOut.of(s.model, s.theta(), SEED, batch * updates, strength, washOut);
                double[] longer = DirectReadOut.of(s.model, s.theta(), SEED, batch * updates, strength, washOut + 1);
                Optimiser optimiser = ridge(strength, washOut).optimiser(s.objective);
                for (int u = 0; u < updates; u++) {
                    assertThat(optimiser.step(s.theta, u).finite()).isTrue();
                }
                // states to rounding, worsened by the condition of X'X, some hundreds here
                double tolerance = precision == Precision.DOUBLE ? 1e-11 : 1e-4;
                assertThat(s.theta()).containsExactly(expected, within(tolerance));
                double furthest = 0;
                for (int i = 0; i < longer.length; i++) {
                    furthest = Math.max(furthest, Math.abs(longer[i] - expected[i]));
                }
                assertThat(furthest)
                        .as("negative control: a wash-out one step longer")
                        .isGreaterThan(30 * tolerance);
            }
        }
    }

    @Test
    void at_the_solution_the_gradient_of_the_loss_and_the_pull_of_the_ridge_balance() {
        for (ModelSettings settings : new ModelSettings[] {ECHO, new ThesisLstm(3, 2)}) {
            for (double strength : new double[] {0, 0.05}) {
                try (Fixture s = setup(CpuBackend.of(Precision.DOUBLE), settings, 60)) {
                    ridge(strength, 0).optimiser(s.objective).step(s.theta, 0);
                    Buffer buffer = s.backend.allocate(1, s.objective.dimension());
                    s.objective.whole().gradient(s.theta, buffer);
                    double[] gradient = s.read(buffer);
                    double[] theta = s.theta();
                    for (Slot slot : s.model.layout().slots()) {
                        boolean readOut = slot.role() == Layout.Role.OUTPUT_WEIGHT;
                        for (int i = slot.offset(); i < slot.offset() + slot.size(); i++) {
                            if (readOut || slot.role() == Layout.Role.OUTPUT_BIAS) {
                                assertThat(gradient[i] + (readOut ? strength * theta[i] : 0))
                                        .as(slot.name())
                                        .isCloseTo(0, within(1e-12));
                            }
                        }
                    }
                }
            }
        }
    }

    @Test
    void the_reported_loss_and_gradient_are_those_of_the_batch_before_the_step() {
        try (Fixture s = setup(CpuBackend.of(Precision.DOUBLE), ECHO, 30)) {
            s.objective.draw(0);
            Buffer buffer = s.backend.allocate(1, s.objective.dimension());
            double loss = s.objective.whole().gradient(s.theta, buffer);
            double norm =
                    Math.sqrt(s.backend.dot(buffer, buffer)); // of an echo-state network only the read-out has one
            Step step = ridge(0.1, 0).optimiser(s.objective).step(s.theta, 0);
            assertThat(step.loss()).isCloseTo(loss, within(1e-13 * loss));
            assertThat(step.gradientNorm()).isCloseTo(norm, within(1e-12 * norm));
        }
    }

    @Test
    void a_strong_ridge_leaves_the_mean_target_alone() {
        try (Fixture s = setup(CpuBackend.of(Precision.DOUBLE), ECHO, 30)) {
            ridge(1e8, 0).optimiser(s.objective).step(s.theta, 0);
            Slot weights = s.model.layout().slot("W_oh");
            Slot bias = s.model.layout().slot("b_o");
            double[] theta = s.theta();
            for (int i = weights.offset(); i < weights.offset() + weights.size(); i++) {
                assertThat(theta[i]).isCloseTo(0, within(1e-7));
            }
            double[] mean = new double[NoiseTask.OUTPUTS];
            double count = 0;
            Batch batch = new NoiseTask().batch(1);
            for (int b = 0; b < 30; b++) {
                new NoiseTask()
                        .draw(
                                Split.TRAIN,
                                new Philox(SEED, Purpose.TRAINING_DATA).restart(SEED, Purpose.TRAINING_DATA, b),
                                batch,
                                0);
                for (int t = 0; t < NoiseTask.STEPS; t++) {
                    count += batch.weight()[t];
                    for (int o = 0; o < mean.length; o++) {
                        mean[o] += batch.weight()[t] * batch.target()[t * mean.length + o];
                    }
                }
            }
            for (int o = 0; o < mean.length; o++) {
                assertThat(theta[bias.offset() + o]).isCloseTo(mean[o] / count, within(1e-7));
            }
        }
    }

    @Test
    void any_number_of_threads_gives_the_same_bits() {
        double[] one = solved(1);
        for (int threads : new int[] {2, 3}) {
            assertThat(solved(threads)).containsExactly(one);
        }
    }

    private static double[] solved(int threads) {
        try (Fixture s = setup(CpuBackend.of(Precision.SINGLE), new NoiseTask(), ECHO, 77, threads)) {
            Optimiser optimiser = ridge(1e-3, 1).optimiser(s.objective);
            for (int u = 0; u < 3; u++) {
                optimiser.step(s.theta, u);
            }
            return s.theta();
        }
    }

    @Test
    void what_it_carries_makes_another_go_on_with_the_same_bits() {
        for (Precision precision : Precision.values()) {
            Backend backend = CpuBackend.of(precision);
            try (Fixture whole = setup(backend, ECHO, 20);
                    Fixture parts = setup(backend, ECHO, 20)) {
                Optimiser first = ridge(1e-3, 0).optimiser(whole.objective);
                for (int u = 0; u < 4; u++) {
                    first.step(whole.theta, u);
                }
                Optimiser second = ridge(1e-3, 0).optimiser(parts.objective);
                for (int u = 0; u < 4; u++) {
                    Optimiser resumed = ridge(1e-3, 0).optimiser(parts.objective);
                    double[] carried = parts.read(sums(second));
                    backend.write(carried, 0, sums(resumed));
                    resumed.step(parts.theta, u);
                    second = resumed;
                }
                assertThat(parts.theta()).containsExactly(whole.theta());
                Optimiser forgetful = ridge(1e-3, 0).optimiser(parts.objective);
                forgetful.step(parts.theta, 3);
                assertThat(parts.theta())
                        .as("negative control: nothing carried")
                        .isNotEqualTo(whole.theta());
            }
        }
    }

    @Test
    void states_that_do_not_determine_the_read_out_are_refused_and_nothing_changes() {
        ModelSettings silent = new EchoState(6, Activation.TANH, 0.8, 3, 1, 0, 0, 0, 4, 4); // h = 0 always
        try (Fixture s = setup(CpuBackend.of(Precision.DOUBLE), silent, 10)) {
            double[] before = s.theta();
            Optimiser optimiser = ridge(0, 0).optimiser(s.objective);
            Step step = optimiser.step(s.theta, 0);
            assertThat(step.finite()).isFalse();
            assertThat(step.obstacle().orElseThrow()).contains("raise the ridge");
            assertThat(s.theta()).containsExactly(before);
            assertThat(s.read(sums(optimiser))).containsOnly(0);
            Step raised = ridge(1e-6, 0).optimiser(s.objective).step(s.theta, 0);
            assertThat(raised.finite()).isTrue();
            assertThat(raised.obstacle()).isEmpty();
        }
    }

    @Test
    void a_method_that_steps_along_the_gradient_trains_the_read_out_alone() {
        try (Fixture s = setup(CpuBackend.of(Precision.SINGLE), ECHO, 10)) {
            double[] before = s.theta();
            Optimiser nesterov = new Nesterov(Schedule.constant(0.01), Schedule.constant(0.9), Schedule.constant(0))
                    .optimiser(s.objective);
            for (int u = 0; u < 5; u++) {
                nesterov.step(s.theta, u);
            }
            double[] after = s.theta();
            for (Slot slot : s.model.layout().slots()) {
                double[] was = Arrays.copyOfRange(before, slot.offset(), slot.offset() + slot.size());
                double[] is = Arrays.copyOfRange(after, slot.offset(), slot.offset() + slot.size());
                assertThat(Arrays.equals(was, is)).as(slot.name()).isEqualTo(slot.fixed());
            }
        }
    }

    @Test
    void a_loss_that_is_not_squared_a_read_out_that_is_not_linear_and_a_wash_out_too_long_are_refused() {
        NoiseTask logistic = new NoiseTask() {
            @Override
            public Loss loss() {
                return Loss.LOGISTIC;
            }
        };
        try (Fixture s = setup(CpuBackend.of(Precision.DOUBLE), logistic, ECHO, 4, 1)) {
            refused(s, 0, "squared");
        }
        try (Fixture s = setup(CpuBackend.of(Precision.DOUBLE), ECHO, 4)) {
            refused(s, NoiseTask.STEPS, "wash-out of 6");
        }
        Layout layout = Layout.builder()
                .add("W_ov", Layout.Role.OUTPUT_WEIGHT, NoiseTask.OUTPUTS, NoiseTask.INPUTS)
                .build();
        Backend backend = CpuBackend.of(Precision.DOUBLE);
        try (Fixture s = new Fixture(backend, new NoiseTask(), new Bent(layout), 4, 1, new double[layout.size()])) {
            refused(s, 0, "linear");
        }
    }

    private static void refused(Fixture s, int washOut, String word) {
        assertThatThrownBy(() -> ridge(1, washOut).optimiser(s.objective))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(word);
    }

    /** Outputs that are a non-linear function of the input. */
    private record Bent(Layout layout) implements Model {
        @Override
        public Wiring wire(Graph graph, Parameters parameters, Signal v) {
            Signal u = graph.signal(NoiseTask.OUTPUTS);
            Signal o = graph.signal(NoiseTask.OUTPUTS);
            graph.add(Affine.of(u, term(v, parameters.get("W_ov"))));
            graph.add(new Activate(o, Activation.TANH, u));
            return new Wiring(u, o);
        }
    }
}
