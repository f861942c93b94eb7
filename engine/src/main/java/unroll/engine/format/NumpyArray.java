package unroll.engine.format;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import unroll.engine.data.DataException;
import unroll.engine.table.CellSource;
import unroll.engine.table.Table;
import unroll.engine.table.TableForm;
import unroll.engine.table.TableReader;
import unroll.engine.table.TableSource;

/** NumPy's files of one array, {@code .npy}. */
final class NumpyArray implements TableFormat {
    private static final int MOST_DIMENSIONS = 3;

    /** More columns are no series of anything. */
    private static final int MOST_COLUMNS = 100_000;

    @Override
    public List<String> endings() {
        return List.of(".npy");
    }

    @Override
    public Table read(Path file, TableForm wanted) throws IOException {
        try (Arena arena = Arena.ofConfined();
                FileChannel channel = FileChannel.open(file)) {
            MemorySegment all = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
            byte[] first = all.asSlice(0, Math.min(all.byteSize(), (long) NumpyHeader.LONGEST))
                    .toArray(ValueLayout.JAVA_BYTE);
            NumpyHeader header = NumpyHeader.of(first);
            requireSeries(header);
            MemorySegment data = all.asSlice(header.length());
            requireLength(header, (double) data.byteSize());
            return table(file, wanted, NumpyColumns.of("", header, data), List.of());
        } catch (IllegalArgumentException e) {
            throw new DataException(file, String.valueOf(e.getMessage()));
        }
    }

    static Table table(Path file, TableForm wanted, CellSource cells, List<String> understood) throws IOException {
        return new TableReader(file, new TableSource(cells, wanted.plain(""), List.of(), understood)).read();
    }

    /**
     * Makes sure that an array can be series.
     *
     * @throws IllegalArgumentException with the reason why not
     */
    static void requireSeries(NumpyHeader header) {
        int dimensions = header.shape().size();
        if (dimensions == 0 || !(header.elements() * header.bytes() > 0)) {
            throw new IllegalArgumentException(
                    dimensions == 0
                            ? "holds a single value and no series"
                            : "holds no numbers: its shape is " + header.sizes());
        }
        boolean fields = header.fields().size() > 1;
        if (dimensions > (fields ? 2 : MOST_DIMENSIONS)) {
            throw new IllegalArgumentException("holds an array of " + dimensions + " dimensions, " + header.sizes()
                    + "; series have at most three: which one, time step, what is measured");
        }
        if (!fields && dimensions > 1 && header.shape().getLast() > MOST_COLUMNS) {
            throw new IllegalArgumentException("holds rows of " + header.shape().getLast()
                    + " numbers; a row is a time step, so transpose the array");
        }
    }

    /**
     * Makes sure that all elements are there.
     *
     * @param there bytes behind the header
     * @throws IllegalArgumentException with the reason, where there are fewer or more
     */
    static void requireLength(NumpyHeader header, double there) {
        double needed = header.elements() * header.bytes();
        if (there != needed) {
            throw new IllegalArgumentException(
                    there < needed
                            ? "announces an array of " + header.sizes() + " and ends before its end; copy it again"
                            : "goes on behind the end of its array of " + header.sizes() + "; save it by numpy.save");
        }
    }
}
