package unroll.app.own;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import unroll.engine.format.Tables;
import unroll.engine.record.Failures;
import unroll.engine.series.Roles;
import unroll.engine.series.SeriesTables;
import unroll.engine.table.Doubt;
import unroll.engine.table.Table;
import unroll.engine.task.OwnSeries;
import unroll.engine.task.TaskSettings;

/**
 * What came of reading data with some settings.
 *
 * @param settings by which they were read, with a window that fits them where it is to
 * @param first the first of the tables; empty where they could not be read
 * @param files how many tables there are
 * @param roles what the columns of the tables are for
 * @param columns what is seen of the columns of the first
 * @param understood how the data were understood, a sentence each; none where they are refused
 * @param doubts what could be read otherwise
 * @param lines of the first file as they are, where it is no table as it was read
 * @param refusal why nothing can be learned from them so, with the place; empty where something can
 */
record Reading(
        OwnSeries settings,
        Optional<Table> first,
        int files,
        Optional<Roles> roles,
        List<ColumnLook> columns,
        List<String> understood,
        List<Doubt> doubts,
        List<String> lines,
        String refusal) {
    /** Lines of a file that is no table. */
    private static final int LINES = 1000;

    Reading {
        columns = List.copyOf(columns);
        understood = List.copyOf(understood);
        doubts = List.copyOf(doubts);
        lines = List.copyOf(lines);
    }

    /** Nothing was read. */
    static Reading none(OwnSeries settings, List<String> lines, String refusal) {
        return new Reading(
                settings, Optional.empty(), 0, Optional.empty(), List.of(), List.of(), List.of(), lines, refusal);
    }

    /** No table could be read; the file is shown as it is. */
    static Reading refused(OwnSeries settings, String refusal) {
        List<Path> files = settings.files();
        List<String> lines = files.isEmpty() ? List.of() : Tables.lines(files.getFirst(), settings.form(), LINES);
        return none(settings, lines, refusal);
    }

    /**
     * What comes of tables that were read already as the settings say.
     *
     * @param fit whether windows are shortened where the series are
     */
    static Reading of(OwnSeries wanted, boolean fit, SeriesTables tables) {
        Table first = tables.tables().getFirst();
        String refusal = "";
        OwnSeries settings = wanted;
        List<String> understood = List.of();
        try {
            TaskSettings.Fitted read =
                    fit ? wanted.fitted(tables) : new TaskSettings.Fitted(wanted, wanted, wanted.open(tables));
            settings = (OwnSeries) read.settings();
            understood = read.understood();
        } catch (RuntimeException | Error refused) { // no memory, perhaps
            refusal = Failures.sentence(refused);
        }
        Roles roles = Roles.ofSome(first, settings.columns());
        List<ColumnLook> columns = IntStream.range(0, first.columns().size())
                .mapToObj(c -> ColumnLook.of(c, first.columns().get(c), roles.use(c)))
                .toList();
        return new Reading(
                settings,
                Optional.of(first),
                tables.tables().size(),
                Optional.of(roles),
                columns,
                understood,
                tables.doubts(),
                List.of(),
                refusal);
    }
}
