package unroll.engine.record;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import unroll.engine.file.FileException;

/** A run folder or a file of it that cannot be used; its message is one sentence that says where, what and what to do. */
public final class RunException extends FileException {
    private static final long serialVersionUID = 1;

    /** A complaint about a file or folder. */
    public RunException(Path file, String complaint, @Nullable Throwable cause) {
        super(file, complaint, cause);
    }
}
