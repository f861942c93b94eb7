package unroll.app.kept;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import unroll.engine.file.FileException;

/** Where an earlier version of the program kept a file or folder, which is moved once to where it belongs now. */
public final class FormerPlace {
    private FormerPlace() {}

    /**
     * Moves what is at {@code before}, and nothing where there is something at {@code now} already.
     *
     * @throws FileException where it cannot be moved
     */
    public static void leave(Path before, Path now) {
        if (Files.exists(now) || !Files.exists(before)) {
            return;
        }
        try {
            Files.createDirectories(now.toAbsolutePath().getParent());
            move(before, now);
        } catch (IOException e) {
            throw new FileException(before, "cannot be moved to " + now + ": " + FileException.reason(e), e);
        }
    }

    /** File by file, for a folder with something in it goes to no other disk. */
    private static void move(Path before, Path now) throws IOException {
        if (!Files.isDirectory(before)) {
            Files.move(before, now);
            return;
        }
        Files.createDirectory(now);
        for (Path inside : inside(before)) {
            move(inside, now.resolve(inside.getFileName()));
        }
        Files.delete(before);
    }

    private static List<Path> inside(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
