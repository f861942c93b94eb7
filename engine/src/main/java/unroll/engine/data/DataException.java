package unroll.engine.data;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

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

    /** The complaint about a file or folder that the system did not let be read, with its reason. */
    public static DataException unreadable(Path file, IOException cause) {
        return new DataException(
                file,
                switch (cause) {
                    case NoSuchFileException _ -> "cannot be read: there is no such file";
                    case AccessDeniedException _ -> "cannot be read: access is denied";
                    case FileSystemException failure
                    when failure.getReason() != null -> "cannot be read: " + failure.getReason();
                    default -> "cannot be read: " + cause.getMessage();
                });
    }

    /**
     * Makes sure that a file or folder is there.
     *
     * @throws DataException where it is not, or where nobody may look
     */
    public static void requireExisting(Path file) {
        try {
            Files.readAttributes(file, BasicFileAttributes.class);
        } catch (NoSuchFileException e) {
            throw new DataException(file, "does not exist");
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }
}
