package unroll.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import unroll.app.sequence.Movements;
import unroll.app.view.movements.LiveMovements;
import unroll.app.view.sequence.LiveSequence;

/** Somebody watches a network that learns to move an arm, with a real run in the background. */
class MovementsTest extends BenchTest {
    private static final int REACHES = 8;

    private void openReaching() throws IOException {
        openExperiment("""
            {"name": "Arm", "task": {"kind": "center-out", "reaches": %d, "length": 20},
             "model": {"kind": "rnn", "hidden": 8}, "optimiser": {"kind": "adam", "learningRate": 0.01},
             "training": {"batch": 8, "updates": 1000000, "testSequences": %d, "testEvery": 10},
             "backend": {"threads": 1}}
            """.formatted(REACHES, REACHES), "Arm");
    }

    private LiveMovements movements() {
        return view(LiveMovements.class);
    }

    @Test
    void allReachesAreSeenAndMoveAsTheNetworkLearns() throws IOException {
        openReaching();
        robot.push(KeyCode.ALT, KeyCode.M);
        fixture.await("it is seen", () -> seen(LiveMovements.NAME));
        fixture.await(
                "all are drawn",
                () -> movements().movementsProperty().get().tracks().size() == 2 * REACHES);
        Movements before = movements().movementsProperty().get();
        assertThat(before.steps()).isEqualTo(20);
        trainFor(30);
        pause();
        fixture.await("they moved", () -> !movements().movementsProperty().get().equals(before));
        fixture.picture("movements");
    }

    @Test
    void theTestSequenceShowsTheArmBesideItsPlan() throws IOException {
        openReaching();
        LiveSequence sequence = view(LiveSequence.class);
        fixture.await("it is drawn", () -> sequence.depictionProperty().get() instanceof Movements);
        Movements one = (Movements) sequence.depictionProperty().get();
        assertThat(one.tracks()).hasSize(2);
        assertThat(one.numbers().all()).hasSize(6);
    }

    @Test
    void whereNothingIsControlledNothingMoves() throws IOException {
        openSmallExperiment();
        assertThat(BenchFixture.onWindow(() -> movements().applies().getValue()))
                .isFalse();
    }
}
