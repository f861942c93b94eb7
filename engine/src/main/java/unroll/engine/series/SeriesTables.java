package unroll.engine.series;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import unroll.engine.data.DataException;
import unroll.engine.data.DataFolder;
import unroll.engine.format.Tables;
import unroll.engine.table.Column;
import unroll.engine.table.Doubt;
import unroll.engine.table.Table;
import unroll.engine.table.TableForm;

/**
 * Tables of the user's that were read and belong together.
 *
 * @param path of the table, or of the folder of them
 * @param tables at least one, all with the same columns
 * @param learnt how many of the first are to learn from, where the folder has the folders {@code train} and {@code test}; empty elsewhere
 */
public record SeriesTables(Path path, List<Table> tables, OptionalInt learnt) {
    private static final String TRAIN = "train";
    private static final String TEST = "test";

    public SeriesTables {
        tables = List.copyOf(tables);
        requireSameColumns(tables);
    }

    /**
     * Reads a table or a folder of them: what is in the folders {@code train} and {@code test} where it has them; else all its files by name.
     *
     * @throws DataException where a file cannot be used or the files do not have the same columns
     * @throws java.util.concurrent.CancellationException where the thread is interrupted meanwhile
     */
    public static SeriesTables read(Path path, TableForm form) {
        DataException.requireExisting(path);
        if (!Files.isDirectory(path)) {
            return read(path, List.of(path), OptionalInt.empty(), form);
        }
        Path train = path.resolve(TRAIN);
        Path test = path.resolve(TEST);
        if (Files.isDirectory(train) != Files.isDirectory(test)) {
            throw new DataException(path, "has one of the folders 'train' and 'test'; it needs both or neither");
        }
        if (!Files.isDirectory(train)) {
            return read(path, filled(path), OptionalInt.empty(), form);
        }
        List<Path> learnt = filled(train);
        List<Path> all = Stream.concat(learnt.stream(), filled(test).stream()).toList();
        return read(path, all, OptionalInt.of(learnt.size()), form);
    }

    private static SeriesTables read(Path path, List<Path> files, OptionalInt learnt, TableForm form) {
        return new SeriesTables(
                path, files.stream().map(file -> Tables.read(file, form)).toList(), learnt);
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
                        .flatMap(part -> listed(part).stream())
                        .toList()
                : listed(path);
    }

    /**
     * The same of a path that has to be there and, where it is a folder, to hold some.
     *
     * @throws DataException where it does not
     */
    public static List<Path> requireFiles(Path path) {
        DataException.requireExisting(path);
        return filled(path, files(path));
    }

    private static List<Path> listed(Path folder) {
        return DataFolder.files(folder, Tables.endings());
    }

    private static List<Path> filled(Path folder) {
        return filled(folder, listed(folder));
    }

    private static List<Path> filled(Path folder, List<Path> files) {
        if (files.isEmpty()) {
            throw new DataException(
                    folder, "holds no table; put CSV files, Excel workbooks or arrays of NumPy into it");
        }
        return files;
    }

    /** What can be read in more than one way, each doubt once. */
    public List<Doubt> doubts() {
        return tables.stream()
                .flatMap(table -> table.doubts().stream())
                .distinct()
                .toList();
    }

    private static void requireSameColumns(List<Table> tables) {
        List<String> names = names(tables.getFirst());
        for (Table other : tables) {
            List<String> others = names(other);
            int at = 0;
            while (at < Math.min(names.size(), others.size()) && names.get(at).equals(others.get(at))) {
                at++;
            }
            if (at < Math.max(names.size(), others.size())) {
                throw new DataException(
                        other.file(), Math.max(1, other.headLine()), at + 1, difference(tables.getFirst(), other, at));
            }
        }
    }

    private static List<String> names(Table table) {
        return table.columns().stream().map(Column::name).toList();
    }

    private static String difference(Table first, Table other, int at) {
        int columns = other.columns().size();
        if (columns != first.columns().size()) {
            return columns + " columns where " + first.file() + " has "
                    + first.columns().size();
        }
        return other.headLine() == 0 && first.headLine() > 0
                ? "no line names the columns, as one does in " + first.file()
                : "'" + other.columns().get(at).name() + "' where " + first.file() + " has '"
                        + first.columns().get(at).name() + "'";
    }
}
