package unroll.engine.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.backend.Backend;
import unroll.engine.backend.ReferenceBackend;
import unroll.engine.model.Layout;
import unroll.engine.model.Parameters;
import unroll.engine.rollout.Rollout;
import unroll.engine.rollout.StepCriterion;
import unroll.engine.run.SmallRun;
import unroll.engine.run.Training;
import unroll.engine.sequence.Batch;
import unroll.engine.task.Task;

/** The gradient that a network of its own computes for a view. */
class ReplicaGradientTest {
    /** Of finite differences. */
    private static final double STEP = 1e-5;

    @ParameterizedTest(name = "{0} sequences")
    @ValueSource(ints = {1, 2, 5})
    void the_gradient_is_that_of_the_mean_loss_of_the_first_test_sequences(int sequences) {
        try (Training training = new Training(SmallRun.experiment("double", 10))) {
            assertThat(training.advance().finite()).isTrue();
            Replica replica = training.replica();
            replica.take(training);
            Layout layout = training.model().layout();
            Backend backend = new ReferenceBackend();
            double[] theta = new double[layout.size()];
            training.backend().read(training.theta(), theta, 0);
            Layout.Slot part = layout.slot("W_hh");
            double[] gradient = replica.gradient(part, sequences);
            assertThat(gradient).hasSize(part.size());
            for (int i = 0; i < gradient.length; i++) {
                double[] moved = theta.clone();
                moved[part.offset() + i] = theta[part.offset() + i] + STEP;
                double above = meanLoss(training, backend, moved, sequences);
                moved[part.offset() + i] = theta[part.offset() + i] - STEP;
                double below = meanLoss(training, backend, moved, sequences);
                // a central difference is off by a sixth of the third derivative, which the ten steps keep below 1000
                assertThat(gradient[i]).isCloseTo((above - below) / (2 * STEP), within(1000 * STEP * STEP));
            }
            assertThat(replica.gradient(part, sequences + 1))
                    .as("another batch")
                    .isNotEqualTo(gradient);
        }
    }

    private static double meanLoss(Training training, Backend backend, double[] theta, int sequences) {
        Task task = training.task();
        Parameters parameters = Parameters.of(training.model().layout(), backend);
        backend.write(theta, 0, parameters.value());
        Rollout rollout = new Rollout(
                backend,
                training.model(),
                StepCriterion.of(task.loss()),
                parameters,
                new Rollout.Shape(task.steps(), 1, task.inputs(), false));
        double sum = 0;
        for (int number = 0; number < sequences; number++) {
            Batch batch = ReplicaTest.sequence(training, number);
            rollout.load(batch.input(), batch.target(), batch.weight());
            sum += rollout.value(1);
        }
        return sum / sequences;
    }
}
