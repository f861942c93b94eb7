package unroll.engine.format;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import unroll.engine.table.CellSink;
import unroll.engine.table.CellSource;
import unroll.engine.table.Column;
import unroll.engine.table.Declared;

/**
 * The cells of arrays: of one index a column, of two rows and columns, of three series of rows and columns, with a column that names the
 * series.
 *
 * @param columns that hold numbers or words, in their order
 * @param series how many; 0 where the rows are one
 * @param steps rows of each series
 */
record NumpyColumns(List<Part> columns, long series, long steps) implements CellSource {
    /**
     * A column: its element of series n and row t lies at {@code offset + n * seriesStride + t * stride}.
     *
     * @param data the bytes of its array
     */
    record Part(String name, NumpyType type, MemorySegment data, long offset, long seriesStride, long stride) {
        String text(long n, long t) {
            String text = type.text(data, offset + n * seriesStride + t * stride);
            return text.isEmpty() ? "NaN" : text;
        }
    }

    NumpyColumns {
        columns = List.copyOf(columns);
    }

    /**
     * Those of an array.
     *
     * @param name of columns that have none of their own
     * @param data its elements, all of which are there
     */
    static NumpyColumns of(String name, NumpyHeader header, MemorySegment data) {
        List<Long> shape = header.shape();
        boolean wide = header.fields().size() == 1 && shape.size() > 1;
        boolean many = shape.size() > (wide ? 2 : 1);
        long series = many ? shape.getFirst() : 0;
        long steps = shape.get(many ? 1 : 0);
        long width = wide ? shape.getLast() : 1;
        long bytes = header.bytes();
        long seriesStride = !many ? 0 : header.fortran() ? bytes : steps * width * bytes;
        long stride = header.fortran() ? bytes * Math.max(1, series) : width * bytes;
        long next = header.fortran() ? stride * steps : bytes;
        List<Part> columns = new ArrayList<>();
        for (NumpyHeader.Field field : header.fields()) {
            for (long d = 0; d < width; d++) {
                String called = field.name().isEmpty() ? wide ? Column.unnamed((int) d) : name : field.name();
                columns.add(new Part(called, field.type(), data, field.offset() + d * next, seriesStride, stride));
            }
        }
        return new NumpyColumns(columns, series, steps);
    }

    /** The columns of several arrays, which have one index of the same length. */
    static NumpyColumns of(List<NumpyColumns> arrays) {
        return new NumpyColumns(
                arrays.stream().flatMap(array -> array.columns.stream()).toList(), 0, arrays.getFirst().steps);
    }

    private boolean named() {
        return series > 0;
    }

    @Override
    public Optional<List<String>> names() {
        List<String> names = new ArrayList<>(columns.stream().map(Part::name).toList());
        if (named()) {
            names.addFirst("name");
        }
        return Optional.of(names);
    }

    @Override
    public Declared declared(int column) {
        return named() && column == 0 ? Declared.SERIES : Declared.NOTHING;
    }

    @Override
    public void read(CellSink sink) {
        long line = 0;
        for (long n = 0; n < Math.max(1, series); n++) {
            for (long t = 0; t < steps; t++) {
                if (named()) {
                    sink.cell("series " + (n + 1));
                }
                for (Part column : columns) {
                    sink.cell(column.text(n, t));
                }
                if (!sink.row(++line)) {
                    return;
                }
            }
        }
    }
}
