package unroll.engine.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.backend.Activation;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.backend.CpuBackend;
import unroll.engine.backend.Precision;
import unroll.engine.gradient.GradientSettings;
import unroll.engine.gradient.RealTime;
import unroll.engine.gradient.ThroughTime;
import unroll.engine.gradient.Truncated;
import unroll.engine.model.Model;
import unroll.engine.model.Parameters;
import unroll.engine.model.StandardRnn;
import unroll.engine.problem.Problem;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;
import unroll.engine.rollout.Rollout;
import unroll.engine.rollout.StepCriterion;
import unroll.engine.sequence.Batch;
import unroll.engine.sequence.Split;
import unroll.engine.setting.SettingsException;

class ShardedObjectiveTest {
    private static final long SEED = 5;
    private static final Model MODEL = new StandardRnn(7, Activation.TANH).model(NoiseTask.INPUTS, NoiseTask.OUTPUTS);

    private static final double STRUCTURAL = 0.3;

    /** A loss, its gradient, and the damped curvature product with theta. */
    private record Result(double loss, double[] gradient, double[] curvature) {}

    private static Result sharded(Backend backend, int batch, int threads, long update) {
        try (Workers workers = new Workers(threads)) {
            var objective = new ShardedObjective(
                    backend,
                    new Problem(new NoiseTask(), MODEL),
                    new ThroughTime(),
                    Regularisation.NONE,
                    batch,
                    SEED,
                    workers);
            Buffer theta = buffer(backend, theta(0.5));
            Buffer gradient = backend.allocate(1, MODEL.layout().size());
            objective.draw(update);
            double loss = objective.whole().gradient(theta, gradient);
            assertThat(value(objective.whole(), theta)).isEqualTo(loss);
            double[] numbers = backend.read(gradient);
            curvature(objective.whole(), theta, STRUCTURAL, gradient);
            return new Result(loss, numbers, backend.read(gradient));
        }
    }

    private static double[] theta(double deviation) {
        Philox random = new Philox(SEED, Purpose.SAMPLING);
        double[] numbers = new double[MODEL.layout().size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = deviation * random.gaussian();
        }
        return numbers;
    }

    private static Buffer buffer(Backend backend, double[] numbers) {
        Buffer theta = backend.allocate(1, numbers.length);
        backend.write(numbers, 0, theta);
        return theta;
    }

    private static double value(Surface surface, Buffer theta) {
        return surface.loss().require("This test").at(theta);
    }

    private static void curvature(Surface surface, Buffer direction, double structural, Buffer product) {
        surface.curvature().require("This test").product(direction, structural, product);
    }

    /** The same sequences, drawn here, in one graph. */
    private static Result whole(Backend backend, int size, long update) {
        NoiseTask task = new NoiseTask();
        Batch batch = task.batch(size);
        for (int b = 0; b < size; b++) {
            Philox random = new Philox(SEED, Purpose.TRAINING_DATA);
            task.draw(Split.TRAIN, random.restart(SEED, Purpose.TRAINING_DATA, update * size + b), batch, b);
        }
        Parameters parameters = Parameters.of(MODEL.layout(), backend);
        backend.copy(buffer(backend, theta(0.5)), parameters.value());
        Rollout rollout = new Rollout(
                backend,
                MODEL,
                StepCriterion.of(task.loss()),
                parameters,
                new Rollout.Shape(NoiseTask.STEPS, size, NoiseTask.INPUTS, false));
        rollout.load(batch.input(), batch.target(), batch.weight());
        double loss = rollout.gradient(1.0 / size);
        double[] gradient = backend.read(parameters.gradient());
        backend.copy(parameters.value(), parameters.direction());
        rollout.gaussNewton(1.0 / size, STRUCTURAL / size);
        return new Result(loss, gradient, backend.read(parameters.gradient()));
    }

    @ParameterizedTest(name = "batch of {0}")
    @ValueSource(ints = {1, 24, 103})
    void any_number_of_threads_gives_the_same_bits(int batch) {
        Backend backend = CpuBackend.of(Precision.SINGLE);
        Result one = sharded(backend, batch, 1, 3);
        for (int threads : new int[] {2, 3, 5}) {
            for (int repetition = 0; repetition < 20; repetition++) {
                Result many = sharded(backend, batch, threads, 3);
                assertThat(many.loss()).isEqualTo(one.loss());
                assertThat(many.gradient()).containsExactly(one.gradient());
                assertThat(many.curvature()).containsExactly(one.curvature());
            }
        }
        assertThat(sharded(backend, batch, 2, 4).loss()).as("another update").isNotEqualTo(one.loss());
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Precision.class)
    void the_shards_add_up_to_the_whole_batch(Precision precision) {
        Backend backend = CpuBackend.of(precision);
        double roundoff = precision == Precision.SINGLE ? 0x1p-24 : 0x1p-53;
        for (int size : new int[] {1, 24, 26, 51, 103}) {
            Result whole = whole(backend, size, 2);
            Result sharded = sharded(backend, size, 2, 2);
            // an element sums T B products in another order: sqrt-like growth, bounded by their number
            double tolerance = roundoff * NoiseTask.STEPS * size * largest(whole.gradient());
            assertThat(sharded.loss())
                    .isCloseTo(whole.loss(), within(roundoff * NoiseTask.STEPS * size * whole.loss()));
            assertThat(sharded.gradient()).containsExactly(whole.gradient(), within(tolerance));
            double curved = roundoff * NoiseTask.STEPS * size * largest(whole.curvature());
            assertThat(sharded.curvature()).containsExactly(whole.curvature(), within(curved));
            Result other = whole(backend, size, 3);
            assertThat(Math.abs(other.loss() - whole.loss()))
                    .as("negative control: another batch is far off")
                    .isGreaterThan(10 * roundoff * NoiseTask.STEPS * size * whole.loss());
        }
    }

    static Stream<GradientSettings> methods() {
        return Stream.of(new ThroughTime(), new Truncated(2, 3, false), new Truncated(2, 3, true), new RealTime());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("methods")
    void the_value_is_the_loss_of_which_the_gradient_is_taken(GradientSettings method) {
        double[] kept = method instanceof ThroughTime ? new double[] {0, 0.7} : new double[] {0};
        for (double keepGradients : kept) {
            Backend backend = CpuBackend.of(Precision.DOUBLE);
            try (Workers workers = new Workers(1)) {
                var objective = new ShardedObjective(
                        backend,
                        new Problem(new NoiseTask(), MODEL),
                        method,
                        new Regularisation(0, 0, 0, keepGradients),
                        30,
                        SEED,
                        workers);
                Buffer theta = buffer(backend, theta(0.5));
                Buffer gradient = backend.allocate(1, MODEL.layout().size());
                double sum = 0;
                for (int update = 0; update < objective.updatesPerBatch(); update++) {
                    objective.draw(update);
                    double loss = objective.whole().gradient(theta, gradient);
                    assertThat(value(objective.whole(), theta))
                            .as("update %d", update)
                            .isCloseTo(loss, within(1e-14 * loss));
                    sum += loss / objective.updatesPerBatch();
                }
                // with theta unchanged the mean over the pieces of a batch is the loss of the batch
                double whole = whole(backend, 30, 0).loss();
                if (keepGradients == 0) {
                    assertThat(sum).isCloseTo(whole, within(1e-13 * whole));
                } else {
                    assertThat(sum).as("with its penalty").isGreaterThan(1.01 * whole);
                }
            }
        }
    }

    @ParameterizedTest(name = "{0} of {1}: {2}")
    @CsvSource({"1,103,20", "20,103,20", "21,103,41", "60,103,61", "25,51,34", "103,103,103", "500,103,103", "3,24,24"})
    void a_part_is_the_mean_over_the_sequences_of_the_first_shards(int requested, int batch, int held) {
        for (Precision precision : Precision.values()) {
            Backend backend = CpuBackend.of(precision);
            double roundoff = precision == Precision.SINGLE ? 0x1p-24 : 0x1p-53;
            Result whole = whole(backend, held, 0);
            Result part = part(backend, batch, requested, held);
            double many = roundoff * NoiseTask.STEPS * held; // as above
            assertThat(part.loss()).isCloseTo(whole.loss(), within(many * whole.loss()));
            assertThat(part.gradient()).containsExactly(whole.gradient(), within(many * largest(whole.gradient())));
            assertThat(part.curvature()).containsExactly(whole.curvature(), within(many * largest(whole.curvature())));
            assertThat(Math.abs(whole(backend, held + 1, 0).loss() - whole.loss()))
                    .as("negative control: one sequence more is far off")
                    .isGreaterThan(10 * many * whole.loss());
        }
    }

    /** A part of the first batch; the curvature after a value alone, and after the whole batch was swept elsewhere. */
    private static Result part(Backend backend, int batch, int requested, int held) {
        try (Workers workers = new Workers(2)) {
            var objective = new ShardedObjective(
                    backend,
                    new Problem(new NoiseTask(), MODEL),
                    new ThroughTime(),
                    Regularisation.NONE,
                    batch,
                    SEED,
                    workers);
            Surface part = objective.part(requested);
            assertThat(part.sequences()).isEqualTo(held);
            assertThat(objective.whole().sequences()).isEqualTo(batch);
            Buffer theta = buffer(backend, theta(0.5));
            Buffer gradient = backend.allocate(1, MODEL.layout().size());
            objective.draw(0);
            double loss = part.gradient(theta, gradient);
            double[] numbers = backend.read(gradient);
            curvature(part, theta, STRUCTURAL, gradient);
            double[] curvature = backend.read(gradient);
            objective.whole().gradient(buffer(backend, theta(0.1)), gradient);
            curvature(part, theta, STRUCTURAL, gradient);
            assertThat(backend.read(gradient)).as("the curvature elsewhere").isNotEqualTo(curvature);
            assertThat(value(part, theta)).isEqualTo(loss);
            curvature(part, theta, STRUCTURAL, gradient);
            assertThat(backend.read(gradient)).as("the same bits again").containsExactly(curvature);
            return new Result(loss, numbers, curvature);
        }
    }

    @Test
    void where_the_curvature_does_not_belong_to_the_gradient_it_says_why() {
        Backend backend = CpuBackend.of(Precision.DOUBLE);
        try (Workers workers = new Workers(1)) {
            var online = new ShardedObjective(
                    backend,
                    new Problem(new NoiseTask(), MODEL),
                    new Truncated(2, 4, true),
                    Regularisation.NONE,
                    30,
                    SEED,
                    workers);
            var kept = new ShardedObjective(
                    backend,
                    new Problem(new NoiseTask(), MODEL),
                    new ThroughTime(),
                    new Regularisation(0, 0, 0, 1),
                    30,
                    SEED,
                    workers);
            for (Surface surface : List.of(online.whole(), online.part(1))) {
                assertThat(surface.curvature())
                        .isEqualTo(new Capability.Absent<>("each update sees only pieces of sequences", "gradient"));
            }
            for (Surface surface : List.of(kept.whole(), kept.part(1))) {
                assertThatThrownBy(() -> surface.curvature().require("Newton's method"))
                        .isInstanceOf(SettingsException.class)
                        .hasMessage(
                                "optimiser: Newton's method cannot train this, for the penalty that keeps gradients has"
                                        + " no curvature here; choose another optimiser or regularisation");
            }
        }
    }

    private static double largest(double[] numbers) {
        return Arrays.stream(numbers).map(Math::abs).max().orElseThrow();
    }
}
