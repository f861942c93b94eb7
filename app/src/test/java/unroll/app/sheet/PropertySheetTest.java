package unroll.app.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.controls.Popover;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;
import unroll.app.Screens;
import unroll.app.control.Chooser;
import unroll.engine.experiment.Examples;
import unroll.engine.experiment.Experiment;
import unroll.engine.optim.Momentum;
import unroll.engine.optim.Nesterov;
import unroll.engine.optim.OptimiserSettings;
import unroll.engine.setting.Field;
import unroll.engine.setting.Schedule;
import unroll.engine.setting.Schema;
import unroll.engine.setting.SettingsJson;
import unroll.engine.task.BouncingBalls;

class PropertySheetTest extends PropertySheetBench {
    @Test
    void aNetworkWithoutForgetGatesIsNotAskedForTheirBias() {
        robot.interact(() -> {
            sheet = new PropertySheet<>(
                    SettingsJson.with(Examples.first(), "model", "rnn"), this::chosen, this::edited, Experiment::uses);
        });
        assertThat(seen()).contains("Learning rate").doesNotContain("Forget bias");
        robot.interact(() -> sheet.valueProperty().set(SettingsJson.with(Examples.first(), "model", "lstm")));
        assertThat(seen()).contains("Learning rate", "Forget bias");
        robot.interact(() -> sheet.valueProperty().set(SettingsJson.with(Examples.first(), "model", "gru")));
        assertThat(seen()).doesNotContain("Forget bias");
    }

    @Test
    void anEmptySettingSaysWhatItStandsFor() {
        robot.interact(() -> sheet.valueProperty().set(SettingsJson.with(Examples.first(), "model", "designed")));
        assertThat(field("Shown").getPromptText()).isEqualTo("the last layer");
    }

    @Test
    void everySectionOfTheExperimentIsThere() {
        assertThat(robot.from(sheet).lookup(".section-title").queryAllAs(Label.class))
                .extracting(Label::getText)
                .containsExactly(
                        "TASK",
                        "MODEL",
                        "INITIALISATION",
                        "GATES",
                        "OPTIMISER",
                        "GRADIENT",
                        "REGULARISATION",
                        "TRAINING",
                        "SEEDS",
                        "BACKEND");
    }

    @Test
    void aNumberThatIsTypedBecomesANamedEdit() {
        type("Balls", "2");
        assertThat(edits).hasSize(1);
        assertThat(edits.getFirst().name()).isEqualTo("Balls 3 \u2192 2");
        assertThat(((BouncingBalls) edits.getFirst().after().task()).balls()).isEqualTo(2);
    }

    private Chooser preset() {
        return robot.from(sheet)
                .lookup((Node node) -> node instanceof Chooser && "Preset".equals(node.getAccessibleText()))
                .query();
    }

    @Test
    void aPresetIsOneEditThatKeepsWhatItsNameSaysNothingOf() {
        assertThat(preset().getValue()).isEqualTo("thesis: 15 \u00d7 15, 3 balls");
        robot.interact(() -> preset().setValue("thesis: 20 \u00d7 20, 2 balls"));
        assertThat(edits).hasSize(1);
        assertThat(edits.getFirst().name()).isEqualTo("Task \u2192 thesis: 20 \u00d7 20, 2 balls");
        assertThat(edits.getFirst().after().task()).isEqualTo(new BouncingBalls(2, 20, 60, 1.2));
        robot.interact(() -> sheet.valueProperty().set(edits.getFirst().after()));
        assertThat(preset().getValue()).isEqualTo("thesis: 20 \u00d7 20, 2 balls");
        robot.interact(() ->
                sheet.valueProperty().set(SettingsJson.with(edits.getFirst().after(), "task.balls", "4")));
        assertThat(preset().getValue()).as("nobody has named these").isEmpty();
    }

    private void showAText(Path file) {
        robot.interact(() -> {
            Experiment now = SettingsJson.with(Examples.first(), "task", "text");
            sheet.valueProperty().set(SettingsJson.with(now, "task.file", file.toString()));
        });
        robot.interact(() -> sheet.getScene().getRoot().applyCss());
    }

    @Test
    void aFileIsChosenBesideTheFieldAndWhoThinksBetterOfItChangesNothing() {
        Path tales = Path.of("tales.txt").toAbsolutePath();
        showAText(tales);
        ButtonBase button = robot.from(sheet).lookup(".path-button").query();
        robot.interact(button::fire);
        assertThat(asked).containsExactly("texts near " + tales);
        assertThat(edits).isEmpty();
        choice = Optional.of(Path.of("other.txt"));
        robot.interact(button::fire);
        assertThat(edits).hasSize(1);
        assertThat(field("File").getText())
                .isEqualTo(Path.of("other.txt").toAbsolutePath().toString());
        type("File", " ");
        assertThat(refusal()).isEqualTo("Name a file or a folder.");
    }

    @Test
    void whereAFolderWillDoAFileOrAFolderIsChosen() {
        robot.interact(() -> sheet.valueProperty().set(SettingsJson.with(Examples.first(), "task", "own-series")));
        MenuButton button = robot.from(sheet).lookup(".path-button").query();
        choice = Optional.of(Path.of("walks"));
        robot.interact(() -> button.getItems().get(1).fire());
        assertThat(asked).singleElement().asString().startsWith("series in a folder near ");
        assertThat(field("Folder").getText())
                .isEqualTo(Path.of("walks").toAbsolutePath().toString());
        robot.interact(() -> button.getItems().getFirst().fire());
        assertThat(asked.getLast()).startsWith("series near ");
    }

    @Test
    void ofALongPathTheEndIsSeenAtRestAndTheWholeInATooltip() {
        Path file = Path.of("/", "a".repeat(60), "b".repeat(60), "tales.txt");
        showAText(file);
        assertThat(field("File").getCaretPosition()).isEqualTo(file.toString().length());
        endIsSeen("at first");
        assertThat(field("File").getTooltip().getText()).isEqualTo(file.toString());
        robot.interact(() -> field("File").requestFocus());
        robot.push(KeyCode.HOME);
        robot.interact(sheet::requestFocus);
        endIsSeen("after the beginning was read");
        for (double width : new double[] {280, 400}) {
            robot.interact(() -> sheet.getScene().getWindow().setWidth(width));
            endIsSeen("with " + width + " pixels of room");
        }
        type("File", "/" + "c".repeat(70) + "/other.txt");
        robot.interact(sheet::requestFocus);
        endIsSeen("after something else was typed");
        assertThat(field("File").getTooltip().getText()).isEqualTo(field("File").getText());
    }

    private void endIsSeen(String when) {
        robot.interact(() -> sheet.getScene().getRoot().layout());
        WaitForAsyncUtils.waitForFxEvents();
        TextField field = field("File");
        robot.interact(() -> {
            Node words = field.lookup(".text");
            Bounds drawn = field.sceneToLocal(words.localToScene(words.getBoundsInLocal()));
            assertThat(drawn.getMinX()).as("beginning " + when).isNegative();
            assertThat(drawn.getMaxX()).as("end " + when).isBetween(field.getWidth() - 20, field.getWidth());
        });
    }

    @Test
    void aNumberOutOfRangeIsRefusedWithASentenceAndChangesNothing() {
        type("Balls", "99");
        assertThat(edits).isEmpty();
        assertThat(refusal()).isEqualTo("Balls is 99 but must be 1 to 8.");
        assertThat(field("Balls").getText()).isEqualTo("99");
    }

    @Test
    void whatIsNoNumberIsRefused() {
        type("Resolution", "large");
        assertThat(edits).isEmpty();
        assertThat(refusal()).contains("Resolution must be a whole number");
    }

    @Test
    void escapeForgetsWhatWasTyped() {
        robot.interact(() -> {
            field("Balls").requestFocus();
            field("Balls").setText("99");
        });
        robot.push(KeyCode.ESCAPE);
        assertThat(field("Balls").getText()).isEqualTo("3");
        assertThat(edits).isEmpty();
    }

    @Test
    void anotherOptimiserKeepsTheLearningRateTheyShare() {
        type("Learning rate", "0.005");
        ComboBox<?> box = robot.from(sheet)
                .lookup((Node node) -> node instanceof ComboBox && "Optimiser".equals(node.getAccessibleText()))
                .query();
        robot.interact(() -> box.getSelectionModel().select(1));
        assertThat(edits.getLast().name())
                .isEqualTo("Optimiser Nesterov \u2192 "
                        + Schema.kind(Momentum.class).label());
        assertThat(((Momentum) edits.getLast().after().optimiser()).learningRate())
                .isEqualTo(Schedule.constant(0.005));
    }

    @Test
    void anyOptimiserCanBeChosenAndEachOfItsSettingsIsShown() {
        for (Class<?> type : Schema.choices(OptimiserSettings.class)) {
            int index = Schema.choices(OptimiserSettings.class).indexOf(type);
            robot.interact(() -> robot.from(sheet)
                    .lookup((Node node) -> node instanceof ComboBox && "Optimiser".equals(node.getAccessibleText()))
                    .queryAs(ComboBox.class)
                    .getSelectionModel()
                    .select(index));
            assertThat(sheet.valueProperty().get().optimiser()).isInstanceOf(type);
            assertThat(refusal()).isEmpty();
            List<String> named = seen();
            for (Field setting : Schema.of(type).fields()) {
                assertThat(named).contains(setting.label());
            }
        }
    }

    @Test
    void amongManyWhatIsTypedIsSearchedAndOnlyWhatIsTakenBecomesAnEdit() {
        ComboBox<?> box = optimisers();
        robot.interact(box::requestFocus);
        robot.push(KeyCode.H).push(KeyCode.E).push(KeyCode.S);
        assertThat(seenOnWindow(box::isShowing)).isTrue();
        robot.push(KeyCode.DOWN).push(KeyCode.DOWN);
        assertThat(edits).as("passed on the way").isEmpty();
        robot.push(KeyCode.ENTER);
        assertThat(edits).hasSize(1);
        assertThat(Schema.kind(edits.getFirst().after().optimiser().getClass()).label())
                .contains("Hessian-free");
    }

    @Test
    void aSearchThatIsGivenUpChangesNothing() {
        ComboBox<?> box = optimisers();
        robot.interact(box::requestFocus);
        robot.push(KeyCode.A).push(KeyCode.D);
        robot.push(KeyCode.ESCAPE);
        assertThat(seenOnWindow(box::isShowing)).isFalse();
        robot.push(KeyCode.X).push(KeyCode.X).push(KeyCode.X);
        robot.interact(box::hide);
        assertThat(edits).isEmpty();
        assertThat(seenOnWindow(() -> String.valueOf(box.getValue()))).contains("Nesterov");
    }

    private ComboBox<?> optimisers() {
        ComboBox<?> box = robot.from(sheet)
                .lookup((Node node) -> node instanceof ComboBox && "Optimiser".equals(node.getAccessibleText()))
                .query();
        robot.interact(
                () -> { // its list lies within the screen
                    double y = box.localToScene(0, 0).getY();
                    page.setVvalue((y - 100)
                            / (sheet.getHeight() - page.getViewportBounds().getHeight()));
                });
        return box;
    }

    @Test
    void aScheduleIsTypedInPieces() {
        type("Momentum", "0: 0.5, 1000: 0.99");
        assertThat(((Nesterov) edits.getFirst().after().optimiser()).momentum())
                .isEqualTo(Schedule.parse("0: 0.5, 1000: 0.99"));
    }

    @Test
    void liveSettingsCarryADot() {
        assertThat(robot.from(sheet).lookup(".live-dot").queryAll()).hasSize(4);
    }

    @Test
    void theKeyForHelpTellsOfTheSettingWithFormulaAndSource() {
        robot.interact(() -> field("Momentum").requestFocus());
        robot.push(KeyCode.F1);
        assertThat(bubbles()).hasSize(1);
        assertThat(bubbles().getFirst())
                .contains("Momentum", "Allowed: 0 to 0.99999.", "Source: thesis eq. 7.12-7.13")
                .anyMatch(words -> words.contains("g(\u03b8 + \u03bc v)"));
        robot.push(KeyCode.ESCAPE);
        assertThat(bubbles()).isEmpty();
        assertThat(edits).as("Esc closed the bubble and nothing else").isEmpty();
    }

    @Test
    void whatIsChosenTellsOfItselfAndFollowsTheChoice() {
        help("Optimiser");
        assertThat(bubbles().getFirst())
                .contains("Optimiser", "Nesterov", Schema.kind(Nesterov.class).help());
        robot.push(KeyCode.ESCAPE);
        robot.interact(() -> sheet.valueProperty().set(SettingsJson.with(Examples.first(), "optimiser", "adam")));
        help("Optimiser");
        assertThat(bubbles().getFirst()).contains("Adam", "Source: Kingma and Ba 2015, algorithm 1");
        robot.push(KeyCode.ESCAPE);
    }

    @Test
    void aSettingOfNoKindTellsWhatItIsAndHasNoFormula() {
        robot.interact(() -> field("Batch").requestFocus());
        robot.push(KeyCode.F1);
        assertThat(bubbles().getFirst()).contains("Batch").noneMatch(words -> words.startsWith("Source"));
        robot.push(KeyCode.ESCAPE);
    }

    private void help(String name) {
        robot.interact(() -> robot.from(sheet)
                .lookup((Node node) -> node instanceof ComboBox && name.equals(node.getAccessibleText()))
                .query()
                .requestFocus());
        robot.push(KeyCode.F1);
    }

    /** What each bubble says that is open. */
    private List<List<String>> bubbles() {
        List<List<String>> open = new ArrayList<>();
        robot.interact(() -> Window.getWindows().stream()
                .filter(window -> window instanceof Popover)
                .forEach(bubble -> {
                    Screens.write("help-" + open.size(), bubble.getScene().snapshot(null));
                    open.add(bubble.getScene().getRoot().lookupAll(".label").stream()
                            .map(label -> ((Label) label).getText())
                            .toList());
                }));
        return open;
    }

    @Test
    void aNoteStandsBelowItsSectionAndSurvivesAnotherChoice() {
        assertThat(notes()).isEmpty();
        robot.interact(() -> sheet.noteProperty("initialisation").set("It forgets."));
        assertThat(notes()).containsExactly("It forgets.");
        robot.interact(() -> sheet.valueProperty()
                .set(SettingsJson.with(Examples.first(), "initialisation", "variance-preserving")));
        assertThat(notes()).containsExactly("It forgets.");
        robot.interact(() -> sheet.noteProperty("initialisation").set(""));
        assertThat(notes()).isEmpty();
    }

    private List<String> notes() {
        return robot.from(sheet).lookup(".section-note").queryAllAs(Label.class).stream()
                .filter(Node::isVisible)
                .map(Label::getText)
                .toList();
    }
}
