package unroll.engine.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalDouble;

/** The end of a metrics file, read without the rest of it: there stands how far the run has come. */
final class MetricsTail {
    /** Bytes read first: a few hundred lines. */
    private static final int FIRST = 1 << 15;

    /** Where those hold no test, so many times as much is read. */
    private static final int MORE = 8;

    private MetricsTail() {}

    /**
     * What the last lines hold; a half line, as of a run that is just being written, does not count.
     *
     * @throws RunException where the file cannot be read
     */
    static Standing read(Path path) {
        if (!Files.exists(path)) {
            return new Standing(0, OptionalDouble.empty());
        }
        try (FileChannel in = FileChannel.open(path, StandardOpenOption.READ)) {
            long size = in.size();
            MetricsHead head = MetricsHead.read(text(in, 0, Math.min(size, FIRST)), new MetricsHead(MetricsHead.FIXED));
            long length = FIRST;
            Standing standing = standing(in, size, length, head);
            while (standing.test().isEmpty() && length < size) {
                length *= MORE;
                standing = standing(in, size, length, head);
            }
            return standing;
        } catch (IOException e) {
            throw new RunException(path, "cannot be read: " + RunException.reason(e), e);
        }
    }

    private static Standing standing(FileChannel in, long size, long length, MetricsHead head) throws IOException {
        long from = Math.max(0, size - length);
        String text = text(in, from, size);
        int begin = from == 0 ? 0 : text.indexOf('\n') + 1;
        int end = text.lastIndexOf('\n') + 1;
        return standing(MetricsText.lines(text.substring(Math.min(begin, end), end)), head);
    }

    private static String text(FileChannel in, long from, long to) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(to - from));
        while (bytes.hasRemaining() && in.read(bytes, from + bytes.position()) >= 0) {}
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    }

    private static Standing standing(String[] lines, MetricsHead head) {
        long update = 0;
        for (int i = lines.length - 1; i >= 0; i--) {
            MetricsLine line = head.line(lines[i]);
            if (line != null) {
                update = Math.max(update, line.update());
                if (line.isTest()) {
                    return new Standing(update, OptionalDouble.of(line.scores()[0]));
                }
            }
        }
        return new Standing(update, OptionalDouble.empty());
    }
}
