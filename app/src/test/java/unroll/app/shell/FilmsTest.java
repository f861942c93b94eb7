package unroll.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import unroll.app.chart.Heatmap;
import unroll.app.chart.LossChart;
import unroll.app.chart.LossData;
import unroll.app.chart.PictureGrid;
import unroll.app.control.Card;
import unroll.app.control.Table;
import unroll.app.control.Tabled;
import unroll.app.dock.Dock;
import unroll.app.dock.View;
import unroll.app.picture.Past;
import unroll.app.view.loss.LiveLoss;
import unroll.engine.record.RunFolder;

/** Films along the training: at each remembered update a view shows what it showed then. */
class FilmsTest extends BenchTest {
    /** Every view has something to say of it. */
    private static final String SECOND_ORDER = """
        {"name": "Short memory", "task": {"kind": "memorisation", "delay": 12}, "model": {"kind": "rnn", "hidden": 12},
         "initialisation": {"kind": "spectral-radius", "inputScale": 0.1},
         "optimiser": {"kind": "hessian-free", "cgIterations": 20},
         "training": {"batch": 20, "updates": 1000, "testSequences": 6, "testEvery": 2},
         "backend": {"threads": 1}}
        """;

    private Past past() {
        return fixture.train().controller().past();
    }

    private List<Long> remembered() {
        return BenchFixture.onWindow(() -> training.historyProperty().get());
    }

    private Past.Twin twin(Card card) {
        return BenchFixture.onWindow(() -> past().twin(card));
    }

    private static void show(Past.Twin film, long update) {
        BenchFixture.doOnWindow(film.at().apply(update));
    }

    /** The numbers that a card shows now, row by row, and not those of what it showed before. */
    private static List<String> numbers(Node node) {
        List<Table> tables = new ArrayList<>();
        gather(node, tables);
        return tables.stream()
                .filter(table -> table.name().isEmpty() || table.name().startsWith("iterations of update"))
                .flatMap(table -> IntStream.range(0, table.rows())
                        .mapToObj(row -> IntStream.range(0, table.columns().size())
                                .mapToObj(column -> table.cell(row, column))
                                .toList()
                                .toString()))
                .toList();
    }

    private static void gather(Node node, List<Table> tables) {
        if (node instanceof Tabled tabled) {
            tables.addAll(tabled.tables());
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> gather(child, tables));
        }
    }

    @Test
    void theWeightsAreThoseThatTheRunRemembers() throws IOException {
        openSmallExperiment();
        for (int i = 0; i < 3; i++) {
            makeTen();
        }
        robot.push(KeyCode.ALT, KeyCode.DIGIT5);
        fixture.settle();
        Past.Twin film = twin(card("Weights"));
        Heatmap map = (Heatmap) film.card().lookup(".heatmap");
        RunFolder run = RunFolder.open(Path.of(training.folderProperty().get()));
        assertThat(remembered()).contains(0L, 10L, 20L, 30L);
        for (long update : remembered()) {
            show(film, update);
            double[] saved = Objects.requireNonNull(
                            run.remembered(update).tensors().get("W_hh"))
                    .numbers();
            float[] shown =
                    BenchFixture.onWindow(() -> map.matrixProperty().get().values());
            assertThat(shown).as("update %s", update).hasSize(saved.length);
            for (int i = 0; i < saved.length; i++) {
                assertThat(shown[i]).isEqualTo((float) saved[i]);
            }
        }
    }

    @Test
    void theReceptiveFieldsAreThoseThatTheRunRemembers() throws IOException {
        openSmallExperiment();
        makeTen();
        makeTen();
        robot.push(KeyCode.ALT, KeyCode.F);
        fixture.settle();
        Past.Twin film = twin(card("Receptive fields"));
        PictureGrid grid = (PictureGrid) film.card().lookup(".picture-grid");
        RunFolder run = RunFolder.open(Path.of(training.folderProperty().get()));
        for (long update : List.of(0L, 10L, 20L)) {
            show(film, update);
            double[] saved = Objects.requireNonNull(
                            run.remembered(update).tensors().get("W_hv"))
                    .numbers();
            float[] shown = BenchFixture.onWindow(
                    () -> grid.sheetProperty().get().pictures().values());
            assertThat(shown).as("update %s", update).hasSize(saved.length);
            for (int i = 0; i < saved.length; i++) {
                assertThat(shown[i]).isEqualTo((float) saved[i]);
            }
        }
    }

    @Test
    void everyViewIsFilmedAsItWas() throws IOException {
        openExperiment(SECOND_ORDER, "Short memory");
        makeTen();
        makeTen();
        assertThat(remembered()).contains(0L, 10L, 20L);
        Dock dock = fixture.train().dock().orElseThrow();
        List<View> views =
                dock.views().stream().filter(view -> view.applies().getValue()).toList();
        for (View view : views) {
            BenchFixture.doOnWindow(() -> dock.show(view));
            fixture.settle();
            assertThat(BenchFixture.onWindow(() -> past().shows(view.card())))
                    .as(view.name())
                    .isTrue();
            Past.Twin film = twin(view.card());
            List<String> before = List.of();
            for (long update : List.of(10L, 20L)) {
                show(film, update);
                List<String> filmed = BenchFixture.onWindow(() -> shown(view.name(), film.card()));
                assertThat(filmed).as("%s at update %s", view.name(), update).isNotEqualTo(before);
                BenchFixture.doOnWindow(() -> cues().lookedBackProperty().set(update));
                fixture.await(
                        view.name() + " shows update " + update + " as its film does",
                        () -> shown(view.name(), view.card()).equals(filmed));
                before = filmed;
            }
            BenchFixture.doOnWindow(() -> cues().lookedBackProperty().set(-1));
        }
        assertThat(views).as("all but the fields, for there are no pictures").hasSize(15);
    }

    /** What moves in a view along the training: its numbers, or where the loss is marked. */
    private static List<String> shown(String name, Card card) {
        return name.equals(LiveLoss.NAME) && card.lookup(".loss-chart") instanceof LossChart chart
                ? List.of("update " + chart.markProperty().get())
                : numbers(card);
    }

    /** The run records its loss at every update, whatever states it remembers. */
    @Test
    void theLossGrowsWithItsFilmBetweenTheAxesOfTheWhole() throws IOException {
        openSmallExperiment();
        for (int i = 0; i < 3; i++) {
            makeTen();
        }
        Card loss = card("Loss");
        assertThat(BenchFixture.onWindow(() -> past().updates(loss)))
                .containsExactlyElementsOf(LongStream.rangeClosed(0, 30).boxed().toList());
        Past.Twin film = twin(loss);
        LossChart chart = (LossChart) film.card().lookup(".loss-chart");
        LossData whole =
                BenchFixture.onWindow(() -> training.progressProperty().get().loss());
        for (int update : new int[] {0, 7, 13, 30}) {
            show(film, update);
            LossData then = BenchFixture.onWindow(() -> chart.dataProperty().get());
            assertThat(Arrays.stream(then.train().x()).max().orElse(0))
                    .as("update %s", update)
                    .isLessThanOrEqualTo(update);
            assertThat(then.train().size()).isEqualTo((int)
                    Arrays.stream(whole.train().x()).filter(x -> x <= update).count());
            assertThat(chart.heldProperty().get()).isTrue();
        }
        assertThat(((LossChart) loss.lookup(".loss-chart")).heldProperty().get())
                .as("the window's chart is as before")
                .isFalse();
    }

    @Test
    void whatIsNotALiveViewHasNoFilm() throws IOException {
        openSmallExperiment();
        makeTen();
        Card stranger = BenchFixture.onWindow(() -> new Card("Loss", new LossChart()));
        assertThat(BenchFixture.onWindow(() -> past().shows(stranger))).isFalse();
        assertThat(BenchFixture.onWindow(() -> past().shows(card("Loss")))).isTrue();
    }

    @Test
    void aFilmStaysWithThePlaceAtWhichItBegan() throws IOException {
        openSmallExperiment();
        makeTen();
        makeTen();
        Past.Twin film = twin(card("Test sequence"));
        show(film, 10);
        List<String> first = BenchFixture.onWindow(() -> numbers(film.card()));
        robot.push(KeyCode.PAGE_DOWN);
        robot.push(KeyCode.PERIOD);
        fixture.settle();
        show(film, 20);
        show(film, 10);
        assertThat(BenchFixture.onWindow(() -> numbers(film.card())))
                .as("of the sequence that was seen when it began")
                .isEqualTo(first);
        assertThat(cues().lookedBackProperty().get())
                .as("the window goes its own way")
                .isNegative();
    }
}
