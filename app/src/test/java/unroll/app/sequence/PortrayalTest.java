package unroll.app.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.app.control.Table;
import unroll.engine.motion.BvhFile;
import unroll.engine.motion.MotionCode;
import unroll.engine.plot.Scale;
import unroll.engine.probe.SequenceAnswer;
import unroll.engine.random.Purpose;
import unroll.engine.sequence.Batch;
import unroll.engine.sequence.Split;
import unroll.engine.series.ColumnUnit;
import unroll.engine.task.Appearance;
import unroll.engine.task.EveryTask;
import unroll.engine.task.Task;
import unroll.engine.task.TaskSettings;

class PortrayalTest {
    /** Three steps over the alphabet e, x, newline: "x", newline, "e" are to come. */
    private static SequenceAnswer answer(float[]... drawn) {
        float[][] target = {{0, 1, 0}, {0, 0, 1}, {1, 0, 0}};
        float[][] prediction = {{0.5f, 0.3f, 0.2f}, {0.1f, 0.2f, 0.7f}, {0.25f, 0.35f, 0.4f}};
        float[][] one = {{1}, {1}, {1}};
        return new SequenceAnswer(7, 0, one, target, one, one, prediction, prediction, drawn, List.of(), List.of());
    }

    private static Depiction depicted(SequenceAnswer answer, Appearance appearance, int freeRunFrom) {
        return Portrayal.of(appearance).depict(answer, freeRunFrom);
    }

    private static final Appearance TEXT = new Appearance.Characters(List.of((int) 'e', (int) 'x', (int) '\n'));

    @Test
    void aPassageShowsTheTruthTheLikeliestCharacterAndWhatTheTruthWasGiven() {
        Passage passage = (Passage) depicted(answer(new float[][] {{1}, {0}, {2}}), TEXT, 2);
        assertThat(passage.truth()).containsExactly('x', '\n', 'e');
        assertThat(passage.prediction()).containsExactly('e', '\n', '\n');
        assertThat(passage.probability()).containsExactly(0.3f, 0.7f, 0.25f);
        assertThat(passage.written()).containsExactly('x', 'e', '\n');
        assertThat(passage.writtenFrom())
                .as("what the second step receives was drawn after the first")
                .isEqualTo(1);
    }

    @Test
    void whereNothingWasDrawnNothingWasWritten() {
        assertThat(((Passage) depicted(answer(), TEXT, 2)).written()).isEmpty();
    }

    @Test
    void classesAreMapsOfInputTargetAndPredictionAtTheStepsThatCount() {
        Appearance classes = new Appearance.Classes(List.of("p", "q"), List.of("a", "b", "c"));
        float[][] codes = {{1}, {0}, {1}};
        float[][] target = {{0, 1, 0}, {0, 0, 1}, {1, 0, 0}};
        float[][] predicted = {{0.5f, 0.3f, 0.2f}, {0.1f, 0.2f, 0.7f}, {0.25f, 0.35f, 0.4f}};
        float[][] weight = {{1}, {0}, {1}};
        SequenceAnswer answer = new SequenceAnswer(
                7, 0, codes, target, weight, target, predicted, new float[0][], new float[0][], List.of(), List.of());
        List<Bands.Band> bands = ((Bands) depicted(answer, classes, 1)).all();
        assertThat(bands).extracting(Bands.Band::name).containsExactly("input", "target", "prediction");
        assertThat(bands.get(0).cells().values()).containsExactly(0, 1, 0, 1, 0, 1);
        assertThat(bands.get(1).cells().values()).containsExactly(0, 0, 1, 1, 0, 0, 0, 0, 0);
        assertThat(bands.get(2).cells().values()).containsExactly(0.5f, 0, 0.25f, 0.3f, 0, 0.35f, 0.2f, 0, 0.4f);
        assertThat(bands.get(2).rows()).containsExactly("a", "b", "c");
    }

    @Test
    void anAnswerIsACurveWhereItCounts() {
        float[][] received = {{2}, {0}, {5}};
        float[][] target = {{0, 0}, {0, 0}, {0, 1}};
        float[][] weight = {{0}, {0}, {1}};
        float[][] prediction = {{0.5f, 0.5f}, {0.6f, 0.4f}, {0.1f, 0.9f}};
        SequenceAnswer answer = new SequenceAnswer(
                7,
                0,
                received,
                target,
                weight,
                weight,
                prediction,
                new float[0][],
                new float[0][],
                List.of(),
                List.of());
        Appearance.NamedNumbers series = new Appearance.NamedNumbers(List.of("number"), List.of("X", "Y"));
        List<Channel> channels = ((Channels) depicted(answer, series, 1)).all();
        assertThat(channels).extracting(Channel::name).containsExactly("number", "X", "Y");
        assertThat(channels.get(0).truth()).containsExactly(2, 0, 5);
        assertThat(channels.get(1).truth()).containsExactly(Float.NaN, Float.NaN, 0);
        assertThat(channels.get(2).truth()).containsExactly(Float.NaN, Float.NaN, 1);
        assertThat(channels.get(2).prediction()).containsExactly(0.5f, 0.4f, 0.9f);
    }

    @Test
    void aSeriesWithTimesIsShownWithThemAndItsInputsInTheirUnits() {
        float[][] rows = {{1}, {-2}};
        float[][] one = {{1}, {1}};
        List<String> times = List.of("2016-07-01 13:00", "2016-07-01 14:00");
        SequenceAnswer answer =
                new SequenceAnswer(7, 0, rows, one, one, one, one, new float[0][], new float[0][], times, times);
        Channels channels = (Channels) depicted(
                answer,
                new Appearance.NamedNumbers(
                        List.of("sun"), List.of("load"), List.of(new ColumnUnit(20, 5)), ColumnUnit.own(1)),
                1);
        assertThat(channels.all().getFirst().truth()).containsExactly(25, 10);
        assertThat(channels.columns().getFirst().head()).isEqualTo("time");
        assertThat(channels.columns().getFirst().cell().apply(1)).isEqualTo("2016-07-01 14:00");
        assertThat(channels.columns()).allMatch(column -> column.size() == 2);
    }

    @Test
    void aSeriesIsShownInTheUnitsOfItsData() {
        float[][] rows = {{1, -1}, {0, 2}};
        float[][] one = {{1}, {1}};
        SequenceAnswer answer = new SequenceAnswer(
                7, 0, rows, rows, one, one, rows, new float[][] {{3, 0}, {2, 1}}, new float[0][], List.of(), List.of());
        Appearance.NamedNumbers series = new Appearance.NamedNumbers(
                List.of("warm", "wet"),
                List.of("warm", "wet"),
                ColumnUnit.own(2),
                List.of(new ColumnUnit(20, 5), new ColumnUnit(0.5, 0.25)));
        List<Channel> channels = ((Channels) depicted(answer, series, 1)).all();
        assertThat(channels.get(0).truth()).containsExactly(25, 20);
        assertThat(channels.get(0).freeRun()).containsExactly(35, 30);
        assertThat(channels.get(1).prediction()).containsExactly(0.25f, 1);
        assertThat(rows[0]).as("what others see too").containsExactly(1, -1);
    }

    @Test
    void aStripHasRoomForTheFreeRunAsFarAsTheTruthIsWide() {
        Scale near = SeriesView.range(channel(new float[] {20, 24}, new float[] {27, Float.NaN}), true);
        assertThat(near.low()).isBetween(19.0, 20.0);
        assertThat(near.high()).isBetween(27.0, 28.0);
        Scale far = SeriesView.range(channel(new float[] {20, 24}, new float[] {-1000, Float.POSITIVE_INFINITY}), true);
        assertThat(far.low()).isBetween(15.0, 16.0);
        assertThat(far.high()).isBetween(24.0, 25.0);
        Scale zero = SeriesView.range(channel(new float[] {0, 0}, new float[] {Float.NaN, Float.NaN}), true);
        assertThat(zero.low()).isBetween(-0.2, 0.0);
        assertThat(zero.high()).isBetween(1.0, 1.2);
    }

    private static Channel channel(float[] truth, float[] freeRun) {
        return new Channel("x", truth, truth, freeRun);
    }

    @Test
    void aTextIsContinuedFromItsMiddleAndAFilmFromItsTenthStep() {
        assertThat(Portrayal.of(TEXT).freeRunFrom(100)).isEqualTo(50);
        assertThat(Portrayal.of(TEXT).freeRunFrom(2)).isEqualTo(1);
        assertThat(Portrayal.of(new Appearance.Picture(3, 3)).freeRunFrom(100)).isEqualTo(10);
        assertThat(Portrayal.of(new Appearance.Picture(3, 3)).freeRunFrom(6)).isEqualTo(6);
    }

    @Test
    void unitsAreComparedWithInputsAndOutputsOrWithInputsAloneWhereOutputsAreTheNextOfThem() {
        assertThat(Portrayal.of(new Appearance.NamedNumbers(List.of("x"), List.of("y", "z")))
                        .signals())
                .isEqualTo(new NamedSignals(List.of("input x", "output y", "output z"), 1));
        assertThat(Portrayal.of(new Appearance.Classes(List.of("p", "q"), List.of("a")))
                        .signals())
                .isEqualTo(new NamedSignals(List.of("input p", "input q", "output a"), 2));
        assertThat(Portrayal.of(TEXT).signals())
                .isEqualTo(new NamedSignals(List.of("\u201ce\u201d", "\u201cx\u201d", "new line"), 3));
        assertThat(Portrayal.of(new Appearance.Picture(2, 2)).signals())
                .isEqualTo(new NamedSignals(List.of("pixel 1, 1", "pixel 2, 1", "pixel 1, 2", "pixel 2, 2"), 4));
    }

    @Test
    void aSymbolIsASignalOfItsOwn() {
        float[][] codes = {{2}, {0}, {1}};
        float[][] one = {{1}, {1}, {1}};
        float[][] prediction = {{0.5f}, {0.25f}, {0.125f}};
        SequenceAnswer answer = new SequenceAnswer(
                7, 0, codes, one, one, one, prediction, new float[0][], new float[0][], List.of(), List.of());
        NamedSignals signals = NamedSignals.of(List.of("p", "q", "r"), List.of("a"));
        assertThat(signals.in(answer))
                .isDeepEqualTo(new float[][] {{0, 0, 1, 0.5f}, {1, 0, 0, 0.25f}, {0, 1, 0, 0.125f}});
        NamedSignals numbers = NamedSignals.of(List.of("p"), List.of("a"));
        assertThat(numbers.in(answer)).isDeepEqualTo(new float[][] {{2, 0.5f}, {0, 0.25f}, {1, 0.125f}});
    }

    static List<TaskSettings> tasks() {
        return EveryTask.SMALL;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tasks")
    void everyTaskIsShownStepByStepWithANameForEachNumberOrNone(TaskSettings settings) {
        Task task = settings.open();
        Portrayal portrayal = Portrayal.of(task.appearance());
        Batch batch = task.draw(Split.TEST, 5, Purpose.TEST_DATA, 0, 1);
        SequenceAnswer answer = perfect(task, batch);
        Depiction depiction = portrayal.depict(answer, portrayal.freeRunFrom(task.steps()));
        assertThat(depiction.steps()).isEqualTo(task.steps());
        assertThat(depiction.tables())
                .singleElement()
                .satisfies(table -> assertThat(table.columns())
                        .allMatch(column -> column.size() == task.steps())
                        .extracting(Table.Column::head)
                        .startsWith("step")
                        .doesNotHaveDuplicates());
        assertThat(portrayal.inputNames().size()).isIn(0, task.inputs());
        assertThat(portrayal.outputNames().size()).isIn(0, task.outputs());
        assertThat(portrayal.freeRunFrom(task.steps())).isBetween(1, task.steps());
        NamedSignals signals = portrayal.signals();
        assertThat(signals.inputs()).isEqualTo(task.inputs());
        assertThat(signals.names()).doesNotHaveDuplicates();
        assertThat(signals.in(answer))
                .hasDimensions(task.steps(), signals.names().size());
    }

    /** What a network answers that predicts the targets themselves. */
    private static SequenceAnswer perfect(Task task, Batch batch) {
        float[][] input = Inputs.of(batch);
        float[][] target = rows(batch.target(), task.outputs());
        float[][] freeRun = task.generative() ? target : new float[0][];
        float[][] drawn = new float[task.generative() && task.symbols() ? task.steps() : 0][1];
        return new SequenceAnswer(
                0, 0, input, target, rows(batch.weight(), 1), target, target, freeRun, drawn, List.of(), List.of());
    }

    private static float[][] rows(double[] numbers, int width) {
        float[][] rows = new float[numbers.length / width][width];
        for (int i = 0; i < numbers.length; i++) {
            rows[i / width][i % width] = (float) numbers[i];
        }
        return rows;
    }

    /** Rows are a step along z of one unit, so that places tell which body each step was taken from. */
    @Test
    void aPredictedBodyBeginsWhereTheTrueOneWasAndAFreeOneWhereItHasCome(@TempDir Path folder) throws IOException {
        Path walk = Files.writeString(folder.resolve("walk.bvh"), """
            HIERARCHY ROOT hip
            { OFFSET 0 0 0
            CHANNELS 1 Zposition
            }
            MOTION
            Frames: 3
            Frame Time: 0.1
            0
            1
            3
            """);
        Appearance.StickFigure figure = new Appearance.StickFigure(
                MotionCode.of(List.of(BvhFile.read(walk))),
                new Appearance.NamedNumbers(
                        List.of("step z"),
                        List.of("step z"),
                        List.of(new ColumnUnit(1, 2)),
                        List.of(new ColumnUnit(1, 2))),
                0.1);
        float[][] one = {{0}, {0}, {0}, {0}};
        float[][] predicted = {{0.5f}, {0.5f}, {0.5f}, {0.5f}};
        float[][] weight = {{1}, {1}, {1}, {1}};
        SequenceAnswer answer = new SequenceAnswer(
                7, 0, one, one, weight, one, predicted, predicted, new float[0][], List.of(), List.of());
        List<Moves.Scene> scenes = ((Moves) depicted(answer, figure, 3)).scenes();
        assertThat(scenes)
                .extracting(Moves.Scene::caption)
                .containsExactly("truth and prediction", "free run from t = 3");
        assertThat(ways(scenes.get(0).bodies().get(0))).containsExactly(1, 2, 3, 4);
        assertThat(ways(scenes.get(0).bodies().get(1))).containsExactly(2, 3, 4, 5);
        assertThat(ways(scenes.get(1).bodies().get(0))).containsExactly(2, 3, 5, 7);
    }

    private static double[] ways(Moves.Body body) {
        return body.positions().stream().mapToDouble(joints -> joints[0].z()).toArray();
    }

    @Test
    void aTableTellsInputsFromTargetsAndForWhenEachPredictionIs() {
        float[][] rows = {{1}, {-2}};
        float[][] one = {{1}, {1}};
        SequenceAnswer answer = new SequenceAnswer(
                7,
                0,
                rows,
                one,
                one,
                one,
                one,
                new float[0][],
                new float[0][],
                List.of("2023-12-09", "2023-12-10"),
                List.of("2023-12-10", "2023-12-11"));
        Channels channels =
                (Channels) depicted(answer, new Appearance.NamedNumbers(List.of("sales"), List.of("sales")), 1);
        assertThat(channels.columns())
                .extracting(Table.Column::head)
                .containsExactly("time", "time predicted", "sales, input", "sales, truth", "sales, prediction");
        assertThat(channels.columns().get(1).cell().apply(1)).isEqualTo("2023-12-11");
    }

    /** A mean of 10.2 and a deviation of 8.1 of values with one decimal, as the network receives them. */
    @Test
    void valuesAreWrittenAsFarAsTheStandardisedNumbersTellThemApart() {
        float[] values = {0, 0.1f, 10.2f, 12.3f, 31.7f, -4.4f};
        float[][] rows = new float[values.length][1];
        float[][] one = new float[values.length][1];
        for (int t = 0; t < values.length; t++) {
            rows[t][0] = (float) ((Double.parseDouble(Float.toString(values[t])) - 10.2345678) / 8.1234567);
            one[t][0] = 1;
        }
        SequenceAnswer answer = new SequenceAnswer(
                7, 0, rows, rows, one, one, rows, new float[0][], new float[0][], List.of(), List.of());
        List<ColumnUnit> unit = List.of(new ColumnUnit(10.2345678, 8.1234567));
        Channels channels =
                (Channels) depicted(answer, new Appearance.NamedNumbers(List.of("x"), List.of("y"), unit, unit), 1);
        for (Channel channel : channels.all()) {
            assertThat(channel.truth()).containsExactly(values);
        }
    }
}
