package unroll.engine.file;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file that cannot be read or written; its message is one sentence that says where, what and what to do. */
public class FileException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String complaint;

    /** A complaint about a file or folder. */
    public FileException(Path file, String complaint, @Nullable Throwable cause) {
        super(file + ": " + complaint, cause);
        this.complaint = complaint;
    }

    /** The message without the file's name. */
    public String complaint() {
        return complaint;
    }

    /** The system's reason, in words: "No space left on device". */
    public static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (e instanceof AccessDeniedException) {
            return "access is denied";
        }
        if (e instanceof FileAlreadyExistsException || e instanceof NotDirectoryException) {
            return "there is a file where a folder belongs";
        }
        if (e instanceof CharacterCodingException) {
            return "it is no text in UTF-8";
        }
        if (e instanceof FileSystemException f && f.getReason() != null) {
            return f.getReason();
        }
        return String.valueOf(e.getMessage());
    }
}
