package unroll.engine.motion;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import unroll.engine.data.ByteOrderMark;
import unroll.engine.data.DataException;

/** The words of a BVH file, one after the other, with their places; holds no more of it than a word. */
final class BvhText implements AutoCloseable {
    /** Of a word or of a line that is read as one; longer ones are none of this format. */
    private static final int LONGEST = 500;

    /** Bytes of the longest byte order mark. */
    private static final int MARK = 4;

    private static final int END = -1;

    private final Path file;
    private final BufferedReader reader;
    private int next;
    private int line = 1;
    private int column = 1;
    private int wordLine = 1;
    private int wordColumn = 1;

    BvhText(Path file) throws IOException {
        this.file = file;
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file));
        bytes.mark(MARK);
        ByteOrderMark mark =
                ByteOrderMark.of(bytes.readNBytes(MARK)).orElse(new ByteOrderMark(StandardCharsets.UTF_8, 0));
        bytes.reset();
        bytes.skipNBytes(mark.length());
        Charset charset = mark.charset();
        reader = new BufferedReader(new InputStreamReader(bytes, charset));
        next = reader.read();
    }

    /** The next word, which may stand on another line; a brace is one of its own; empty at the end of the file. */
    String word() throws IOException {
        while (next != END && Character.isWhitespace(next)) {
            advance();
        }
        return taken(false);
    }

    /** The next word of the line; empty where it has no more. */
    String wordOfLine() throws IOException {
        skipBlanks();
        return taken(false);
    }

    /** What is left of the line before a brace, without the blanks around it. */
    String restOfLine() throws IOException {
        skipBlanks();
        return taken(true).strip();
    }

    /** Goes to the next line that has a word, from the end of one; whether there is one. */
    boolean nextLine() throws IOException {
        while (next != END && Character.isWhitespace(next)) {
            advance();
        }
        return next != END;
    }

    private void skipBlanks() throws IOException {
        while (next != END && next != '\n' && next != '\r' && Character.isWhitespace(next)) {
            advance();
        }
    }

    private String taken(boolean line) throws IOException {
        wordLine = this.line;
        wordColumn = column;
        StringBuilder word = new StringBuilder();
        if (!line && (next == '{' || next == '}')) {
            word.append((char) next);
            advance();
            return word.toString();
        }
        while (next != END
                && next != '{'
                && next != '}'
                && !(line ? next == '\n' || next == '\r' : Character.isWhitespace(next))) {
            if (word.length() == LONGEST) {
                throw complaint("more than " + LONGEST + " characters without a " + (line ? "new line" : "blank")
                        + "; is it a BVH file?");
            }
            word.append((char) next);
            advance();
        }
        return word.toString();
    }

    private void advance() throws IOException {
        boolean lineEnds = next == '\n' || next == '\r';
        int before = next;
        next = reader.read();
        if (lineEnds && !(before == '\r' && next == '\n')) {
            line++;
            column = 1;
        } else {
            column++;
        }
    }

    /** The line on which the last word stood, from 1. */
    int line() {
        return wordLine;
    }

    /** A complaint about the last word. */
    DataException complaint(String words) {
        return new DataException(file, wordLine, wordColumn, words);
    }

    /** A complaint that something else stands where something is wanted. */
    DataException wanted(String wanted, String there) {
        return complaint(
                there.isEmpty()
                        ? (next == END ? "the file ends" : "the line ends") + " where " + wanted + " is wanted"
                        : "'" + printable(there) + "' where " + wanted + " is wanted");
    }

    private static String printable(String word) {
        String shown = word.replaceAll("\\p{Cntrl}", "\uFFFD");
        return shown.length() <= 40 ? shown : shown.substring(0, 40) + "\u2026";
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
