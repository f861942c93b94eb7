package unroll.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import javafx.scene.control.Button;
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

    private List<String> offered() {
        return BenchFixture.onWindow(() -> robot.lookup(".banner-trouble .button").queryAllAs(Button.class).stream()
                .filter(button ->
                        button.isVisible() && button.getParent().getParent().isVisible())
                .map(Button::getText)
                .toList());
    }

    @Test
    void itIsSaidAndTheRunGoesOnOnTheProcessorFromWhatWasSaved() throws IOException {
        FailingCard.failAfter(Integer.MAX_VALUE);
        openExperiment(ON_A_CARD, "On a card");
        assertThat(training.status().backendProperty().get()).isEqualTo("Failing card");
        makeTen();
        FailingCard.failAfter(3);
        robot.clickOn("Play");
        fixture.await("it is lost", () -> training.cardLostProperty().get());
        fixture.settle();
        fixture.picture("card-lost");
        assertThat(training.troubleProperty().get()).startsWith("The run stopped: the card fell off the bus.");
        assertThat(offered()).containsExactly("Go on on the processor");
        robot.clickOn("Go on on the processor");
        fixture.await("it goes on", () -> training.updateProperty().get() > 20);
        assertThat(training.status().backendProperty().get()).isEqualTo("CPU");
        assertThat(training.troubleProperty().get()).isEmpty();
        assertThat(offered()).isEmpty();
    }
}
