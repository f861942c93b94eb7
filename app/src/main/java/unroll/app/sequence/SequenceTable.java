package unroll.app.sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import unroll.app.chart.Matrix;
import unroll.app.control.Table;
import unroll.app.control.Table.Column;

/** The numbers of a sequence, a row for each time step. */
public final class SequenceTable {
    private static final String STEP = "step";

    private SequenceTable() {}

    /** None where there is nothing to see. */
    public static List<Table> of(Depiction depiction) {
        List<Column> columns = switch (depiction) {
            case Film film -> film(film);
            case Channels channels -> channels(channels.all());
            case Passage passage -> passage(passage);
            case Bands bands -> bands(bands);
        };
        return columns.size() < 2 ? List.of() : List.of(new Table("", columns));
    }

    /** Time steps; 0 where there is nothing to see. */
    static int steps(Depiction depiction) {
        return switch (depiction) {
            case Film film -> film.steps();
            case Channels channels ->
                channels.all().isEmpty() ? 0 : channels.all().getFirst().truth().length;
            case Passage passage -> passage.size();
            case Bands bands ->
                bands.all().isEmpty() ? 0 : bands.all().getFirst().cells().columns();
        };
    }

    /** Brightnesses, the pixels from left to right and row by row. */
    private static List<Column> film(Film film) {
        List<Column> columns = counting(film.steps());
        for (Film.Strip strip : film.strips()) {
            for (int i = 0; i < film.width() * film.height(); i++) {
                int pixel = i;
                IntFunction<String> cell = step -> {
                    float[] frame = strip.frames()[step];
                    return pixel < frame.length ? Float.toString(frame[pixel]) : "";
                };
                String place = " x" + (i % film.width() + 1) + " y" + (i / film.width() + 1);
                columns.add(new Column(strip.caption() + place, strip.frames().length, cell));
            }
        }
        return columns;
    }

    private static List<Column> channels(List<Channel> channels) {
        List<Column> columns =
                counting(channels.isEmpty() ? 0 : channels.getFirst().truth().length);
        for (Channel channel : channels) {
            add(columns, channel.name() + ", truth", channel.truth());
            add(columns, channel.name() + ", prediction", channel.prediction());
            add(columns, channel.name() + ", free run", channel.freeRun());
        }
        return columns;
    }

    /** A column without a number is none. */
    private static void add(List<Column> columns, String head, float[] values) {
        for (float value : values) {
            if (!Float.isNaN(value)) {
                columns.add(Column.of(head, values));
                return;
            }
        }
    }

    private static List<Column> passage(Passage passage) {
        List<Column> columns = counting(passage.size());
        if (passage.size() > 0) {
            columns.add(characters("truth", passage.truth()));
            columns.add(characters("prediction", passage.prediction()));
            columns.add(Column.of("probability of the truth", passage.probability()));
        }
        if (passage.written().length > 0) {
            columns.add(new Column(
                    "free run",
                    passage.size(),
                    i -> i < passage.writtenFrom() ? "" : Character.toString(passage.written()[i])));
        }
        return columns;
    }

    private static Column characters(String head, int[] characters) {
        return new Column(head, characters.length, i -> Character.toString(characters[i]));
    }

    private static List<Column> bands(Bands bands) {
        List<Column> columns = counting(steps(bands));
        for (Bands.Band band : bands.all()) {
            Matrix cells = band.cells();
            for (int i = 0; i < cells.rows(); i++) {
                int row = i;
                columns.add(new Column(
                        band.name() + ", " + band.rows().get(i),
                        cells.columns(),
                        step -> Float.toString(cells.at(row, step))));
            }
        }
        return columns;
    }

    private static List<Column> counting(int steps) {
        return new ArrayList<>(List.of(Column.counting(STEP, steps)));
    }
}
