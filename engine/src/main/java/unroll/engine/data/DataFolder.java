package unroll.engine.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The files in a folder of the user's that are meant as data. */
public final class DataFolder {
    private DataFolder() {}

    /**
     * The files with these endings, in whatever letters, by name. Hidden ones, which systems leave beside a person's own, are passed
     * over, and so is what is no file.
     *
     * @throws DataException where the folder cannot be listed
     */
    public static List<Path> files(Path folder, List<String> endings) {
        return entries(folder).stream()
                .filter(file -> ends(file, endings))
                .filter(Files::isRegularFile)
                .toList();
    }

    /**
     * Everything in a folder that is not hidden, by name.
     *
     * @throws DataException where the folder cannot be listed
     */
    public static List<Path> entries(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> !name(entry).startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw DataException.unreadable(folder, e);
        }
    }

    private static boolean ends(Path file, List<String> endings) {
        String name = name(file).toLowerCase(Locale.ROOT);
        return endings.stream().anyMatch(name::endsWith);
    }

    private static String name(Path entry) {
        return String.valueOf(entry.getFileName());
    }
}
