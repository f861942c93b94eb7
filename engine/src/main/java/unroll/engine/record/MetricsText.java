package unroll.engine.record;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import unroll.engine.file.FileException;

/**
 * The lines of a metrics file, as far as they can be read. A last line without its end is half written, and none.
 *
 * @param head the columns
 * @param lines in their order; of updates that were made anew the later ones
 * @param all whether every other line could be read
 */
record MetricsText(MetricsHead head, List<MetricsLine> lines, boolean all) {
    /**
     * The text of a file; none where it is missing.
     *
     * @param otherwise its columns where it has no head
     * @throws RunException where it cannot be read
     */
    static MetricsText of(Path file, MetricsHead otherwise) {
        return of(Files.exists(file) ? characters(file) : "", otherwise);
    }

    /** The lines of a text. */
    static MetricsText of(String text, MetricsHead otherwise) {
        MetricsHead head = MetricsHead.read(text, otherwise);
        Deque<MetricsLine> lines = new ArrayDeque<>();
        boolean all = true;
        for (String words : lines(text)) {
            MetricsLine line = head.line(words);
            if (line != null) {
                line.join(lines);
            } else {
                all &= words.isBlank() || words.equals(head.words());
            }
        }
        return new MetricsText(head, new ArrayList<>(lines), all);
    }

    /** The lines that have an end, whatever system wrote it. */
    static String[] lines(String text) {
        return text.substring(0, text.lastIndexOf('\n') + 1).split("\r?\n", -1);
    }

    /**
     * The characters of a file whatever its bytes are.
     *
     * @throws RunException where it cannot be read
     */
    static String characters(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new RunException(file, "cannot be read: " + FileException.reason(e), e);
        }
    }
}
