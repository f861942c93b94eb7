package unroll.app.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import unroll.app.chart.OverlayChart;
import unroll.app.chart.OverlayData;
import unroll.app.control.Tabled;
import unroll.engine.record.Cost;

/** Compares runs on the screen of all runs. */
class RunsScreenTest extends RunsBench {
    private OverlayData chart() {
        return seen(() -> fixture.stage.getScene().getRoot().lookupAll(".overlay-chart").stream()
                .filter(OverlayChart.class::isInstance)
                .map(chart -> ((OverlayChart) chart).dataProperty().get())
                .findFirst()
                .orElse(OverlayData.EMPTY));
    }

    private String csv() {
        return seen(() -> fixture.stage.getScene().getRoot().lookupAll(".overlay-chart").stream()
                .filter(Tabled.class::isInstance)
                .map(chart -> ((Tabled) chart).tables().getFirst())
                .map(table -> IntStream.range(-1, table.columns().getFirst().size())
                        .mapToObj(row -> table.columns().stream()
                                .map(column ->
                                        row < 0 ? column.head() : column.cell().apply(row))
                                .collect(Collectors.joining(",")))
                        .collect(Collectors.joining("\n")))
                .findFirst()
                .orElse(""));
    }

    @Test
    void theTableTellsHowEachRunStandsAndWhatSetsThemApart() throws IOException {
        writeSix();
        show(6);
        assertThat(seen(() -> fixture.stage.getScene().getRoot().lookupAll(".status-line .label").stream()
                        .map(label -> ((Label) label).getText())
                        .toList()))
                .as("the status line tells of this screen")
                .contains("6 runs");
        assertThat(column("run")).containsExactly("Sums", "Sums", "Sums", "Sums", "Sums, too fast", "Broken f");
        assertThat(column("state"))
                .containsExactly("finished", "finished", "finished", "paused at 100", "stopped at 100", "damaged");
        assertThat(column("best")).containsExactly("0.0625", "0.103", "0.100", "0.200", "0.500", "");
        assertThat(column("last")).containsExactly("0.0625", "0.103", "0.200", "0.200", "0.900", "");
        assertThat(column("Learning rate")).containsExactly("0.01", "0.01", "0.001", "0.01", "0.5", "");
        assertThat(column("Hidden units")).containsExactly("16", "16", "16", "32", "16", "");
        assertThat(column("seeds")).containsExactly("1", "2", "1", "1", "1", "");
        assertThat(column("time").getFirst()).isEqualTo("1 min 30 s");
        assertThat(BenchFixture.onWindow(this::heads))
                .as("what all runs have stands before what sets them apart")
                .containsSubsequence("run", "seeds", "updates", "time", "changed", "Learning rate")
                .as("the same everywhere")
                .doesNotContain("Length", "Batch", "measure", "notes");
        fixture.picture("runs");
    }

    @Test
    void beforeAPinnedBaselineEachRunSaysInWordsWhatDiffersAndThePinIsKeptAndUndone() throws IOException {
        writeSix();
        show(6);
        choose(0);
        robot.push(KeyCode.P);
        fixture.await("it is pinned", () -> heads().contains("beside the baseline"));
        fixture.settle();
        assertThat(column("run").getFirst()).isEqualTo("Sums \u00b7 baseline");
        assertThat(column("beside the baseline"))
                .containsExactly(
                        "",
                        "only the seeds",
                        "Learning rate 0.01 \u2192 0.001",
                        "Hidden units 16 \u2192 32",
                        "Learning rate 0.01 \u2192 0.5",
                        "");
        fixture.await("it is kept", () -> Files.exists(runs().resolve("baseline.txt")));
        choose(1, 2, 3, 4);
        fixture.await("all are drawn", () -> chart().entries().size() == 4);
        fixture.picture("runs-baseline");
        assertThat(chart().entries().getFirst().dashed()).isTrue();
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        fixture.await("it is undone", () -> !heads().contains("beside the baseline"));
        fixture.await("on the disk, too", () -> !Files.exists(runs().resolve("baseline.txt")));
    }

    @Test
    void runsThatDifferInSeedsAloneAreDrawnAsMeanAndSpread() throws IOException {
        writeSix();
        show(6);
        choose(0, 1, 2);
        fixture.await("two are drawn", () -> chart().entries().size() == 2);
        OverlayData.Entry pair = chart().entries().getFirst();
        assertThat(pair.line().y()).containsExactly(new double[] {0.5, 0.3, 0.175, 0.0825}, within(1e-15));
        assertThat(pair.low().y()).containsExactly(0.5, 0.25, 0.125, 0.0625);
        assertThat(pair.high().y()).containsExactly(0.5, 0.35, 0.225, 0.1025);
        assertThat(pair.singles()).isEmpty();
        assertThat(csv())
                .as("all curves that are drawn, in one table")
                .startsWith("updates,")
                .contains(
                        "least", "most", "0,0.5,0.5,0.5,", "300," + pair.line().y()[3] + ",0.0625,0.1025,");
        fixture.picture("runs-spread");
        robot.push(KeyCode.S);
        fixture.await(
                "single lines", () -> chart().entries().getFirst().singles().size() == 2);
        fixture.picture("runs-singles");
        BenchFixture.doOnWindow(
                () -> fixture.screen(RunsScreen.class).model().costProperty().set(Cost.SECONDS));
        fixture.await("against seconds", () -> chart().across().equals("seconds"));
        assertThat(chart().entries().getFirst().line().x())
                .as("the seconds that were spent before each test, on the mean of both")
                .containsExactly(0, 30, 60, 90);
        fixture.picture("runs-seconds");
        BenchFixture.doOnWindow(
                () -> fixture.screen(RunsScreen.class).model().costProperty().set(Cost.UPDATES));
        fixture.await("against updates", () -> chart().across().equals("updates"));
        robot.push(KeyCode.G);
        fixture.await("each for itself", () -> chart().entries().size() == 3);
    }

    @Test
    void testsAreSmoothedWithTheRawCurvesFaintlyBehind() throws IOException {
        writeSix();
        show(6);
        choose(2, 3);
        fixture.await("two are drawn", () -> chart().entries().size() == 2);
        robot.write("]".repeat(12));
        fixture.settle();
        assertThat(fixture.screen(RunsScreen.class).model().smoothingProperty().get())
                .isCloseTo(0.6, within(1e-12));
        double second = Double.parseDouble(csv().lines().toList().get(2).split(",", -1)[2]);
        assertThat(second)
                .as("0.4 of 0.45 and 0.24 of 0.5, which are 0.64 in all")
                .isCloseTo((0.4 * 0.45 + 0.24 * 0.5) / 0.64, within(1e-12));
        assertThat(csv().lines().findFirst().orElse("")).contains("smoothed");
        assertThat(seen(() -> fixture.stage.getScene().getRoot().lookupAll(".card-subtitle").stream()
                        .map(label -> ((Label) label).getText())
                        .toList()))
                .anyMatch(words -> words.endsWith("smoothed 0.60"));
        fixture.picture("runs-smoothed");
        robot.write("[".repeat(12));
        fixture.settle();
        assertThat(csv()).doesNotContain("smoothed");
    }

    @Test
    void typingFiltersTheRowsAndEscapeShowsAllAgain() throws IOException {
        writeSix();
        show(6);
        robot.push(KeyCode.CONTROL, KeyCode.F);
        robot.write("FAST stopped");
        rows(1);
        assertThat(column("run")).containsExactly("Sums, too fast");
        robot.push(KeyCode.ESCAPE);
        rows(6);
        robot.push(KeyCode.CONTROL, KeyCode.F);
        robot.write("learningrate 0.001");
        rows(1);
        fixture.picture("runs-filtered");
    }

    @Test
    void theFilterFindsWhatARunHasItselfAndNotWhatTheBaselineHas() throws IOException {
        writeSix();
        show(6);
        choose(3);
        robot.push(KeyCode.P);
        fixture.await("it is pinned", () -> heads().contains("beside the baseline"));
        robot.push(KeyCode.CONTROL, KeyCode.F);
        robot.write("hidden 32");
        rows(1);
        assertThat(column("run")).containsExactly("Sums \u00b7 baseline");
    }

    @Test
    void whoTypesWhileRunsAreReadGoesOnTypingAndIsNotToldThatThereAreNone() throws IOException {
        writeSix();
        BenchFixture.doOnWindow(() -> {
            fixture.run("screen.runs");
            fixture.run("runs.filter");
            assertThat(((Label) table().getPlaceholder()).getText()).contains("Reading");
        });
        rows(6);
        robot.write("fast");
        rows(1);
        robot.write("er");
        rows(0);
        assertThat(seen(() -> ((Label) table().getPlaceholder()).getText())).isEqualTo("No run is here");
    }

    @Test
    void aDamagedRunIsNotOpenedButSaysWhatIsWrong() throws IOException {
        writeSix();
        show(6);
        choose(5);
        robot.push(KeyCode.ENTER);
        fixture.await("it is told", () -> !messages().isEmpty());
        assertThat(messages().getFirst()).contains("'Broken f' cannot be opened", "task.kind", "addition");
        assertThat(fixture.bench.shell().frontProperty().get()).isEqualTo(RunsScreen.ID);
    }

    @Test
    void theScreenFitsASmallWindowAndLargeText() throws IOException {
        writeSix();
        show(6);
        choose(0, 1, 2, 3);
        BenchFixture.doOnWindow(() -> {
            fixture.stage.setWidth(1060);
            fixture.stage.setHeight(640);
        });
        fixture.picture("runs-small");
        BenchFixture.doOnWindow(() -> {
            fixture.stage.setWidth(1440);
            fixture.stage.setHeight(900);
            fixture.theme.larger();
            fixture.theme.larger();
            fixture.theme.larger();
        });
        fixture.picture("runs-large");
        BenchFixture.doOnWindow(fixture.theme::normal);
    }
}
