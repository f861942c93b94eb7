package unroll.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.experiment.Experiment;
import unroll.engine.file.Tensor;
import unroll.engine.objective.Capability;
import unroll.engine.objective.GaussNewton;
import unroll.engine.objective.LossFunction;
import unroll.engine.objective.Objective;
import unroll.engine.objective.Surface;
import unroll.engine.optim.Step;
import unroll.engine.record.Checkpoint;

/** What an objective carries from update to update is kept, restored and taken back beside what the optimiser carries. */
class ObjectiveStateTest {
    /** An objective whose gradient leans on a vector of its own, which moves with each gradient, as a persistent chain does. */
    private static final class Remembering implements Objective, Surface {
        private final Objective plain;
        private final Buffer chain;
        private boolean spoiled;

        Remembering(Objective plain) {
            this.plain = plain;
            chain = plain.backend().allocate(1, plain.dimension());
        }

        @Override
        public int dimension() {
            return plain.dimension();
        }

        @Override
        public Backend backend() {
            return plain.backend();
        }

        @Override
        public int updatesPerBatch() {
            return plain.updatesPerBatch();
        }

        @Override
        public void draw(long update) {
            spoiled = update == SPOILED;
            plain.draw(update);
        }

        @Override
        public Surface whole() {
            return this;
        }

        @Override
        public Map<String, Buffer> state() {
            return Map.of("chain", chain);
        }

        @Override
        public double gradient(Buffer theta, Buffer gradient) {
            double loss = plain.whole().gradient(theta, gradient);
            backend().scale(0.9, chain);
            backend().addScaled(1, gradient, chain);
            backend().addScaled(0.5, chain, gradient);
            return spoiled ? Double.NaN : loss;
        }

        @Override
        public Capability<LossFunction> loss() {
            return new Capability.Absent<>("the gradient is that of no function", "model");
        }

        @Override
        public Capability<GaussNewton> curvature() {
            return new Capability.Absent<>("a gradient of no function has no curvature", "model");
        }
    }

    /** The update whose batch has no loss. */
    private static final long SPOILED = 30;

    private static final String PIECES = "{\"kind\": \"tbptt\", \"every\": 4, \"back\": 6, \"online\": true}";

    private static Experiment experiment(String gradient) {
        return SmallRun.with(SmallRun.experiment("single", 40), "gradient", gradient);
    }

    private static Training training(Experiment experiment) {
        return new Training(experiment, experiment.task().open(), false, Remembering::new);
    }

    private static void advance(Training training, int updates) {
        for (int i = 0; i < updates; i++) {
            assertThat(training.advance().finite()).isTrue();
        }
    }

    private static Map<String, double[]> numbers(Training training) {
        Map<String, double[]> numbers = new TreeMap<>();
        training.checkpoint(0).tensors().forEach((name, tensor) -> numbers.put(name, tensor.numbers()));
        return numbers;
    }

    private static Tensor chain(Checkpoint checkpoint) {
        return Objects.requireNonNull(checkpoint.tensors().get("objective.chain"));
    }

    /** A checkpoint with other numbers for the chain, or without it where there are none. */
    private static Checkpoint with(Checkpoint checkpoint, double... chain) {
        Map<String, Tensor> tensors = new TreeMap<>(checkpoint.tensors());
        Tensor old = chain(checkpoint);
        tensors.remove("objective.chain");
        if (chain.length > 0) {
            tensors.put("objective.chain", new Tensor(old.precision(), List.of(chain.length), chain));
        }
        return new Checkpoint(checkpoint.update(), checkpoint.from(), checkpoint.seconds(), tensors);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"{\"kind\": \"bptt\"}", PIECES})
    void resuming_equals_never_having_stopped(String gradient) {
        Experiment experiment = experiment(gradient);
        try (Training whole = training(experiment);
                Training first = training(experiment);
                Training second = training(experiment);
                Training forgetful = training(experiment)) {
            advance(whole, 22);
            advance(first, 10);
            Checkpoint checkpoint = first.checkpoint(0);
            int size = chain(checkpoint).numbers().length;
            second.restore(checkpoint);
            forgetful.restore(with(checkpoint, new double[size]));
            advance(second, 12);
            advance(forgetful, 12);
            assertThat(numbers(second)).usingRecursiveComparison().isEqualTo(numbers(whole));
            assertThat(numbers(forgetful).get("W_hh"))
                    .as("negative control: the chain matters")
                    .isNotEqualTo(numbers(whole).get("W_hh"));
        }
    }

    @Test
    void a_change_of_live_settings_leaves_it_alone() {
        Experiment experiment = experiment("{\"kind\": \"bptt\"}");
        try (Training training = training(experiment);
                Training unchanged = training(experiment)) {
            advance(training, 7);
            training.change(experiment.changedAt(30, "learningRate", 0.5));
            advance(training, 7);
            advance(unchanged, 14);
            assertThat(numbers(training)).usingRecursiveComparison().isEqualTo(numbers(unchanged));
        }
    }

    @Test
    void an_update_that_is_taken_back_takes_it_back_too() {
        Experiment experiment = experiment("{\"kind\": \"bptt\"}");
        try (Training training = training(experiment);
                Training before = training(experiment)) {
            advance(training, (int) SPOILED);
            advance(before, (int) SPOILED - 1);
            assertThat(numbers(training).get("objective.chain"))
                    .isNotEqualTo(numbers(before).get("objective.chain"));
            Step failed = training.advance();
            assertThat(failed.finite()).isFalse();
            assertThat(training.diagnose(failed).takenBack()).isEqualTo(1);
            assertThat(numbers(training)).usingRecursiveComparison().isEqualTo(numbers(before));
        }
    }

    @Test
    void it_is_no_parameter_and_a_checkpoint_without_it_does_not_fit() {
        try (Training training = training(experiment("{\"kind\": \"bptt\"}"))) {
            advance(training, 3);
            Checkpoint checkpoint = training.checkpoint(0);
            assertThat(checkpoint.tensors()).containsKey("objective.chain");
            assertThat(checkpoint.parameters())
                    .containsOnlyKeys(training.parameters().keySet());
            assertThat(training.fits(checkpoint)).isTrue();
            assertThat(training.fits(with(checkpoint))).isFalse();
            assertThat(training.fits(with(checkpoint, 1, 2, 3))).isFalse();
            assertThatThrownBy(() -> training.restore(with(checkpoint)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("has no objective.chain");
        }
    }
}
