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
    private final Path path;
    private final StringBuilder pending = new StringBuilder();

    GatheredLines(Path path) {
        this.path = path;
    }

    /** Where lines are added, each with its end. */
    StringBuilder pending() {
        return pending;
    }

    /**
     * Appends what has gathered.
     *
     * @throws RunException where that fails; the file ends with a whole line all the same
     */
    void flush() {
        if (pending.isEmpty()) {
            return;
        }
        ByteBuffer bytes = ByteBuffer.wrap(pending.toString().getBytes(StandardCharsets.UTF_8));
        try {
            Files.createDirectories(path.getParent());
            try (FileChannel out = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                append(out, bytes);
            }
        } catch (IOException e) {
            throw new RunException(path, "cannot be written: " + RunException.reason(e) + "; make room, then go on", e);
        }
        pending.setLength(0);
    }

    private static void append(FileChannel out, ByteBuffer bytes) throws IOException {
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
