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
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(file -> named(file, endings))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw DataException.unreadable(folder, e);
        }
    }

    private static boolean named(Path file, List<String> endings) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && endings.stream().anyMatch(name::endsWith);
    }
}
