package unroll.app.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import unroll.app.chart.LanesChart;
import unroll.app.chart.LanesData;
import unroll.app.compare.RaceModel;
import unroll.app.gallery.RecentItem;
import unroll.engine.experiment.Examples;
import unroll.engine.record.Cost;
import unroll.engine.record.Expenses;
import unroll.engine.record.RunFolder;

/** Races of real runs, as a person holds them. */
class RaceScreenTest extends BenchTest {
    private static final String BASE = """
        {"name": "Short sums", "task": {"kind": "addition", "length": 12}, "model": {"kind": "rnn", "hidden": 16},
         "optimiser": {"kind": "nesterov", "learningRate": 0.01},
         "training": {"batch": 20, "updates": %d, "testSequences": 50, "testEvery": 50}, "backend": {"threads": 1}}
        """;

    private RaceModel race;

    @BeforeEach
    void find() {
        race = fixture.screen(RaceScreen.class).model();
    }

    private void enter(int updates) throws IOException {
        openExperiment(BASE.formatted(updates), "Short sums");
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT5);
        ready(2);
    }

    private void ready(int lanes) {
        fixture.await(
                "the lanes are ready",
                () -> race.openProperty().get() && chart().lanes().size() == lanes && fresh());
        fixture.settle();
    }

    private boolean fresh() {
        return chart().lanes().stream().allMatch(lane -> lane.curve().size() == 0);
    }

    private LanesData chart() {
        LanesChart chart =
                robot.lookup((Node node) -> node instanceof LanesChart).query();
        return chart.dataProperty().get();
    }

    private List<Path> runs() throws IOException {
        Path runs = folder.resolve("runs");
        if (!Files.isDirectory(runs)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(runs)) {
            return all.sorted().toList();
        }
    }

    private static double last(LanesData.Lane lane) {
        double[] x = lane.curve().x();
        return x[x.length - 1];
    }

    private void raceToTheEnd() {
        robot.push(KeyCode.SPACE);
        fixture.await(
                "the race is over",
                () -> race.overProperty().get() && !race.runningProperty().get());
        fixture.settle();
    }

    @Test
    void theOpenExperimentRacesAgainstARivalFromTheSameWeightsOnTheSameBatches() throws IOException {
        enter(150);
        assertThat(fixture.bench.shell().frontProperty().get()).isEqualTo(RaceScreen.ID);
        assertThat(chart().lanes()).extracting(LanesData.Lane::name).containsExactly("Nesterov", "Adam");
        assertThat(runs()).as("nothing is written before the first update").isEmpty();
        raceToTheEnd();
        List<Path> runs = runs();
        assertThat(runs).hasSize(2);
        assertThat(firstTrainLoss(runs.get(0))).as("same weights, same batch").isEqualTo(firstTrainLoss(runs.get(1)));
        assertThat(RunFolder.open(runs.get(0)).standing().test())
                .as("then they part")
                .isNotEqualTo(RunFolder.open(runs.get(1)).standing().test());
        assertThat(chart().lanes()).allSatisfy(lane -> assertThat(last(lane)).isEqualTo(150));
        assertThat(chart().common()).isEqualTo(150);
        fixture.picture("race");
    }

    private static double firstTrainLoss(Path run) {
        try {
            return Files.readAllLines(run.resolve("metrics.csv")).stream()
                    .map(line -> line.split(",", -1))
                    .filter(cells -> cells[0].equals("1") && !cells[2].isEmpty())
                    .mapToDouble(cells -> Double.parseDouble(cells[2]))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aDearMethodMakesFewerUpdatesForTheSameEvaluations() throws IOException {
        String dear = BASE.formatted(300)
                .replace("\"nesterov\", \"learningRate\": 0.01", "\"hessian-free\", \"cgIterations\": 10");
        openExperiment(dear, "Short sums");
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT5);
        ready(2);
        raceToTheEnd();
        Expenses adam = RunFolder.open(runs().get(0)).expenses();
        Expenses hessianFree = RunFolder.open(runs().get(1)).expenses();
        assertThat(adam.updates()).isEqualTo(300);
        assertThat(adam.evaluations()).isEqualTo(300);
        assertThat(hessianFree.updates()).isBetween(5L, 60L);
        assertThat(hessianFree.evaluations()).isBetween(300.0, 360.0);
        assertThat(hessianFree.tests().getLast().update())
                .as("tested where it stopped")
                .isEqualTo(hessianFree.updates());
        robot.push(KeyCode.SPACE);
        fixture.settle();
        assertThat(race.runningProperty().get()).as("nothing is left to spend").isFalse();
        fixture.picture("race-dear");
    }

    @Test
    void lanesAreAddedChangedTakenAwayAndAllOfItIsUndone() throws IOException {
        enter(100);
        robot.write("+");
        ready(3);
        assertThat(race.chosenProperty().get()).isEqualTo(2);
        assertThat(robot.lookup(".side-title").queryAllAs(Labeled.class))
                .extracting(Labeled::getText)
                .contains("Lane 3");
        String third = chart().lanes().get(2).name();
        robot.push(KeyCode.DELETE);
        ready(2);
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        ready(3);
        assertThat(chart().lanes().get(2).name()).isEqualTo(third);
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        ready(2);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        ready(3);
    }

    @Test
    void lanesAreAlignedByWhatIsChosenAndJudgedWhereAllHaveSpentTheSame() throws IOException {
        enter(120);
        raceToTheEnd();
        double byEvaluations = chart().common();
        robot.push(KeyCode.S);
        fixture.settle();
        assertThat(race.costProperty().get()).isEqualTo(Cost.SECONDS);
        double seconds =
                chart().lanes().stream().mapToDouble(RaceScreenTest::last).min().orElseThrow();
        assertThat(chart().common()).isCloseTo(seconds, within(1e-9)).isNotEqualTo(byEvaluations);
        robot.push(KeyCode.T);
        fixture.settle();
        assertThat(chart().lanes())
                .allSatisfy(lane -> assertThat(lane.curve().size()).isBetween(3, 5));
        TableView<?> table =
                robot.lookup((Node node) -> node instanceof TableView).query();
        assertThat(table.getItems()).hasSize(2);
        assertThat(robot.lookup(".table-cell").queryAllAs(Labeled.class))
                .extracting(Labeled::getText)
                .contains("1.", "2.", "120");
    }

    @Test
    void aLaneCannotBeOpenedTwiceAndCanBeOnceTheRaceIsLeft() throws IOException {
        enter(60);
        raceToTheEnd();
        Path run = runs().getFirst();
        BenchFixture.doOnWindow(() -> fixture.bench.open(run));
        fixture.await("it is refused", () -> !fixture.bench.shell().messages().isEmpty());
        assertThat(fixture.bench.shell().noticeProperty().get()).contains("lane of the race");
        Path before = Path.of(training.folderProperty().get());
        open(Examples.first());
        assertThat(Path.of(training.folderProperty().get())).isNotEqualTo(before);
        assertThat(BenchFixture.onWindow(this::recent)).as("what was refused").doesNotContain(run);
        BenchFixture.doOnWindow(fixture.screen(RaceScreen.class)::leave);
        fixture.settle();
        BenchFixture.doOnWindow(() -> fixture.bench.open(run));
        fixture.await("it is open", () -> training.folderProperty().get().equals(run.toString()));
        assertThat(BenchFixture.onWindow(() -> training.updateProperty().get())).isEqualTo(60);
        fixture.await("it is remembered", () -> recent().contains(run));
    }

    /** What was open last, on the window's thread. */
    private List<Path> recent() {
        return fixture.screen(GalleryScreen.class).model().recentProperty().get().stream()
                .map(RecentItem::path)
                .toList();
    }

    @Test
    void anUnseenRaceGoesOnAndIsNotDrawn() throws IOException {
        enter(100_000);
        LanesChart seen =
                robot.lookup((Node node) -> node instanceof LanesChart).query();
        robot.push(KeyCode.SPACE);
        fixture.await(
                "all lanes are drawn",
                () -> chart().lanes().stream().noneMatch(lane -> lane.curve().size() == 0));
        BenchFixture.doOnWindow(() -> fixture.bench.shell().show(GalleryScreen.ID));
        fixture.settle();
        Path run = runs().getFirst();
        LanesData before = BenchFixture.onWindow(() -> seen.dataProperty().get());
        long size = Files.size(run.resolve("metrics.csv"));
        fixture.await("it trains on", () -> Files.size(run.resolve("metrics.csv")) > size);
        assertThat(BenchFixture.onWindow(() -> seen.dataProperty().get())).isSameAs(before);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT5);
        fixture.await(
                "it is drawn again",
                () -> last(seen.dataProperty().get().lanes().getFirst())
                        > last(before.lanes().getFirst()));
        robot.push(KeyCode.SPACE);
        fixture.await("it rests", () -> !race.runningProperty().get());
        BenchFixture.doOnWindow(() -> {
            fixture.stage.setWidth(1060);
            fixture.stage.setHeight(640);
        });
        fixture.picture("race-small");
    }
}
