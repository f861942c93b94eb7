package unroll.engine.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A copy of a file as it was, beside it, for a file of which something cannot be read and will be gone. */
public final class SpareCopy {
    private SpareCopy() {}

    /**
     * Makes one, with a number of its own where there are others.
     *
     * @return where it is
     * @throws FileException where it cannot be made
     */
    public static Path of(Path file) {
        Path copy = file.resolveSibling(file.getFileName() + ".kept");
        for (int i = 2; Files.exists(copy); i++) {
            copy = file.resolveSibling(file.getFileName() + ".kept-" + i);
        }
        try {
            return Files.copy(file, copy);
        } catch (IOException e) {
            throw new FileException(file, "cannot be copied to " + copy + ": " + FileException.reason(e), e);
        }
    }
}
