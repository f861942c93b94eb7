package unroll.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import unroll.engine.backend.FailingCard;

/** What somebody sees and does whose card fails. */
class FailingCardWindowTest extends BenchTest {
    private static final String ON_A_CARD = """
        {"name": "On a card", "task": {"kind": "addition", "length": 20}, "model": {"kind": "rnn", "hidden": 12},
         "optimiser": {"kind": "nesterov", "learningRate": 0.001, "momentum": 0.9},
         "training": {"batch": 20, "updates": 4000, "testSequences": 20, "testEvery": 10},
         "backend": {"device": "cuda", "card": %d, "threads": 1}}
        """.formatted(FailingCard.NUMBER);

    @Test
    void itIsSaidAndTheRunGoesOnOnTheProcessorFromWhatWasSaved() throws IOException {
        FailingCard.failAfter(Integer.MAX_VALUE);
        openExperiment(ON_A_CARD, "On a card");
        assertThat(training.status().backendProperty().get()).isEqualTo("Failing card");
        makeTen();
        makeTen();
        makeTen();
        robot.push(KeyCode.ENTER);
        fixture.await("it is saved there", () -> training.savedUpdateProperty().get() == 31);
        FailingCard.failAfter(3);
        robot.clickOn("Play");
        fixture.await("it is lost", () -> training.cardLostProperty().get());
        fixture.settle();
        fixture.picture("card-lost");
        assertThat(training.troubleProperty().get()).startsWith("The run stopped: the card fell off the bus.");
        assertThat(remedies()).containsExactly("Go on on the processor");
        robot.clickOn("Go on on the processor");
        fixture.await("it goes on", () -> training.updateProperty().get() > 40);
        assertThat(Files.readString(Path.of(training.folderProperty().get()).resolve("origin.json")))
                .as("no update that was saved is lost")
                .contains("31");
        assertThat(training.status().backendProperty().get()).isEqualTo("CPU");
        assertThat(training.troubleProperty().get()).isEmpty();
        assertThat(remedies()).isEmpty();
    }

    @Test
    void aRunOfACardThatIsNotHereGoesOnInABranchOnTheProcessorAndThatIsSaid() throws IOException {
        FailingCard.failAfter(Integer.MAX_VALUE);
        openExperiment(ON_A_CARD, "On a card");
        makeTen();
        Path run = Path.of(training.folderProperty().get());
        assertThat(robot.lookup(".status-line")
                        .lookup((Node node) -> node instanceof Labeled labeled
                                && labeled.getText().endsWith("card 7.00 GiB of 8.00 GiB"))
                        .queryAll())
                .isNotEmpty();
        openSmallExperiment();
        Path settings = run.resolve("experiment.json");
        Files.writeString(settings, Files.readString(settings).replaceFirst("\"card\": *7", "\"card\": 5"));
        BenchFixture.doOnWindow(() -> fixture.bench.open(run));
        fixture.await(
                "a branch is open",
                () -> training.updateProperty().get() == 10
                        && !training.folderProperty().get().equals(run.toString()));
        fixture.settle();
        fixture.picture("card-elsewhere");
        assertThat(training.status().backendProperty().get()).isEqualTo("CPU");
        assertThat(fixture.bench.shell().messages())
                .extracting(message -> message.text())
                .contains(run.getFileName()
                        + " was made on a graphics card, which cannot be used: there is no card 5. A branch"
                        + " of it is open that goes on on the processor; the run itself stays as it is.");
        assertThat(Files.readString(settings)).contains("cuda");
        Path file = run.resolveSibling("on-a-card.json");
        Files.writeString(file, ON_A_CARD.replace("\"card\": 7", "\"card\": 5"));
        BenchFixture.doOnWindow(() -> fixture.bench.open(file));
        fixture.await("it is open", () -> training.updateProperty().get() == 0);
        assertThat(training.status().backendProperty().get()).isEqualTo("CPU");
        assertThat(fixture.bench.shell().noticeProperty().get()).contains("It is open for the processor.");
    }

    @Test
    void whoChoosesACardThatIsNotThereIsToldWhyAndTheRunStaysAsItIs() throws IOException {
        openSmallExperiment();
        makeTen();
        robot.interact(() -> robot.lookup(
                        (Node node) -> node instanceof ComboBox<?> box && "Device".equals(box.getAccessibleText()))
                .<ComboBox<Object>>query()
                .getSelectionModel()
                .select(2));
        robot.push(KeyCode.CONTROL, KeyCode.R);
        fixture.await(
                "it is said",
                () -> !robot.lookup("backend.device: cuda cannot be used: there is no card 0; choose cpu or" + " auto")
                        .queryAll()
                        .isEmpty());
        fixture.settle();
        fixture.picture("card-missing");
        assertThat(training.updateProperty().get()).isEqualTo(10);
        assertThat(training.status().backendProperty().get()).isEqualTo("CPU");
    }
}
