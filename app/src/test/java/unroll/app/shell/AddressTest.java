package unroll.app.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.app.address.NodeAddress;
import unroll.app.address.Sighting;
import unroll.app.command.Command;
import unroll.app.control.Card;

/** The things in the window are found by their addresses, or it is said why not. */
class AddressTest extends BenchTest {
    private Sighting find(String address) {
        return BenchFixture.onWindow(() -> fixture.bench.nodes().find(NodeAddress.of(address)));
    }

    private Node node(String address) {
        assertThat(find(address)).as(address).isInstanceOf(Sighting.Seen.class);
        return find(address).seen().orElseThrow();
    }

    private String reason(String address) {
        assertThat(find(address)).as(address).isInstanceOf(Sighting.Unseen.class);
        return ((Sighting.Unseen) find(address)).reason();
    }

    private void push(KeyCode... keys) {
        robot.push(keys);
        fixture.settle();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "loss", ":loss", "view:", " :loss", "view: "})
    void whatIsNoAddressIsRefused(String text) {
        assertThatThrownBy(() -> NodeAddress.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anAddressIsReadAsItIsWritten() {
        for (NodeAddress address : List.of(
                NodeAddress.view("loss"),
                NodeAddress.setting("optimiser.learningRate"),
                NodeAddress.command("run.play"),
                NodeAddress.card("Copying: 3 letters"))) {
            assertThat(NodeAddress.of(address.toString())).isEqualTo(address);
        }
    }

    @Test
    void whatIsSeenIsFoundOnTheScreenThatIsInFront() throws IOException {
        openSmallExperiment();
        assertThat(node("screen:runs"))
                .isInstanceOfSatisfying(
                        ToggleButton.class, item -> assertThat(item.getText()).isEqualTo("Runs"));
        assertThat(node("view:loss"))
                .isInstanceOfSatisfying(
                        Card.class,
                        card -> assertThat(card.titleProperty().get()).isEqualTo("Loss"));
        assertThat(node("command:run.play"))
                .isInstanceOfSatisfying(
                        Button.class, button -> assertThat(button.getText()).isEqualTo("Play"));
        assertThat(((Labeled) node("setting:optimiser.learningRate").lookup(".setting-name")).getText())
                .isEqualTo("Learning rate");
        assertThat(node("setting:optimiser").lookupAll(".setting-name"))
                .as("a section has the rows of its settings")
                .contains(node("setting:optimiser.learningRate").lookup(".setting-name"));
        push(KeyCode.CONTROL, KeyCode.DIGIT5);
        fixture.await(
                "the race is open",
                () -> fixture.screen(RaceScreen.class).model().openProperty().get());
        fixture.settle();
        assertThat(node("command:race.play")).isInstanceOf(Button.class);
        assertThat(reason("command:run.play")).contains("Play or pause", "not shown");
        assertThat(reason("view:loss")).contains("Loss", "not shown");
    }

    @Test
    void whyNothingIsFoundIsSaid() throws IOException {
        openSmallExperiment();
        assertThat(node("screen:sweep").isDisabled())
                .as("none is open: it is seen, but off")
                .isTrue();
        assertThat(reason("command:run.clip")).as("nothing diverged").contains("not shown now");
        assertThat(reason("view:flow")).as("it lies behind another").contains("\u201cGradient flow\u201d");
        assertThat(reason("screen:moon")).isEqualTo("There is no screen called \u201cmoon\u201d.");
        assertThat(reason("view:moon")).contains("no view called");
        assertThat(reason("command:run.moon")).contains("no command called");
        assertThat(reason("setting:optimiser.moon")).contains("no setting called");
        assertThat(reason("setting:moon.learningRate")).contains("no setting called");
        assertThat(reason("moon:moon")).contains("no moon called");
    }

    @Test
    void aViewIsFoundInAWindowOfItsOwn() throws IOException {
        openSmallExperiment();
        robot.push(KeyCode.ALT, KeyCode.DIGIT1); // touched last, once it is shown again
        robot.push(KeyCode.ALT, KeyCode.DIGIT1);
        fixture.settle();
        Window main = BenchFixture.onWindow(() -> fixture.stage);
        assertThat(node("view:loss").getScene().getWindow()).isEqualTo(main);
        push(KeyCode.ALT, KeyCode.W);
        assertThat(node("view:loss").getScene().getWindow()).isNotEqualTo(main);
        push(KeyCode.ALT, KeyCode.Z);
        assertThat(node("view:loss").getScene().getWindow()).isEqualTo(main);
    }

    @Test
    void everyScreenSaysAllAboutItself() {
        List<Screen<?>> screens = fixture.bench.screens().all();
        assertThat(screens).extracting(Screen::id).doesNotHaveDuplicates();
        for (Screen<?> screen : screens) {
            Command shows =
                    fixture.bench.commands().find("screen." + screen.id()).orElseThrow();
            assertThat(shows.keyText()).as(screen.id()).isNotEmpty();
            assertThat(screen.guests())
                    .as("commands that hold on %s, too", screen.id())
                    .allMatch(id -> fixture.bench.commands().find(id).isPresent());
        }
    }

    @Test
    void theKeyOfACommandIsToldByTheHelpOfItsButtonThoughNobodyWroteItThere() throws IOException {
        openSmallExperiment();
        assertThat(help("command:run.play")).isEqualTo("Train (Space)");
        Control play = (Control) node("command:run.play");
        Tooltip tip = BenchFixture.onWindow(play::getTooltip);
        assertThat(help("command:run.later")).isEqualTo("Network as it was later (>)");
        fixture.await("it is not shown any more", () -> !tip.isShowing());
        assertThat(BenchFixture.onWindow(tip::getText))
                .as("what is written there")
                .isEqualTo("Train");
        assertThat(help("command:view.weights")).isEqualTo("Show Weights (Alt+5)");
        assertThat(help("command:file.export")).endsWith("(Ctrl+E)");
        assertThat(help("command:run.reset")).endsWith("same seeds (Ctrl+R)");
        assertThat(help("screen:runs")).endsWith("(Ctrl+6)");
        assertThat(help("command:window.commands")).endsWith("(Ctrl+L)");
    }

    private String help(String address) {
        Node button = node(address);
        robot.moveTo(button);
        Tooltip tip = BenchFixture.onWindow(() -> ((Control) button).getTooltip());
        fixture.await("help is shown", tip::isShowing);
        return BenchFixture.onWindow(tip::getText);
    }
}
