package unroll.engine.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Series of one kind in two parts: those to learn from and those kept back to test on.
 *
 * @param training at least one series of at least 2 rows
 * @param test the same, with the same columns
 * @param units in which the columns are, one for each
 */
public record SeriesSplit(List<Series> training, List<Series> test, List<ColumnUnit> units) {
    /** One part in so many is kept back. */
    private static final int KEPT_BACK = 5;

    /** Of a part to test on: two steps, and what follows the second. */
    private static final int FEWEST_ROWS = 3;

    private static final List<String> ENDINGS = List.of(".csv", ".tsv");

    private static final String TRAIN = "train";
    private static final String TEST = "test";

    public SeriesSplit {
        training = List.copyOf(training);
        test = List.copyOf(test);
        units = List.copyOf(units);
    }

    /** Both parts in the units of their data. */
    public SeriesSplit(List<Series> training, List<Series> test) {
        this(training, test, ColumnUnit.own(training.getFirst().columns().size()));
    }

    /**
     * Reads a CSV file or a folder of them: the folders {@code train} and {@code test} where it has them; else the last
     * fifth of its files by name, at least one, is the test part; a single file is cut before its last fifth.
     *
     * @throws DataException where a file cannot be used or the files do not have the same columns
     */
    public static SeriesSplit read(Path path) {
        DataException.requireExisting(path);
        if (!Files.isDirectory(path)) {
            return cut(usable(CsvSeries.read(path)));
        }
        Path train = path.resolve(TRAIN);
        Path test = path.resolve(TEST);
        if (Files.isDirectory(train) != Files.isDirectory(test)) {
            throw new DataException(path, "has one of the folders 'train' and 'test'; it needs both or neither");
        }
        SeriesSplit split = Files.isDirectory(train) ? new SeriesSplit(all(train), all(test)) : divide(all(path));
        split.requireSameColumns();
        return split;
    }

    private static SeriesSplit divide(List<Series> series) {
        if (series.size() == 1) {
            return cut(series.getFirst());
        }
        int first = series.size() - Math.max(1, series.size() / KEPT_BACK);
        return new SeriesSplit(series.subList(0, first), series.subList(first, series.size()));
    }

    private static SeriesSplit cut(Series series) {
        int rows = series.rows().size();
        int first = rows - rows / KEPT_BACK;
        if (rows / KEPT_BACK < FEWEST_ROWS) {
            throw new DataException(
                    series.file(),
                    "has " + rows + " rows; to keep a fifth back for testing it needs at least "
                            + KEPT_BACK * FEWEST_ROWS);
        }
        return new SeriesSplit(List.of(series.part(0, first)), List.of(series.part(first, rows)));
    }

    /**
     * The files that {@link #read} would read, as far as they are there.
     *
     * @throws DataException where a folder cannot be listed
     */
    public static List<Path> files(Path path) {
        if (!Files.isDirectory(path)) {
            return Files.exists(path) ? List.of(path) : List.of();
        }
        return Files.isDirectory(path.resolve(TRAIN))
                ? Stream.of(TRAIN, TEST)
                        .map(path::resolve)
                        .filter(Files::isDirectory)
                        .flatMap(part -> tables(part).stream())
                        .toList()
                : tables(path);
    }

    private static List<Path> tables(Path folder) {
        return DataFolder.files(folder, ENDINGS);
    }

    private static List<Series> all(Path folder) {
        List<Path> files = tables(folder);
        if (files.isEmpty()) {
            throw new DataException(folder, "holds no file that ends in .csv or .tsv");
        }
        return files.stream().map(CsvSeries::read).map(SeriesSplit::usable).toList();
    }

    private static Series usable(Series series) {
        if (series.rows().size() < 2) {
            throw new DataException(series.file(), "has a single row; nothing follows it that could be predicted");
        }
        return series;
    }

    private void requireSameColumns() {
        Series first = training.getFirst();
        Stream.concat(training.stream(), test.stream())
                .filter(series -> !series.columns().equals(columns()))
                .findFirst()
                .ifPresent(other -> {
                    int at = 0;
                    int shared = Math.min(columns().size(), other.columns().size());
                    while (at < shared
                            && columns().get(at).equals(other.columns().get(at))) {
                        at++;
                    }
                    throw new DataException(other.file(), 1, at + 1, difference(first, other, at));
                });
    }

    private static String difference(Series first, Series other, int at) {
        if (first.columns().size() != other.columns().size()) {
            return other.columns().size() + " columns where " + first.file() + " has "
                    + first.columns().size();
        }
        return "'" + other.columns().get(at) + "' where " + first.file() + " has '"
                + first.columns().get(at) + "'";
    }

    /** The columns' names, the same in all series. */
    public List<String> columns() {
        return training.getFirst().columns();
    }

    /** What was taken as the columns' names, in one sentence. */
    public String namesOfColumns() {
        Series first = training.getFirst();
        return first.file().getFileName()
                + (first.line() > 0
                        ? ": line " + first.line() + " was taken as the names of the columns: "
                                + String.join(", ", columns()) + "."
                        : ": no line names the columns; the first was taken as numbers.");
    }

    /** Both parts with each column at mean 0 and deviation 1, by the mean and deviation of the training part. */
    public SeriesSplit standardised() {
        Standardisation unit = Standardisation.of(training);
        return new SeriesSplit(
                training.stream().map(unit::apply).toList(),
                test.stream().map(unit::apply).toList(),
                unit.units());
    }
}
