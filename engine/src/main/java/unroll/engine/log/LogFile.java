package unroll.engine.log;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.logging.ConsoleHandler;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import unroll.engine.file.FileException;

/**
 * The file in which the program writes down what it did: when it started and on what, each run that ended, and the stack of each failure
 * of which people see a sentence. What is written to any logger comes here and nothing to the console. Programs that run at once have a
 * file each.
 */
public final class LogFile {
    /** Below this name are the loggers of the program itself. */
    private static final Logger OURS = Logger.getLogger("unroll");

    private static final Logger ALL = Logger.getLogger("");

    /** Bytes after which a file is put aside: some thousand failures. */
    private static final int MOST_BYTES = 1 << 20;

    /** So many files of one program are kept, the oldest is thrown away. */
    private static final int FILES = 3;

    private LogFile() {}

    /** Writes into a file of the folder from now on; where that cannot be, nowhere. */
    public static void open(Path folder) {
        for (Handler handler : ALL.getHandlers()) {
            if (handler instanceof ConsoleHandler) {
                ALL.removeHandler(handler);
            }
        }
        try {
            Files.createDirectories(folder);
            String pattern = folder.toString().replace("%", "%%") + "/unroll-%u.%g.log";
            Handler file = new FileHandler(pattern, MOST_BYTES, FILES, true);
            file.setEncoding(StandardCharsets.UTF_8.name());
            file.setFormatter(new LogText());
            file.setLevel(Level.ALL);
            ALL.addHandler(file);
            OURS.setLevel(Level.ALL);
        } catch (IOException e) {
            // a program on a read-only disk works all the same, and `unroll log` says that there is no file
            OURS.setLevel(Level.OFF);
        }
    }

    /**
     * The file that was written to last.
     *
     * @throws FileException where the folder cannot be read
     */
    public static Optional<Path> newest(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .max(Comparator.comparingLong((Path file) -> file.toFile().lastModified())
                            .thenComparing(Comparator.<Path>reverseOrder()));
        } catch (IOException e) {
            throw new FileException(folder, "cannot be listed: " + FileException.reason(e), e);
        }
    }

    /**
     * The last lines of a file, oldest first.
     *
     * @throws FileException where it cannot be read
     */
    public static List<String> tail(Path file, int most) {
        try {
            List<String> lines = Files.readAllLines(file);
            return lines.subList(Math.max(0, lines.size() - most), lines.size());
        } catch (IOException e) {
            throw new FileException(file, "cannot be read: " + FileException.reason(e), e);
        }
    }
}
