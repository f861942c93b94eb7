package unroll.engine.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A text file's characters, line ends as single newlines, without a byte order mark.
 *
 * @param characters code points
 * @param encoding in which the file is
 */
public record PlainText(int[] characters, Charset encoding) {
    /** As much text as fits into a desktop's memory several times over, which reading and counting take. */
    private static final long MOST_BYTES = 64L << 20;

    private static final String MARK = "\uFEFF";

    /**
     * The text in {@code file}.
     *
     * @param encoding its name; empty for what the byte order mark says (UTF-8, UTF-16 or UTF-32), or else UTF-8
     * @throws DataException where it cannot be read, is in another encoding, holds no text, or is too large
     */
    public static PlainText read(Path file, String encoding) {
        DataException.requireExisting(file);
        if (Files.isDirectory(file)) {
            throw new DataException(file, "is a folder; name a text file");
        }
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new DataException(
                        file, "has more than " + (MOST_BYTES >> 20) + " MB; cut a part out of it and name that");
            }
            byte[] bytes = Files.readAllBytes(file);
            Charset charset = encoding.isEmpty()
                    ? ByteOrderMark.of(bytes).map(ByteOrderMark::charset).orElse(StandardCharsets.UTF_8)
                    : Charset.forName(encoding);
            return new PlainText(characters(file, bytes, decoded(file, bytes, charset)), charset);
        } catch (IOException e) {
            throw DataException.unreadable(file, e);
        }
    }

    private static String decoded(Path file, byte[] bytes, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate((int) Math.ceil(bytes.length * (double) decoder.maxCharsPerByte()) + 1);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            throw strange(file, in, result.length(), out.flip().toString(), charset);
        }
        decoder.flush(out);
        String text = out.flip().toString();
        return text.startsWith(MARK) ? text.substring(1) : text;
    }

    /** The complaint about bytes that are no character; what is before them is decoded. */
    private static DataException strange(Path file, ByteBuffer in, int length, String before, Charset charset) {
        int first = in.position();
        String lines = lines(before.startsWith(MARK) ? before.substring(1) : before);
        StringBuilder bytes = new StringBuilder();
        for (int i = 0; i < Math.min(length, in.remaining()); i++) {
            bytes.append(String.format(Locale.ROOT, " %02X", in.get(first + i)));
        }
        boolean last = length >= in.remaining();
        boolean single = charset.equals(StandardCharsets.UTF_8);
        String other = single ? latin(in.get(first)) : "";
        return new DataException(
                file,
                line(lines, lines.length()),
                lines.length() - lines.lastIndexOf('\n'),
                "byte " + (first + 1) + " of the file," + bytes + ", "
                        + (last
                                ? "ends within a character of " + charset + ", or is none; the file is cut off, or"
                                : "is no " + charset + ";")
                        + (single
                                ? (last ? " in" : " it may be") + " another encoding, such as windows-1252" + other
                                        + "; name it as the setting task.encoding, or save the text in UTF-8"
                                : (last ? " in another encoding" : " it may be another encoding")
                                        + "; name it as the setting task.encoding, or save the text in UTF-8"));
    }

    /** What the byte is in the encoding of most texts of western Europe that are no UTF-8. */
    private static String latin(byte strange) {
        int character = new String(new byte[] {strange}, Charset.forName("windows-1252")).codePointAt(0);
        return Character.isLetter(character) ? ", where it is " + Character.toString(character) : "";
    }

    private static String lines(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }

    private static int line(String text, int to) {
        return 1 + (int) text.substring(0, to).chars().filter(c -> c == '\n').count();
    }

    private static int[] characters(Path file, byte[] bytes, String read) {
        String text = lines(read);
        int zero = text.indexOf('\0');
        if (zero >= 0) {
            long zeros = text.chars().filter(c -> c == 0).count();
            throw new DataException(
                    file,
                    line(text, zero),
                    zero - text.lastIndexOf('\n', zero),
                    "a zero byte, which no text has; "
                            + (wide(zeros, bytes.length)
                                    ? "it may be UTF-16 without a byte order mark: name UTF-16LE or UTF-16BE as"
                                            + " the setting task.encoding"
                                    : "is it a text file?"));
        }
        if (text.isBlank()) {
            throw new DataException(file, "holds no text");
        }
        return text.codePoints().toArray();
    }

    /** About half of the bytes are zero in UTF-16, of text in Latin letters. */
    private static boolean wide(long zeros, long bytes) {
        return zeros > bytes / 4 && zeros < bytes - bytes / 4;
    }
}
