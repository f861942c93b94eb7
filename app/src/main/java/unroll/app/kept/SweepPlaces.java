package unroll.app.kept;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import unroll.engine.file.FileException;
import unroll.engine.file.FolderName;
import unroll.engine.sweep.Sweep;
import unroll.engine.sweep.SweepFolder;

/** The folder in which a sweep that is opened from a file is kept: the same whenever that very document is opened. */
public final class SweepPlaces {
    private SweepPlaces() {}

    /**
     * The folder under {@code parent}: the one where this document was begun, or else one that is free.
     *
     * @throws FileException where a document there cannot be read
     */
    public static SweepFolder of(Path parent, Sweep sweep) {
        String base = FolderName.of(sweep.name(), "sweep");
        SweepFolder folder = new SweepFolder(parent.resolve(base));
        for (int i = 2; Files.exists(folder.path()) && !holds(folder, sweep); i++) {
            folder = new SweepFolder(parent.resolve(base + " (" + i + ")"));
        }
        return folder;
    }

    private static boolean holds(SweepFolder folder, Sweep sweep) {
        try {
            return folder.begun() && Files.readString(folder.document()).equals(sweep.text());
        } catch (IOException e) {
            throw new FileException(folder.document(), "cannot be read: " + FileException.reason(e), e);
        }
    }
}
