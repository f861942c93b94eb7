package unroll.engine.data;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * An open file that may be packed by gzip, whatever it is called.
 *
 * @param bytes of the file, unpacked
 * @param packed whether it is
 */
public record PackedFile(InputStream bytes, boolean packed) implements Closeable {
    /** How the names of packed files usually end. */
    public static final String ENDING = ".gz";

    private static final int BUFFER = 1 << 16;

    /** What a file packed by gzip begins with (RFC 1952). */
    private static final int[] MAGIC = {0x1F, 0x8B};

    /** The file, open at its beginning. */
    public static PackedFile of(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        try {
            in.mark(MAGIC.length);
            boolean packed = in.read() == MAGIC[0] && in.read() == MAGIC[1];
            in.reset();
            return new PackedFile(packed ? new GZIPInputStream(in, BUFFER) : in, packed);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
