package unroll.engine.project;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import unroll.engine.file.FileException;

/** A project file that cannot be used; its message is one sentence that says where, what and what to do. */
public final class ProjectException extends FileException {
    private static final long serialVersionUID = 1;

    ProjectException(Path file, String complaint, @Nullable Throwable cause) {
        super(file, complaint, cause);
    }
}
