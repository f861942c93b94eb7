package unroll.engine.data;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a text file in UTF-8 as its characters (code points), line ends as single newlines, without a byte order mark. */
public final class PlainText {
    /** As much text as fits into a desktop's memory several times over, which reading and counting take. */
    private static final long MOST_BYTES = 64L << 20;

    private PlainText() {}

    /**
     * The characters of {@code file}.
     *
     * @throws DataException where it cannot be read, holds no text, or is too large
     */
    public static int[] read(Path file) {
        DataException.requireExisting(file);
        if (Files.isDirectory(file)) {
            throw new DataException(file, "is a folder; name a text file");
        }
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new DataException(
                        file, "has more than " + (MOST_BYTES >> 20) + " MB; cut a part out of it and name that");
            }
            return characters(file, Files.readString(file));
        } catch (CharacterCodingException e) {
            throw new DataException(file, "is no UTF-8 text; save it as plain text in UTF-8");
        } catch (IOException e) {
            throw DataException.unreadable(file, e);
        }
    }

    private static int[] characters(Path file, String read) {
        String text = read.startsWith("\uFEFF") ? read.substring(1) : read;
        text = text.replace("\r\n", "\n").replace('\r', '\n');
        int zero = text.indexOf('\0');
        if (zero >= 0) {
            int line = 1
                    + (int) text.substring(0, zero)
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            throw new DataException(
                    file,
                    line,
                    zero - text.lastIndexOf('\n', zero),
                    "a zero byte, which no text has; is it a text file?");
        }
        if (text.isBlank()) {
            throw new DataException(file, "holds no text");
        }
        return text.codePoints().toArray();
    }
}
