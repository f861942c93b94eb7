package unroll.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import unroll.engine.cli.PredictCommand;
import unroll.engine.table.Separator;
import unroll.engine.task.OwnSeries;

/** Somebody comes with a table as a measuring station writes it, and leaves with numbers of the view and a forecast; by keys alone. */
class OwnDataJourneyTest extends BenchTest {
    private static final LocalDate FIRST = LocalDate.of(2021, 1, 1);
    private static final int DAYS = 240;

    /** More than there are stops of Tab on the sheet, or choices in a list. */
    private static final int MOST = 60;

    /** A title, semicolons, decimal commas, dates with points, a week that is missing, a column of words, and values that are missing in two columns. */
    private String table() {
        DateTimeFormatter date = DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT);
        return IntStream.range(0, DAYS)
                .filter(i -> i < 100 || i > 106)
                .mapToObj(i -> "%s;%s;%s;%s"
                        .formatted(
                                date.format(FIRST.plusDays(i)),
                                i % 50 == 7
                                        ? ""
                                        : String.format(Locale.ROOT, "%.2f", 3 + Math.sin(0.3 * i))
                                                .replace('.', ','),
                                i % 40 == 9 ? "" : i * i % 7 + ",5",
                                i % 3 == 0 ? "nass" : "trocken"))
                .collect(Collectors.joining("\n", "Station 4\nDatum;Pegel;Regen;Wetter\n", "\n"));
    }

    private OwnSeries task() {
        return (OwnSeries) fixture.train().history().valueProperty().get().task();
    }

    private Node owner() {
        return BenchFixture.onWindow(() -> fixture.stage.getScene().getFocusOwner());
    }

    private <T extends Node> T tabTo(Class<T> kind, Predicate<T> wanted) {
        for (int i = 0; i < MOST; i++) {
            Node owner = owner();
            if (kind.isInstance(owner) && BenchFixture.onWindow(() -> wanted.test(kind.cast(owner)))) {
                return kind.cast(owner);
            }
            robot.push(KeyCode.TAB);
        }
        throw new AssertionError("Tab does not lead there");
    }

    /** Goes to a drop-down, opens it, and goes down to a choice. */
    private void choose(String what, String wanted) {
        ComboBox<?> box = tabTo(ComboBox.class, one -> what.equals(one.getAccessibleText()));
        robot.push(KeyCode.SPACE);
        for (int i = 0; i < MOST; i++) {
            robot.push(KeyCode.DOWN);
            robot.push(KeyCode.ENTER);
            fixture.settle();
            if (shown(box).startsWith(wanted)) {
                return;
            }
            robot.push(KeyCode.SPACE);
        }
        throw new AssertionError(what + " has no choice " + wanted);
    }

    private static <T> String shown(ComboBox<T> box) {
        return BenchFixture.onWindow(() -> box.getConverter().toString(box.getValue()));
    }

    private boolean understood(String words) {
        return robot.lookup(".data-words").queryAllAs(Label.class).stream()
                .anyMatch(label -> label.isVisible() && label.getText().contains(words));
    }

    @Test
    void anAwkwardTableIsOpenedCorrectedLearnedFromExportedAndForecast() throws IOException {
        openFile("station.csv", table());
        fixture.await("it is open", () -> training.nameProperty().get().equals("station"));
        fixture.await(
                "it is told", () -> robot.lookup(".background-news").query().isVisible());
        assertThat(fixture.bench.shell().background().newsProperty().get())
                .contains("233 rows of 4 columns")
                .contains("Given and predicted: Pegel, Regen.");
        robot.push(KeyCode.CONTROL, KeyCode.L);
        fixture.settle();
        robot.write("how data are read");
        robot.push(KeyCode.ENTER);
        fixture.await(
                "the sheet is there",
                () -> !robot.lookup(".preview-head").queryAll().isEmpty());
        fixture.settle();
        choose("Separator", "semicolon");
        choose("Use of Regen", "input");
        fixture.await("it is understood", () -> understood("Given and predicted: Pegel. Given only: Regen."));
        fixture.picture("journey-sheet");
        robot.push(KeyCode.ENTER);
        fixture.await("it is an edit", () -> task().columns().inputs().equals("Regen"));
        assertThat(task().form().separator()).isEqualTo(Separator.SEMICOLON);
        fixture.await(
                "the run is one of it",
                () -> training.pendingProperty().get().isEmpty()
                        && !training.openingProperty().get());
        fixture.settle();
        trainFor(5);
        pause();
        assertThat(robot.lookup(".data-sheet").tryQuery()).isEmpty();
        fixture.picture("journey-trained");
        Path numbers = folder.resolve("view.csv");
        export(numbers);
        assertThat(Files.readString(numbers)).contains("2021-").contains("Pegel");
        assertThat(forecast(folder.resolve("station.csv")))
                .as("of the day that follows")
                .anyMatch(line -> line.startsWith(FIRST.plusDays(DAYS).toString()));
    }

    /** Goes to a drop-down and down in it, closed as it is; the sheet shows at once what a choice has. */
    private void pass(String what, String wanted) {
        tabTo(ComboBox.class, box -> what.equals(box.getAccessibleText()));
        for (int i = 0; i < MOST && !(owner() instanceof ComboBox<?> box && wanted.equals(shown(box))); i++) {
            robot.push(KeyCode.DOWN);
            fixture.settle();
        }
    }

    /** The numbers of the test sequence. */
    private void export(Path file) {
        robot.push(KeyCode.CONTROL, KeyCode.E);
        fixture.settle();
        pass("View", "Test sequence");
        pass("Format", "CSV");
        TextField name = tabTo(TextField.class, field -> "File".equals(field.getAccessibleText()));
        BenchFixture.doOnWindow(() -> name.setText(file.toString()));
        robot.push(KeyCode.ENTER);
        fixture.await("it is written", () -> Files.exists(file));
    }

    /** What the network predicts of the table, and of the day after it: in the window as in the terminal. */
    private List<String> forecast(Path table) throws IOException {
        Path to = folder.resolve("forecast.csv");
        fixture.picked.add(table);
        fixture.picked.add(to);
        robot.push(KeyCode.CONTROL, KeyCode.L);
        fixture.settle();
        robot.write("predict a file");
        robot.push(KeyCode.ENTER);
        fixture.await(
                "it is told",
                () -> fixture.bench.shell().background().newsProperty().get().contains("Saved as " + to));
        fixture.settle();
        fixture.picture("journey-predicted");
        BenchFixture.doOnWindow(() -> fixture.run("run.predicted"));
        fixture.settle();
        fixture.picture("journey-predictions");
        assertThat(robot.lookup(".words-sheet .text-area")
                        .queryAs(TextArea.class)
                        .getText())
                .contains("Rows to come follow Datum: a day apart.", "Errors of all rows that are known", "MAE");
        robot.push(KeyCode.ESCAPE);
        List<String> lines = Files.readAllLines(to);
        assertThat(lines.getFirst()).startsWith("Datum").contains("Pegel").doesNotContain("Regen");
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        Path other = folder.resolve("terminal.csv");
        int done = new CommandLine(new PredictCommand(out, out))
                .execute(training.folderProperty().get(), table.toString(), "--to", other.toString());
        assertThat(done).as(said.toString(StandardCharsets.UTF_8)).isZero();
        assertThat(other).hasSameTextualContentAs(to);
        return lines;
    }
}
