package unroll.engine.series;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import unroll.engine.data.DataException;
import unroll.engine.table.Column;
import unroll.engine.table.Doubt;
import unroll.engine.table.Table;

/**
 * Series of one kind in two parts: those to learn from and those kept back to test on.
 *
 * @param training at least one series of at least 2 rows
 * @param test the same, with the same columns
 * @param code how their numbers are made of the rows of the files
 * @param understood how the files were understood, a sentence each
 * @param doubts what can be understood in more than one way
 * @param described what the files' columns are
 */
public record SeriesSplit(
        List<Series> training,
        List<Series> test,
        SeriesCode code,
        List<String> understood,
        List<Doubt> doubts,
        List<ColumnDescription> described) {
    /** Of a part to test on: two steps, and what follows the second. */
    private static final int FEWEST_ROWS = 3;

    public SeriesSplit {
        training = List.copyOf(training);
        test = List.copyOf(test);
        understood = List.copyOf(understood);
        doubts = List.copyOf(doubts);
        described = List.copyOf(described);
    }

    /** Both parts in the units of their data, which a program made; all numbers are given and predicted. */
    public SeriesSplit(List<Series> training, List<Series> test, List<String> columns, List<String> understood) {
        this(training, test, SeriesCode.of(SeriesShape.of(columns)), understood, List.of(), List.of());
    }

    /**
     * Reads a table or a folder of them, and divides it, as {@link SeriesTables} say.
     *
     * @throws DataException where a file cannot be used or the files do not have the same columns
     */
    public static SeriesSplit read(Path path, SeriesForm form) {
        return of(SeriesTables.read(path, form.table()), form);
    }

    /**
     * The series of tables that were read: where no folder says which are to test on, the last of several files by name, at least one, are;
     * of a single file the last rows of each series are.
     *
     * @param form of which that of the tables themselves does not matter any more
     * @throws DataException where they cannot be used so
     */
    public static SeriesSplit of(SeriesTables tables, SeriesForm form) {
        return of(tables, new Division(tables, form, Optional.empty()));
    }

    private static SeriesSplit of(SeriesTables tables, Division division) {
        return tables.learnt().isPresent() ? division.at(tables.learnt().getAsInt()) : division.byWish();
    }

    /**
     * The series of tables for a network that learned from them before, whatever they held then: its numbers stand for what they stood for.
     *
     * @throws DataException where they cannot be used so, or lack a column that the network is given
     */
    public static SeriesSplit again(Path path, SeriesForm form, SeriesCode learned) {
        SeriesTables tables = SeriesTables.read(path, form.table());
        return of(tables, new Division(tables, form, Optional.of(learned.shape())))
                .as(learned);
    }

    /** What the numbers of a time step are. */
    public SeriesShape shape() {
        return code.shape();
    }

    /** The columns' names, the same in all series. */
    public List<String> columns() {
        return shape().columns();
    }

    /** The units in which the numbers are, one for each. */
    public List<ColumnUnit> units() {
        return code.standardisation().units();
    }

    private static List<Series> flat(List<List<Series>> named) {
        return named.stream().flatMap(List::stream).toList();
    }

    /** Both parts with each column at mean 0 and deviation 1, by the mean and deviation of the training part. */
    public SeriesSplit standardised() {
        return standardised(Standardisation.of(training, shape()));
    }

    /**
     * Both parts in the units of what a network learned from.
     *
     * @throws DataException where its numbers are others
     */
    public SeriesSplit as(SeriesCode learned) {
        if (!columns().equals(learned.shape().columns())) {
            throw new DataException(
                    training.getFirst().file(),
                    "has other numbers than those that the network learned from, which were "
                            + String.join(", ", learned.shape().columns()) + "; begin a new run");
        }
        return standardised(learned.standardisation());
    }

    private SeriesSplit standardised(Standardisation unit) {
        return new SeriesSplit(
                training.stream().map(unit::apply).toList(),
                test.stream().map(unit::apply).toList(),
                new SeriesCode(shape(), unit),
                understood,
                doubts,
                described);
    }

    /** Divides what files hold. */
    private static final class Division {
        private final Path path;
        private final List<Doubt> doubts;
        private final SeriesForm form;
        private final List<Table> tables;
        private final Roles roles;
        private final SeriesMaker maker;
        private final List<List<List<Series>>> series;

        Division(SeriesTables read, SeriesForm form, Optional<SeriesShape> learned) {
            path = read.path();
            doubts = read.doubts();
            this.form = form;
            tables = read.tables();
            roles = Roles.of(tables.getFirst(), form.columns());
            maker = learned.map(shape -> new SeriesMaker(tables.getFirst(), roles, form, shape))
                    .orElseGet(() -> new SeriesMaker(tables, roles, form));
            series = tables.stream().map(maker::of).toList();
        }

        SeriesSplit byWish() {
            boolean whole =
                    form.heldBack() == HeldBack.LAST_SERIES || form.heldBack() == HeldBack.FOUND && tables.size() > 1;
            if (!whole) {
                return byRows();
            }
            if (tables.size() > 1) {
                return at(tables.size() - kept(tables.size()));
            }
            List<List<Series>> named = series.getFirst();
            int first = named.size() - kept(named.size());
            return split(flat(named.subList(0, first)), flat(named.subList(first, named.size())));
        }

        /** Of so many series the last are kept, at least one. */
        private int kept(int series) {
            if (series < 2) {
                throw new DataException(path, "holds a single series; hold back its last rows instead");
            }
            return Math.clamp((long) (series * form.share()), 1, series - 1);
        }

        /** The first of the files are to learn from. */
        SeriesSplit at(int first) {
            return split(
                    series.subList(0, first).stream()
                            .flatMap(named -> flat(named).stream())
                            .toList(),
                    series.subList(first, series.size()).stream()
                            .flatMap(named -> flat(named).stream())
                            .toList());
        }

        /** The last rows of each series are to test on. */
        private SeriesSplit byRows() {
            List<Series> training = new ArrayList<>();
            List<Series> test = new ArrayList<>();
            int longest = 0;
            for (List<List<Series>> table : series) {
                for (List<Series> pieces : table) {
                    int rows = pieces.stream().mapToInt(Series::rows).sum();
                    int kept = (int) (rows * form.share());
                    longest = Math.max(longest, rows);
                    cut(pieces, kept < FEWEST_ROWS ? rows : rows - kept, training, test);
                }
            }
            if (test.isEmpty()) {
                throw new DataException(path, tooShort(longest));
            }
            return split(training, test);
        }

        /** Why no series has rows to test on. */
        private String tooShort(int longest) {
            int needed = (int) Math.ceil(FEWEST_ROWS / form.share());
            int count = series.stream().mapToInt(List::size).sum();
            String rows = longest == 1 ? "one row" : longest + " rows";
            return count == 1
                    ? "has " + rows + "; to keep " + share() + " back for testing it needs at least " + needed
                    : "has " + count + " series of at most " + rows + "; to keep " + share()
                            + " of each back for testing they need at least " + needed
                            + ", or hold the last series back (setting task.heldBack=last-series)";
        }

        private String share() {
            return form.share() == SeriesForm.FOUND.share()
                    ? "a fifth"
                    : String.format(Locale.ROOT, "%.4g %%", 100 * form.share());
        }

        private static void cut(List<Series> pieces, int first, List<Series> training, List<Series> test) {
            int before = 0;
            for (Series piece : pieces) {
                int here = Math.clamp((long) first - before, 0, piece.rows());
                if (here > 1) {
                    training.add(piece.part(0, here));
                }
                if (piece.rows() - here > 1) {
                    test.add(piece.part(here, piece.rows()));
                }
                before += piece.rows();
            }
        }

        private SeriesSplit split(List<Series> training, List<Series> test) {
            Stream.of(training, test)
                    .flatMap(List::stream)
                    .filter(one -> one.rows() < 2)
                    .findFirst()
                    .ifPresent(one -> {
                        throw new DataException(
                                one.file(), "has a single row; nothing follows it that could be predicted");
                    });
            requireChange(training, test);
            return new SeriesSplit(training, test, SeriesCode.of(maker.shape()), understood(), doubts, described());
        }

        /** Refuses data in which nothing that is predicted ever changes. */
        private void requireChange(List<Series> training, List<Series> test) {
            List<Integer> targets = maker.shape().targets();
            boolean changes = targets.stream()
                    .anyMatch(target -> Stream.concat(training.stream(), test.stream())
                                    .flatMapToDouble(series -> series.values(target))
                                    .filter(value -> !Double.isNaN(value))
                                    .distinct()
                                    .limit(2)
                                    .count()
                            > 1);
            if (!changes) {
                throw new DataException(
                        path,
                        "never changes: " + maker.shape().columns().get(targets.getFirst())
                                + (targets.size() == 1 ? " is" : " and all else that is to be predicted are")
                                + " the same in all rows, so that there is nothing to learn");
            }
        }

        private List<ColumnDescription> described() {
            List<Column> columns = tables.getFirst().columns();
            return IntStream.range(0, columns.size())
                    .mapToObj(
                            c -> ColumnDescription.of(columns.get(c), roles.of().get(c)))
                    .toList();
        }

        private List<String> understood() {
            List<String> sentences = new ArrayList<>();
            Table first = tables.getFirst();
            int rows = tables.stream().mapToInt(Table::rows).sum();
            int named = series.stream().mapToInt(List::size).sum();
            sentences.add((tables.size() == 1 ? first.file().getFileName() + ": " : tables.size() + " files: ")
                    + rows + (rows == 1 ? " row of " : " rows of ")
                    + first.columns().size()
                    + (first.columns().size() == 1 ? " column" : " columns")
                    + (roles.names().isEmpty() ? "" : " in " + named + " series by " + roles.nameOfSeries(first))
                    + ".");
            sentences.addAll(first.understood());
            sentences.addAll(maker.understood());
            sentences.addAll(new RoleSentences(tables, roles, form.missing()).all());
            return sentences;
        }
    }
}
