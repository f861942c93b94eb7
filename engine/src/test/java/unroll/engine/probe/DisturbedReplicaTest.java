package unroll.engine.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.experiment.Experiment;
import unroll.engine.perturb.HeldSymbol;
import unroll.engine.perturb.Lesion;
import unroll.engine.perturb.Perturbation;
import unroll.engine.perturb.Pulse;
import unroll.engine.perturb.Response;
import unroll.engine.perturb.StateNoise;
import unroll.engine.perturb.Subject;
import unroll.engine.run.SmallRun;
import unroll.engine.run.Training;

/** A network of a run that is disturbed on its true inputs or in a free run. */
class DisturbedReplicaTest {
    private static final Experiment BALLS = SmallRun.with(
            SmallRun.experiment("double", 10),
            "task",
            "{\"kind\": \"bouncing-balls\", \"balls\": 1, \"resolution\": 5, \"length\": 20}");

    private static final Experiment TALES = SmallRun.with(
            SmallRun.experiment("double", 10),
            "task",
            "{\"kind\": \"text\", \"file\": \"../sample-data/text/tales.txt\", \"window\": 15, \"warmUp\": 3}");

    private static Replica replica(Training training) {
        Replica replica = training.replica();
        return replica;
    }

    private static float[][] floats(double[][] rows) {
        float[][] floats = new float[rows.length][rows[0].length];
        for (int t = 0; t < rows.length; t++) {
            for (int i = 0; i < rows[t].length; i++) {
                floats[t][i] = (float) rows[t][i];
            }
        }
        return floats;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3})
    void undisturbedItIsWhatTheOtherViewsShow(int sequence) {
        try (Training training = new Training(BALLS)) {
            Replica replica = replica(training);
            SequenceAnswer shown = replica.run(sequence, 6);
            Response truth = replica.respond(sequence, OptionalInt.empty(), List.of(new Lesion(3)));
            assertThat(floats(truth.undisturbed().hidden())).isDeepEqualTo(shown.hidden());
            assertThat(floats(truth.undisturbed().output())).isDeepEqualTo(shown.prediction());
            Response itself = replica.respond(sequence, OptionalInt.of(6), List.of(new Lesion(3)));
            assertThat(floats(itself.undisturbed().output())).isDeepEqualTo(shown.freeRun());
            assertThat(Arrays.deepEquals(floats(itself.disturbed().output()), shown.freeRun()))
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 9})
    void aPulseIsHeardByANetworkThatHearsItself(int step) {
        try (Training training = new Training(BALLS)) {
            Replica replica = replica(training);
            List<Perturbation> pulse = List.of(new Pulse(8, step + 1, 0.5));
            Response itself = replica.respond(1, OptionalInt.of(6), pulse);
            Response truth = replica.respond(1, OptionalInt.empty(), pulse);
            assertThat(itself.first()).hasValue(step);
            assertThat(truth.first()).hasValue(step);
            for (int t = 0; t < 6; t++) {
                assertThat(itself.disturbed().state()[t])
                        .isEqualTo(truth.disturbed().state()[t]);
            }
            assertThat(itself.states()[step]).isPositive();
            assertThat(itself.states()[18])
                    .as("its later inputs are its own predictions, which differ too")
                    .isNotEqualTo(truth.states()[18]);
            assertThat(replica.respond(1, OptionalInt.of(6), List.of()).first()).isEmpty();
        }
    }

    @Test
    void anotherSymbolLeadsANetworkThatHearsItselfElsewhere() {
        try (Training training = new Training(TALES)) {
            Replica replica = replica(training);
            Subject subject = replica.subject();
            assertThat(subject.symbols()).isTrue();
            int steps = subject.steps();
            List<Perturbation> other =
                    List.of(new HeldSymbol(1, 2, 1), new HeldSymbol(2, 3, 1), new StateNoise(4, 1, 0.5, 1));
            Response response = replica.respond(2, OptionalInt.of(1), other);
            assertThat(response.first().orElseThrow()).isBetween(1, 3);
            assertThat(response.states()[3]).isPositive();
            assertThat(response.states()).hasSize(steps);
            assertThat(replica.respond(2, OptionalInt.of(1), List.of()).first()).isEmpty();
        }
    }
}
