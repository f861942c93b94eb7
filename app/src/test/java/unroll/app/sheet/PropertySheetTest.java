package unroll.app.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import atlantafx.base.controls.Popover;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import unroll.app.Screens;
import unroll.app.look.Theme;
import unroll.engine.experiment.Examples;
import unroll.engine.experiment.Experiment;
import unroll.engine.optim.Momentum;
import unroll.engine.optim.Nesterov;
import unroll.engine.optim.OptimiserSettings;
import unroll.engine.setting.Field;
import unroll.engine.setting.FileKind;
import unroll.engine.setting.Schedule;
import unroll.engine.setting.Schema;
import unroll.engine.setting.SettingsJson;
import unroll.engine.task.BouncingBalls;

class PropertySheetTest {
    private final FxRobot robot = new FxRobot();
    private final List<SettingEdit<Experiment>> edits = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private Optional<Path> choice = Optional.empty();
    private PropertySheet<Experiment> sheet;
    private ScrollPane page;

    @BeforeEach
    void showASheet() throws Exception {
        Stage stage = FxToolkit.registerPrimaryStage();
        sheet = WaitForAsyncUtils.waitForAsyncFx(
                5000, () -> new PropertySheet<>(Examples.first(), this::chosen, this::edited));
        page = new ScrollPane();
        robot.interact(() -> {
            page.setContent(sheet);
            page.setFitToWidth(true);
            Scene scene = new Scene(page, 320, 640);
            new Theme(new SimpleObjectProperty<>(ColorScheme.LIGHT)).dress(scene);
            stage.setX(0);
            stage.setY(0);
            stage.setScene(scene);
            stage.show();
        });
    }

    Optional<Path> chosen(FileKind kind, boolean folder, Path now, Window window) {
        asked.add(kind.words() + (folder ? " in a folder" : "") + " near " + now);
        return choice;
    }

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

    private void edited(SettingEdit<Experiment> edit) {
        edits.add(edit);
        sheet.valueProperty().set(edit.after());
    }

    /** What the parts of the sheet are called, read on the window's thread, which builds them. */
    private List<String> seen() {
        List<String> names = new ArrayList<>();
        robot.interact(() -> robot.from(sheet)
                .lookup((Node node) -> node instanceof Control)
                .queryAll()
                .forEach(node -> names.add(node.getAccessibleText())));
        return names;
    }

    private TextField field(String name) {
        return robot.from(sheet)
                .lookup((Node node) -> node instanceof TextField && name.equals(node.getAccessibleText()))
                .query();
    }

    private void type(String name, String text) {
        TextField field = field(name);
        robot.interact(() -> {
            field.requestFocus();
            field.setText(text);
        });
        robot.push(KeyCode.ENTER);
    }

    private String refusal() {
        return robot.from(sheet).lookup(".refusal").queryAllAs(Label.class).stream()
                .filter(Node::isVisible)
                .map(Label::getText)
                .reduce("", String::concat);
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
    void ofALongPathTheEndIsSeen() {
        Path file = Path.of("/", "a".repeat(60), "b".repeat(60), "tales.txt");
        showAText(file);
        assertThat(field("File").getCaretPosition()).isEqualTo(file.toString().length());
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

    private <T> T seenOnWindow(java.util.concurrent.Callable<T> question) {
        return WaitForAsyncUtils.waitForAsyncFx(5000, question);
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

    private Slider slider(String name) {
        return robot.from(sheet)
                .lookup((Node node) -> node instanceof Slider && name.equals(node.getAccessibleText()))
                .query();
    }

    /** Drags a slider over these shares of its way, and lets it go. */
    private void drag(String name, double... shares) {
        Slider slider = slider(name);
        robot.interact(() -> {
            slider.setValueChanging(true);
            for (double share : shares) {
                slider.setValue(share);
            }
            slider.setValueChanging(false);
        });
    }

    @Test
    void aSliderActsWhileItIsDraggedAndIsOneEdit() {
        robot.interact(() ->
                sheet.valueProperty().set(SettingsJson.with(Examples.first(), "optimiser.learningRate", "0.001")));
        drag("Learning rate", 0.25, 0.5, 0.75); // of the factors from 1e-5 to 10
        assertThat(edits)
                .extracting(SettingEdit::held, edit -> learningRate(edit.after()))
                .containsExactly(tuple(true, 3.2e-4), tuple(true, 0.01), tuple(true, 0.32), tuple(false, 0.32));
        assertThat(edits.getLast().name()).isEqualTo("Learning rate 0.001 \u2192 0.32");
        assertThat(field("Learning rate").getText()).isEqualTo("0.32");
    }

    @Test
    void unitsHaveASliderOfWholeNumbersAndArrowKeysMoveItByOneAtLeast() {
        drag("Hidden units", 0.5);
        assertThat(edits.getLast().name()).endsWith("\u2192 45"); // the root of 2 times 1000, to two figures
        edits.clear();
        robot.interact(() -> sheet.valueProperty().set(SettingsJson.with(Examples.first(), "model.hidden", "3")));
        robot.interact(() -> slider("Hidden units").requestFocus());
        robot.push(KeyCode.RIGHT);
        assertThat(edits).extracting(SettingEdit::name).containsExactly("Hidden units 3 \u2192 4");
    }

    @Test
    void ofAPlanTheValueThatHoldsNowIsShownAndWhatIsTypedStays() {
        robot.interact(() -> {
            sheet.valueProperty()
                    .set(SettingsJson.with(Examples.first(), "optimiser.learningRate", "0: 0.0001, 533: 50"));
            sheet.updateProperty().set(532);
        });
        assertThat(field("Learning rate").getText()).isEqualTo("0.0001");
        robot.interact(() -> sheet.updateProperty().set(533));
        assertThat(field("Learning rate").getText()).isEqualTo("50");
        robot.interact(() -> {
            field("Learning rate").requestFocus();
            field("Learning rate").setText("3");
            sheet.updateProperty().set(600);
        });
        assertThat(field("Learning rate").getText()).isEqualTo("3");
        robot.push(KeyCode.ENTER);
        assertThat(edits).extracting(SettingEdit::name).containsExactly("Learning rate 50 \u2192 3");
    }

    @Test
    void theWholePlanIsBehindAButtonAndCanBeChangedThere() {
        robot.interact(() -> sheet.valueProperty()
                .set(SettingsJson.with(Examples.first(), "optimiser.learningRate", "0: 0.1, 533: 50")));
        ButtonBase plan = robot.from(sheet)
                .lookup((Node node) -> node instanceof ButtonBase button
                        && node.isVisible()
                        && button.getTooltip() != null
                        && button.getTooltip().getText().endsWith("0: 0.1, 533: 50"))
                .query();
        robot.interact(plan::fire);
        TextField all = robot.lookup((Node node) -> "Plan of Learning rate".equals(node.getAccessibleText()))
                .query();
        assertThat(all.getText()).isEqualTo("0: 0.1, 533: 50");
        robot.interact(() -> all.setText("0: 0.1, 700: 0.2"));
        robot.push(KeyCode.ENTER);
        assertThat(edits.getLast().name()).isEqualTo("Learning rate 0: 0.1, 533: 50 \u2192 0: 0.1, 700: 0.2");
        assertThat(seenOnWindow(plan::isVisible)).isTrue();
        robot.interact(() -> Window.getWindows().stream()
                .filter(Popover.class::isInstance)
                .toList()
                .forEach(Window::hide));
    }

    private static double learningRate(Experiment experiment) {
        return ((Nesterov) experiment.optimiser()).learningRate().at(0);
    }
}
