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
import java.util.regex.Pattern;
import unroll.engine.data.ByteOrderMark;
import unroll.engine.data.DataException;

/** The words of a file of a motion, one after the other, with their places; holds no more of it than a word. */
final class MotionText implements AutoCloseable {
    /** Of a word or of a line that is read as one; longer ones are none of this format. */
    private static final int LONGEST = 500;

    /** Larger numbers are neither places nor angles; their squares are still far from the end of the doubles. */
    private static final double LARGEST = 1e9;

    /** Java reads more than that as a number: "NaN", "1f", "0x1p3". */
    private static final Pattern PLAIN = Pattern.compile("[-+.0-9eE]+");

    /** Bytes of the longest byte order mark. */
    private static final int MARK = 4;

    private static final int END = -1;

    private final Path file;
    private final Syntax syntax;
    private final BufferedReader reader;
    private int next;
    private int line = 1;
    private int column = 1;
    private int wordLine = 1;
    private int wordColumn = 1;

    /** How a format tells words apart. */
    enum Syntax {
        /** A brace is a word of its own. */
        BVH("BVH"),
        /** Of ASF and AMC: brackets and commas are blanks, and from # on a line is a comment. */
        ACCLAIM("ASF or AMC");

        private final String format;

        Syntax(String format) {
            this.format = format;
        }
    }

    MotionText(Path file, Syntax syntax) throws IOException {
        this.file = file;
        this.syntax = syntax;
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file));
        bytes.mark(MARK);
        ByteOrderMark mark =
                ByteOrderMark.of(bytes.readNBytes(MARK)).orElse(new ByteOrderMark(StandardCharsets.UTF_8, 0));
        bytes.reset();
        bytes.skipNBytes(mark.length());
        Charset charset = mark.charset();
        reader = new BufferedReader(new InputStreamReader(bytes, charset));
        next = character();
    }

    /** The next word, which may stand on another line; empty at the end of the file. */
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

    /** Passes over what is left of the line. */
    void skipLine() throws IOException {
        while (next != END && next != '\n' && next != '\r') {
            advance();
        }
    }

    /**
     * The next word of the line, a place or an angle.
     *
     * @throws DataException where it is none
     */
    double number() throws IOException {
        return number(wordOfLine());
    }

    /** The next three numbers of the line: x, y and z. */
    Vector vector() throws IOException {
        return new Vector(number(), number(), number());
    }

    /**
     * The number that a word is which has just been read.
     *
     * @throws DataException where it is none
     */
    double number(String word) {
        double number;
        try {
            number = Double.parseDouble(word);
        } catch (NumberFormatException e) {
            throw wanted("a number", word);
        }
        if (!PLAIN.matcher(word).matches() || !(Math.abs(number) <= LARGEST)) {
            throw wanted("a place or an angle", word);
        }
        return number;
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
        if (!line && brace()) {
            word.append((char) next);
            advance();
            return word.toString();
        }
        while (next != END && !brace() && !(line ? next == '\n' || next == '\r' : Character.isWhitespace(next))) {
            if (word.length() == LONGEST) {
                throw complaint("more than " + LONGEST + " characters without a " + (line ? "new line" : "blank")
                        + "; is it a file of the format " + syntax.format + "?");
            }
            word.append((char) next);
            advance();
        }
        return word.toString();
    }

    private boolean brace() {
        return syntax == Syntax.BVH && (next == '{' || next == '}');
    }

    /** The next character of the file, as the syntax has it. */
    private int character() throws IOException {
        int read = reader.read();
        if (syntax != Syntax.ACCLAIM) {
            return read;
        }
        if (read == '#') {
            while (read != END && read != '\n' && read != '\r') {
                read = reader.read();
            }
        }
        return read == '(' || read == ')' || read == ',' ? ' ' : read;
    }

    private void advance() throws IOException {
        boolean lineEnds = next == '\n' || next == '\r';
        int before = next;
        next = character();
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

    /** So many, in words: "1 frame", "2 frames". */
    static String counted(int count, String word) {
        return count + " " + word + (count == 1 ? "" : "s");
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
