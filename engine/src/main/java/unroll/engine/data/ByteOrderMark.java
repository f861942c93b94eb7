package unroll.engine.data;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The first bytes of a text that name its encoding.
 *
 * @param charset that they name
 * @param length how many they are
 */
public record ByteOrderMark(Charset charset, int length) {
    private static final String MARK = "\uFEFF";

    /** UTF-32 before UTF-16, whose mark is the beginning of the other's. */
    private static final List<Charset> MARKED = List.of(
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_32LE,
            StandardCharsets.UTF_32BE,
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE);

    /** That of a text that begins so; empty where it has none. */
    public static Optional<ByteOrderMark> of(byte[] first) {
        for (Charset charset : MARKED) {
            byte[] mark = MARK.getBytes(charset);
            if (first.length >= mark.length && Arrays.equals(first, 0, mark.length, mark, 0, mark.length)) {
                return Optional.of(new ByteOrderMark(charset, mark.length));
            }
        }
        return Optional.empty();
    }
}
