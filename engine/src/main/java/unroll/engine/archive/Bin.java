package unroll.engine.archive;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import unroll.engine.file.FileException;
import unroll.engine.record.RunException;

/**
 * Where deleted runs go: a folder beside that of the runs, so that each is moved whole or not at all, and can be brought back by
 * hand, too.
 *
 * @param folder made when it is first needed
 */
public record Bin(Path folder) {
    /** The bin of the runs in a folder. */
    public static Bin beside(Path runs) {
        return new Bin(runs.resolveSibling("bin"));
    }

    /**
     * Moves a run there and returns where it is now.
     *
     * @throws RunException where it cannot be moved; then it is where it was
     */
    public Path put(Path run) {
        Path place = free(folder.resolve(String.valueOf(run.getFileName())));
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new RunException(folder, "cannot be made: " + FileException.reason(e), e);
        }
        move(run, place);
        return place;
    }

    /**
     * Moves a run back to where it was.
     *
     * @throws RunException where it cannot be moved, or another run is there now; then it is where it was
     */
    public void back(Path binned, Path run) {
        if (Files.exists(run)) {
            throw new RunException(
                    run, "is there again, so the deleted run of that name stays in " + folder + "; rename one", null);
        }
        move(binned, run);
    }

    private static Path free(Path wanted) {
        Path place = wanted;
        for (int i = 2; Files.exists(place); i++) {
            place = wanted.resolveSibling(wanted.getFileName() + " (" + i + ")");
        }
        return place;
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw new RunException(from, "cannot be moved to another disk (" + to + "); move it by hand", e);
        } catch (IOException e) {
            throw new RunException(from, "cannot be moved to " + to + ": " + FileException.reason(e), e);
        }
    }
}
