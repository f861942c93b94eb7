package unroll.engine.series;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import unroll.engine.data.DataException;
import unroll.engine.format.Tables;
import unroll.engine.table.Table;
import unroll.engine.table.TableForm;

/**
 * How the rows of tables are the numbers of a network: what a run needs of the data that it learned from to be used on others.
 *
 * @param shape what the numbers of a time step are
 * @param standardisation of these numbers
 */
public record SeriesCode(SeriesShape shape, Standardisation standardisation) {
    /** Numbers in their own units. */
    static SeriesCode of(SeriesShape shape) {
        return new SeriesCode(shape, Standardisation.none(shape.parts().size()));
    }

    /**
     * The series of another file.
     *
     * @param given as the network is given them, with something in the place of what is missing
     * @param known in the file's own units, with what is missing left so
     * @param name of the column that tells them apart, or of several, joined by commas; empty where there is none
     * @param time how the file's times are called; empty where it has none
     */
    public record Others(List<Series> given, List<Series> known, Optional<String> name, Optional<TimeAxis> time) {
        public Others {
            given = List.copyOf(given);
            known = List.copyOf(known);
        }
    }

    /**
     * The series of another file, with the same numbers; columns that are predicted only may be left out of it.
     *
     * @throws DataException where it cannot be used, lacks what the network is given, or can be read in more than one way
     */
    public Others others(Path file, SeriesForm form) {
        Table table = certain(file, form.table());
        Roles others = Roles.ofSome(table, form.columns());
        SeriesMaker maker = new SeriesMaker(table, others, form, shape);
        return new Others(
                flat(maker.of(table)).stream().map(standardisation::apply).toList(),
                flat(new SeriesMaker(table, others, form.masked(), shape).of(table)),
                others.names().isEmpty() ? Optional.empty() : Optional.of(others.nameOfSeries(table)),
                maker.shape().time());
    }

    /** The table in a file that can be read in one way only. */
    private static Table certain(Path file, TableForm form) {
        Table table = Tables.read(file, form);
        table.doubts().stream().findFirst().ifPresent(doubt -> {
            throw new DataException(file, doubt.sentence() + " Write the file so that it can be read in one way only.");
        });
        return table;
    }

    private static List<Series> flat(List<List<Series>> named) {
        return named.stream().flatMap(List::stream).toList();
    }
}
