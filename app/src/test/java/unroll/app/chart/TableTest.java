package unroll.app.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import unroll.app.control.Table;
import unroll.app.control.Table.Column;
import unroll.app.sequence.Bands;
import unroll.app.sequence.Channel;
import unroll.app.sequence.Channels;
import unroll.app.sequence.Film;
import unroll.app.sequence.Passage;
import unroll.app.view.flow.FlowData;
import unroll.app.view.flow.WaterfallData;
import unroll.app.view.update.InnerData;

class TableTest {
    private static List<String> row(Table table, int row) {
        return IntStream.range(0, table.columns().size())
                .mapToObj(column -> table.cell(row, column))
                .toList();
    }

    private static List<String> heads(Table table) {
        return table.columns().stream().map(Column::head).toList();
    }

    @Test
    void curvesOverTheSameThingShareRowsAndWhereOneHasNoPointItsCellIsEmpty() {
        Curve train = new Curve(new double[] {1, 2, 2.5}, new double[] {0.1, Double.NaN, 1e-300});
        Curve test = new Curve(new double[] {0, 2}, new double[] {7, -3});
        Table table = NamedCurve.table("", "update", List.of(new NamedCurve("a", train), new NamedCurve("b", test)));
        assertThat(heads(table)).containsExactly("update", "a", "b");
        assertThat(table.rows()).isEqualTo(4);
        assertThat(row(table, 0)).containsExactly("0", "", "7.0");
        assertThat(row(table, 1)).containsExactly("1", "0.1", "");
        assertThat(row(table, 2)).containsExactly("2", "NaN", "-3.0");
        assertThat(row(table, 3)).containsExactly("2.5", "1.0E-300", "");
    }

    @Test
    void everyNumberIsReadBackAsItWas() {
        double[] values = {Math.PI, 1.0 / 3, Double.MIN_VALUE, Double.NEGATIVE_INFINITY, -0.0};
        Table doubles = new Table("", List.of(Column.of("x", values)));
        float[] floats = {0.1f, (float) Math.E, Float.MIN_VALUE};
        Table singles = new Table("", List.of(Column.of("x", floats)));
        for (int i = 0; i < values.length; i++) {
            assertThat(Double.parseDouble(doubles.cell(i, 0))).isEqualTo(values[i]);
        }
        for (int i = 0; i < floats.length; i++) {
            assertThat(Float.parseFloat(singles.cell(i, 0))).isEqualTo(floats[i]);
        }
    }

    @Test
    void aShortColumnEndsInEmptyCells() {
        Table table = new Table("", List.of(Column.counting("n", 3), Column.of("word", List.of("one"))));
        assertThat(row(table, 2)).containsExactly("3", "");
    }

    @Test
    void aFilmHasAColumnForEachPixelAndStepsWithoutAPictureAreEmpty() {
        float[][] frames = {{0, 0.25f, 0.5f, 1}, {}};
        Table table = new Film(2, 2, List.of(new Film.Strip("truth", frames)))
                .tables()
                .getFirst();
        assertThat(heads(table)).containsExactly("step", "truth x1 y1", "truth x2 y1", "truth x1 y2", "truth x2 y2");
        assertThat(row(table, 0)).containsExactly("1", "0.0", "0.25", "0.5", "1.0");
        assertThat(row(table, 1)).containsExactly("2", "", "", "", "");
    }

    @Test
    void ofAChannelThoseNumbersAreThereThatItHas() {
        float none = Float.NaN;
        Channel channel = new Channel("x", new float[] {1, none}, new float[] {2, 3}, new float[] {none, none});
        Table table =
                new Channels(List.of(channel), List.of(), List.of()).tables().getFirst();
        assertThat(heads(table)).containsExactly("step", "x, truth", "x, prediction");
        assertThat(row(table, 1)).containsExactly("2", "NaN", "3.0");
    }

    @Test
    void aPassageIsToldInCharactersAndAFreeRunFromWhereItBegins() {
        Passage passage = new Passage(
                new int[] {'a', 0x1F600}, new int[] {'b', ','}, new float[] {0.5f, 1}, new int[] {'a', '"'}, 1);
        Table table = passage.tables().getFirst();
        assertThat(row(table, 0)).containsExactly("1", "a", "b", "0.5", "");
        assertThat(row(table, 1)).containsExactly("2", "\uD83D\uDE00", ",", "1.0", "\"");
    }

    @Test
    void nothingToSeeIsNoTable() {
        assertThat(Film.EMPTY.tables()).isEmpty();
        assertThat(Passage.EMPTY.tables()).isEmpty();
        assertThat(Bands.EMPTY.tables()).isEmpty();
        assertThat(FlowData.EMPTY.tables()).isEmpty();
    }

    @Test
    void bandsHaveAColumnForEachRow() {
        Matrix cells = new Matrix(2, 3, new float[] {1, 2, 3, 4, 5, 6});
        Table table = new Bands(List.of(new Bands.Band("prediction", List.of("A", "B"), cells, 1)))
                .tables()
                .getFirst();
        assertThat(heads(table)).containsExactly("step", "prediction, A", "prediction, B");
        assertThat(row(table, 2)).containsExactly("3", "3.0", "6.0");
    }

    @Test
    void iterationsSayWhichWereLookedBackAtAndWhichWasTaken() {
        double[] numbers = {1, 2, 3};
        Curve curve = new Curve(numbers, new double[] {-1, -2, -3});
        Table table = new InnerData(curve, curve, List.of(1, 3), OptionalInt.of(3)).table("");
        assertThat(row(table, 0)).containsExactly("1", "-1.0", "-1.0", "1", "0");
        assertThat(row(table, 1)).containsExactly("2", "-2.0", "-2.0", "0", "0");
        assertThat(row(table, 2)).containsExactly("3", "-3.0", "-3.0", "1", "1");
    }

    @Test
    void theWaterfallHasARowForEachOfItsRows() {
        WaterfallData data = WaterfallData.EMPTY.with(0, new double[] {1, 100}).with(5, new double[] {0.1, 0});
        Table table = data.table("waterfall");
        assertThat(heads(table))
                .containsExactly(
                        "first update", "last update", "looks", "log10 |dL/dh| at step 1", "log10 |dL/dh| at step 2");
        assertThat(row(table, 0)).containsExactly("0", "0", "1", "0.0", "2.0");
        assertThat(row(table, 1)).containsExactly("5", "5", "1", "-1.0", "-Infinity");
    }
}
