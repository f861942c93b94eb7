package unroll.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unroll.app.control.QuietButton;
import unroll.app.own.Visits;
import unroll.engine.record.RunFiles;
import unroll.engine.series.ColumnSettings;
import unroll.engine.table.DateOrder;
import unroll.engine.task.OwnSeries;

/** Somebody drops tables and says how they are to be read. */
class DataSheetTest extends BenchTest {
    private Path visits() throws IOException {
        return Files.writeString(folder.resolve("visits.csv"), Visits.table());
    }

    private void drop(Path path) {
        BenchFixture.doOnWindow(() -> fixture.bench.open(path));
    }

    private boolean shown() {
        return robot.lookup(".data-sheet").tryQuery().isPresent();
    }

    private void awaitSheet() {
        fixture.await(
                "the sheet is there",
                () -> shown()
                        && !robot.lookup(".preview-head").queryAll().isEmpty()
                        && !button("Cancel").getParent().lookup(".muted").isVisible());
        fixture.settle();
    }

    private Button button(String text) {
        return robot.lookup((Node node) -> node instanceof Button one && text.equals(one.getText()) && one.isVisible())
                .query();
    }

    private void press(String text) {
        BenchFixture.doOnWindow(() -> button(text).fire());
    }

    @SuppressWarnings("unchecked")
    private ComboBox<String> box(String what) {
        return robot.lookup((Node node) -> node instanceof ComboBox<?> one && what.equals(one.getAccessibleText()))
                .query();
    }

    private void choose(String what, String value) {
        ComboBox<String> box = box(what);
        BenchFixture.doOnWindow(() -> box.setValue(value));
    }

    private OwnSeries task() {
        return (OwnSeries) fixture.train().history().valueProperty().get().task();
    }

    @Test
    void aDoubtIsSettledARoleCorrectedAndTheSettingsAreThoseOfTheRun() throws IOException {
        openSmallExperiment();
        drop(visits());
        awaitSheet();
        fixture.picture("data-doubt");
        assertThat(training.nameProperty().get()).as("nothing was opened").isEqualTo("Two small balls");
        fixture.await(
                "the first choice of the doubt has the keys",
                () -> button("day first").isFocused());
        robot.push(KeyCode.SPACE);
        fixture.await(
                "the doubt is settled",
                () -> robot.lookup(".data-sheet .banner").tryQuery().isEmpty());
        choose("Use of wind, m/s", "input");
        choose("Use of kind", "input, as classes");
        fixture.await(
                "it is understood",
                () -> robot.lookup(".data-words").queryAll().stream()
                        .anyMatch(node -> node.toString().contains("Given only: wind, m/s, kind.")));
        awaitSheet();
        fixture.picture("data-settled");
        robot.push(KeyCode.ENTER);
        fixture.await("it is open", () -> training.nameProperty().get().equals("visits"));
        fixture.settle();
        assertThat(shown()).isFalse();
        assertThat(task().form().dates()).isEqualTo(DateOrder.DAY_FIRST);
        assertThat(task().columns()).isEqualTo(new ColumnSettings("", "", "\"wind, m/s\"", "", "", "", "kind"));
        assertThat(training.aboutProperty().get()).contains("Given only: wind, m/s, kind.");
        trainFor(3);
        pause();
        assertThat(Files.readString(Path.of(training.folderProperty().get()).resolve(RunFiles.EXPERIMENT)))
                .contains("day-first")
                .contains("wind, m/s");
    }

    @Test
    void escapeOpensNothing() throws IOException {
        openSmallExperiment();
        drop(visits());
        awaitSheet();
        robot.push(KeyCode.ESCAPE);
        fixture.settle();
        assertThat(shown()).isFalse();
        assertThat(training.nameProperty().get()).isEqualTo("Two small balls");
    }

    @Test
    void whatIsNotDoubtfulOpensWithALineThatOffersToChangeItAndTheChangeCanBeUndone() throws IOException {
        Path file = Files.writeString(
                folder.resolve("calm.csv"),
                "load,wind\n"
                        + IntStream.range(0, 300)
                                .mapToObj(i -> i * i % 11 + "," + i % 5)
                                .collect(Collectors.joining("\n")));
        drop(file);
        fixture.await("it is open", () -> training.nameProperty().get().equals("calm"));
        fixture.await(
                "it is told", () -> robot.lookup(".background-news").query().isVisible());
        assertThat(fixture.bench.shell().background().newsProperty().get())
                .startsWith("calm.csv: 300 rows of 2 columns.")
                .contains("Given and predicted: load, wind.");
        fixture.picture("data-told");
        press("Change\u2026");
        awaitSheet();
        choose("Use of wind", "input");
        awaitSheet();
        press("Apply");
        fixture.await("it is an edit", () -> task().columns().inputs().equals("wind"));
        assertThat(training.aboutProperty().get()).isNotEmpty();
        BenchFixture.doOnWindow(() -> fixture.run("data.change"));
        awaitSheet();
        assertThat(robot.lookup((Node node) ->
                                node instanceof ComboBox<?> one && "Use of wind".equals(one.getAccessibleText()))
                        .<ComboBox<?>>query()
                        .getValue())
                .isEqualTo("input");
        robot.push(KeyCode.ESCAPE);
        BenchFixture.doOnWindow(() -> fixture.train().history().undo());
        assertThat(task().columns()).isEqualTo(ColumnSettings.FOUND);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT7);
        fixture.await(
                "Design is there", () -> robot.lookup(".palette").tryQuery().isPresent());
        fixture.settle();
        fixture.picture("data-design");
        press("Change how it is read\u2026");
        awaitSheet();
    }

    /** By the mouse from the line that tells of the data, then by keys from the side of Design. */
    @Test
    void spaceTrainsAfterTheSheetWhereverItWasOpened() throws IOException {
        drop(Files.writeString(folder.resolve("calm.csv"), "load,wind\n" + "1,5\n2,3\n4,4\n2,1\n".repeat(80)));
        fixture.await("it is open", () -> training.nameProperty().get().equals("calm"));
        fixture.await(
                "it is told", () -> robot.lookup(".background-news").query().isVisible());
        fixture.settle();
        robot.clickOn(button("Change\u2026"));
        awaitSheet();
        choose("Use of wind", "input");
        awaitSheet();
        robot.push(KeyCode.ENTER);
        fixture.await("it is an edit", () -> task().columns().inputs().equals("wind"));
        fixture.settle();
        trainFor(1);
        pause();
        assertThat(shown()).isFalse();
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT7);
        fixture.await(
                "Design is there", () -> robot.lookup(".palette").tryQuery().isPresent());
        fixture.settle();
        Button change = button("Change how it is read\u2026");
        for (int i = 0; i < 150 && !BenchFixture.onWindow(change::isFocused); i++) {
            robot.push(KeyCode.TAB);
        }
        robot.push(KeyCode.SPACE);
        awaitSheet();
        robot.push(KeyCode.ENTER);
        fixture.await("it is put away", () -> !shown());
        fixture.settle();
        trainFor(1);
        pause();
        assertThat(shown()).isFalse();
    }

    @Test
    void whatCannotBeReadAsItIsFoundIsRefusedWithAnOfferToSayHow() throws IOException {
        openSmallExperiment();
        drop(Files.writeString(
                folder.resolve("odd.csv"), "a;b\n" + "1;3\n2;5\n".repeat(100) + "oops;1\n" + "3;4\n".repeat(100)));
        fixture.await("it is refused", () -> !fixture.bench.shell().messages().isEmpty());
        assertThat(fixture.bench.shell().noticeProperty().get())
                .contains("line 202")
                .contains("oops");
        assertThat(training.nameProperty().get()).isEqualTo("Two small balls");
        fixture.settle();
        press("Change\u2026");
        fixture.await(
                "the sheet is there",
                () -> shown() && robot.lookup(".data-sheet .refusal").query().isVisible());
        fixture.settle();
        fixture.picture("data-refused");
        assertThat(robot.lookup(".data-sheet .text-area")
                        .queryAs(TextArea.class)
                        .getText())
                .as("the file as it is, with the line that is refused")
                .startsWith("1\ta;b\n2\t1;3\n3\t2;5\n")
                .contains("202\toops;1\n");
        assertThat(BenchFixture.onWindow(() -> button("Open").isDisabled())).isTrue();
        robot.clickOn((Node node) -> node instanceof TextField field && "Missing".equals(field.getAccessibleText()));
        robot.write("oops");
        robot.push(KeyCode.ENTER);
        awaitSheet();
        fixture.await("it can be opened", () -> !button("Open").isDisabled());
        press("Open");
        fixture.await("it is open", () -> training.nameProperty().get().equals("odd"));
        assertThat(task().form().missing()).isEqualTo("oops");
    }

    @ParameterizedTest
    @CsvSource({"100, 1440, 900", "100, 1060, 700", "150, 1060, 700", "200, 1060, 700", "200, 1440, 900"})
    void nothingIsCutWithTextOfAnySize(int percent, double width, double height) throws IOException {
        BenchFixture.doOnWindow(() -> {
            fixture.stage.setWidth(width);
            fixture.stage.setHeight(height);
            while (fixture.theme.textSizeProperty().get() < percent) {
                fixture.theme.larger();
            }
        });
        drop(visits());
        awaitSheet();
        fixture.picture("data-%d-%.0f".formatted(percent, width));
        Bounds window =
                BenchFixture.onWindow(() -> fixture.stage.getScene().getRoot().getLayoutBounds());
        double above = 0;
        for (String part : List.of(
                ".data-sheet",
                ".data-sheet .sheet-title",
                ".data-sheet .banner",
                ".data-sheet .data-words",
                ".data-sheet .export-buttons")) {
            Node node = robot.lookup(part).query();
            Bounds there = BenchFixture.onWindow(() -> node.localToScene(node.getLayoutBounds()));
            assertThat(there.getMinX()).as(part).isGreaterThanOrEqualTo(0);
            assertThat(there.getMaxX()).as(part).isLessThanOrEqualTo(window.getMaxX());
            assertThat(there.getMinY()).as("%s below what is above it", part).isGreaterThanOrEqualTo(above);
            assertThat(there.getMaxY()).as(part).isLessThanOrEqualTo(window.getMaxY());
            above = part.equals(".data-sheet") ? there.getMinY() : there.getMaxY();
        }
        Node scroll = robot.lookup(".data-sheet > .scroll-pane").query();
        assertThat(BenchFixture.onWindow(() -> scroll.getLayoutBounds().getHeight()))
                .as("the table is seen, too")
                .isGreaterThan(120);
        Bounds sheet =
                BenchFixture.onWindow(() -> robot.lookup(".data-rows").query().getLayoutBounds());
        for (Node node : robot.lookup(".data-rows .number-field").queryAll()) {
            Bounds there = BenchFixture.onWindow(() -> node.getBoundsInParent());
            assertThat(there.getMaxX()).as("%s", node).isLessThanOrEqualTo(sheet.getWidth());
        }
    }

    /** Tab goes through the choices, the heads of all columns and the buttons, and each is seen to have the keys. */
    @Test
    void theWholeSheetIsReachedByTheKeyboard() throws IOException {
        drop(visits());
        awaitSheet();
        List<Node> wanted = BenchFixture.onWindow(() -> robot.lookup(".data-sheet").query().lookupAll("*").stream()
                .filter(node -> node instanceof ComboBox<?> || node instanceof Button)
                .filter(node -> !(node instanceof QuietButton)) // Esc does the same
                .filter(node -> node.isFocusTraversable() && !node.isDisabled() && node.isVisible())
                .toList());
        assertThat(wanted).hasSizeGreaterThan(14);
        Set<Node> reached = new LinkedHashSet<>();
        for (int i = 0; i < 60; i++) {
            robot.push(KeyCode.TAB);
            Node owner = BenchFixture.onWindow(() -> fixture.stage.getScene().getFocusOwner());
            assertThat(BenchFixture.onWindow(() -> owner.isFocusVisible() || owner.equals(button("day first"))))
                    .as("%s, or the first, to which the sheet leads back", owner)
                    .isTrue();
            reached.add(owner);
        }
        assertThat(reached).containsAll(wanted);
        BenchFixture.doOnWindow(
                () -> robot.lookup(".preview .table-view").query().requestFocus());
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.ENTER);
        fixture.settle();
        assertThat(shown()).as("a doubt is still open").isTrue();
        press("day first");
        awaitSheet();
        robot.push(KeyCode.ENTER);
        fixture.await("it is open", () -> training.nameProperty().get().equals("visits"));
    }

    /** Of a table with 207 columns each gets a role of its own, though not all have a place at once. */
    @Test
    void anyOfManyColumnsIsFoundByItsName() throws IOException {
        Path wide = Files.writeString(
                folder.resolve("wide.csv"),
                IntStream.range(0, 207).mapToObj(c -> "c" + c).collect(Collectors.joining(",")) + "\n"
                        + IntStream.range(0, 300)
                                .mapToObj(i -> IntStream.range(0, 207)
                                        .mapToObj(c -> Integer.toString(i * (c + 2) % 11))
                                        .collect(Collectors.joining(",")))
                                .collect(Collectors.joining("\n")));
        drop(wide);
        fixture.await("it is open", () -> training.nameProperty().get().equals("wide"));
        BenchFixture.doOnWindow(() -> fixture.run("data.change"));
        awaitSheet();
        fixture.picture("data-wide");
        assertThat(told()).contains("There are 207 columns, of which the first 120 are shown");
        robot.clickOn(
                (Node node) -> node instanceof TextField field && "Columns named".equals(field.getAccessibleText()));
        robot.write("C20");
        fixture.settle();
        assertThat(told()).startsWith("8 of 207 columns are named so.");
        choose("Use of c205", "target");
        awaitSheet();
        fixture.picture("data-wide-found");
        press("Apply");
        fixture.await("it is an edit", () -> task().columns().targets().equals("c205"));
    }

    private String told() {
        return ((Label) robot.lookup(".data-line > .muted").query()).getText();
    }

    /** The experiment comes with its settings, so that nothing was asked before. */
    @Test
    void aDoubtAboutTheDataOfAnExperimentIsToldBesideThemUntilItIsSettled() throws IOException {
        visits();
        Path document = Files.writeString(folder.resolve("mine.json"), """
            {"name": "Mine", "task": {"kind": "own-series", "folder": "visits.csv", "window": 8},
             "model": {"kind": "rnn", "hidden": 5}, "training": {"batch": 5, "updates": 1000, "testSequences": 5}}
            """);
        drop(document);
        fixture.await("it is open", () -> training.nameProperty().get().equals("Mine"));
        fixture.await(
                "it is told",
                () -> fixture.bench
                        .shell()
                        .background()
                        .newsProperty()
                        .get()
                        .contains("nobody can tell whether the day or the month comes first"));
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT7);
        fixture.await(
                "Design says so",
                () -> robot.lookup(".doubt").tryQuery().map(Node::isVisible).orElse(false));
        fixture.settle();
        fixture.picture("data-design-doubt");
        press("Change how it is read\u2026");
        awaitSheet();
        press("day first");
        awaitSheet();
        press("Apply");
        fixture.await("it is an edit", () -> task().form().dates() == DateOrder.DAY_FIRST);
        fixture.settle();
        assertThat(robot.lookup(".doubt").query().isVisible()).isFalse();
    }

    @Test
    void settingsThatBelongTogetherStandBelowATitleInTheListOfAll() throws IOException {
        drop(visits());
        awaitSheet();
        press("day first");
        awaitSheet();
        press("Open");
        fixture.await("it is open", () -> training.nameProperty().get().equals("visits"));
        fixture.settle();
        assertThat(robot.lookup(".property-sheet .group-title").queryAll().stream()
                        .map(node -> ((Label) node).getText()))
                .contains("Form of the file", "Columns");
        fixture.picture("data-groups");
    }

    @ParameterizedTest
    @CsvSource({
        "'Use of wind, m/s', SPACE, ",
        "Use of kind, F4, ",
        "Use of load, ALT, DOWN",
        "Head, SPACE, ",
        "Decimals, F4, "
    })
    void aListIsOpenedByItsKeysAndEnterChoosesInItAndOpensNothing(String what, KeyCode key, @Nullable KeyCode more)
            throws IOException {
        openSmallExperiment();
        drop(visits());
        awaitSheet();
        press("day first");
        awaitSheet();
        ComboBox<String> box = box(what);
        String before = BenchFixture.onWindow(() -> {
            box.requestFocus();
            return box.getValue();
        });
        robot.push(more == null ? new KeyCode[] {key} : new KeyCode[] {key, more});
        fixture.settle();
        assertThat(BenchFixture.onWindow(box::isShowing)).as("the list is open").isTrue();
        robot.push(
                BenchFixture.onWindow(() -> box.getSelectionModel().getSelectedIndex()) == 0
                        ? KeyCode.DOWN
                        : KeyCode.UP);
        robot.push(KeyCode.ENTER);
        fixture.settle();
        assertThat(BenchFixture.onWindow(box::isShowing)).isFalse();
        assertThat(BenchFixture.onWindow(box::getValue)).isNotEqualTo(before);
        assertThat(shown()).as("the sheet").isTrue();
        fixture.await(
                "it is read",
                () -> !button("Cancel").getParent().lookup(".muted").isVisible());
        assertThat(training.nameProperty().get()).isEqualTo("Two small balls");
        assertThat(BenchFixture.onWindow(box::isFocused)).isTrue();
        if (!button("Open").isDisabled()) {
            robot.push(KeyCode.ENTER);
            fixture.await("it is open", () -> training.nameProperty().get().equals("visits"));
        }
    }
}
