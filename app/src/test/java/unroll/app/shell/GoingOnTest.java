package unroll.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** How a run goes on that is over, and one that was left for another. */
class GoingOnTest extends BenchTest {
    /** Over after 30 updates. */
    private static final String SHORT = """
        {"name": "Short", "task": {"kind": "addition", "length": 10}, "model": {"kind": "rnn", "hidden": 6},
         "training": {"batch": 20, "updates": 30, "testSequences": 20, "testEvery": 5}, "backend": {"threads": 1}}
        """;

    @Test
    void aRunThatHasMadeAllItsUpdatesSaysSoAndMakesAsManyMore() throws IOException {
        openExperiment(SHORT, "Short");
        robot.push(KeyCode.SPACE);
        fixture.await("it is over", () -> training.doneProperty().get());
        fixture.settle();
        assertThat(robot.lookup("Done: all 30 updates are made.").tryQuery()).isPresent();
        fixture.picture("done");
        robot.clickOn("Train 30 more");
        fixture.await(
                "it has made as many more",
                () -> training.updateProperty().get() == 60
                        && training.doneProperty().get());
        assertThat(fixture.train().history().undoName().get()).isEqualTo("30 updates more");
    }

    @Test
    void aResetIsTakenBackByOneClickUntilTheNewRunHasBegun() throws IOException {
        openExperiment(SHORT, "Short");
        makeTen();
        String first = training.folderProperty().get();
        reset(first);
        fixture.picture("reset");
        robot.clickOn("Back to it");
        fixture.await(
                "the run before is open", () -> training.folderProperty().get().equals(first));
        fixture.await("as it was", () -> training.updateProperty().get() == 10);
        assertThat(training.leftBehindProperty().get()).isEmpty();
        reset(first);
        makeTen();
        assertThat(training.leftBehindProperty().get())
                .as("another way was chosen")
                .isEmpty();
    }

    private void reset(String first) {
        robot.push(KeyCode.CONTROL, KeyCode.R);
        fixture.await(
                "another run is open",
                () -> !training.folderProperty().get().equals(first)
                        && training.leftBehindProperty().get().isPresent());
        fixture.settle();
    }
}
