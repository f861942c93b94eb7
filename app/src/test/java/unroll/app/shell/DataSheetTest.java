package unroll.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import unroll.engine.record.RunFiles;
import unroll.engine.series.ColumnSettings;
import unroll.engine.table.DateOrder;

/** Somebody drops tables and says how they are to be read. */
class DataSheetTest extends DataSheetBench {
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
        awaitSheet();
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
}
