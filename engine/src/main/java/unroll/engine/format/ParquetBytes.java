package unroll.engine.format;

import dev.hardwood.InputFile;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * The bytes of a Parquet file, copied as they are asked for. The library's own way is to map the file into memory, where native code that
 * unpacks it dies with the whole program if somebody shortens the file meanwhile. Where the pages of a column are longer than the file
 * says of it, the library asks for nothing at its end, for ever, on a thread that nobody can stop; so nothing is never given.
 */
final class ParquetBytes implements InputFile {
    private final Path file;
    private final FileChannel channel;

    ParquetBytes(Path file) throws IOException {
        this.file = file;
        channel = FileChannel.open(file);
    }

    @Override
    public void open() {
        // it is
    }

    /** The buffer is no array, for native code reads from it. */
    @Override
    public ByteBuffer readRange(long from, int length) throws IOException {
        if (length == 0) {
            throw new IOException("the pages of a column reach beyond its end at byte " + from);
        }
        if (from < 0 || length < 0 || from + length > channel.size()) {
            throw new EOFException("it ends before its end");
        }
        ByteBuffer bytes = ByteBuffer.allocateDirect(length);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, from + bytes.position()) < 0) {
                throw new EOFException("it ends before its end");
            }
        }
        return bytes.flip();
    }

    @Override
    public long length() throws IOException {
        return channel.size();
    }

    @Override
    public String name() {
        return String.valueOf(file.getFileName());
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
