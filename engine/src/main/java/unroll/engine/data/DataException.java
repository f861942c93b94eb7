package unroll.engine.data;

import java.nio.file.Path;

/** A file of the user's that cannot be used; its message is one sentence that says where, what and what to do. */
public final class DataException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** A complaint about a file or folder as a whole. */
    public DataException(Path file, String complaint) {
        super(file + ": " + complaint);
    }

    /** A complaint about one place in a text file; line and column count from 1. */
    public DataException(Path file, int line, int column, String complaint) {
        super(file + ", line " + line + ", column " + column + ": " + complaint);
    }
}
