package unroll.engine.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Lines that gather in memory until they are appended to a file; where that fails they stay for the next time. */
final class GatheredLines {
    private final StringBuilder pending = new StringBuilder();

    /** Where lines are added, each with its end. */
    StringBuilder pending() {
        return pending;
    }

    /**
     * Appends what has gathered.
     *
     * @param path the file; one that is missing or empty begins with {@code head}
     * @throws RunException where that fails; the file ends with a whole line all the same
     */
    void flush(Path path, String head) {
        if (pending.isEmpty()) {
            return;
        }
        try {
            Files.createDirectories(path.getParent());
            try (FileChannel out = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                append(out, (out.size() == 0 ? head : "") + pending);
            }
        } catch (IOException e) {
            throw new RunException(path, "cannot be written: " + RunException.reason(e) + "; make room, then go on", e);
        }
        pending.setLength(0);
    }

    private static void append(FileChannel out, String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        long end = out.size();
        out.position(end);
        try {
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(false); // before the checkpoint that counts on it
        } catch (IOException e) {
            out.truncate(end);
            throw e;
        }
    }
}
