package unroll.engine.backend;

/** Refuses operands whose shapes do not fit, with both shapes in the sentence: the same for all backends. */
public final class Shapes {
    private Shapes() {}

    /** As many numbers in both. */
    public static void sameSize(Buffer x, Buffer y) {
        if (x.size() != y.size()) {
            throw new IllegalArgumentException("sizes differ: " + show(x) + " and " + show(y));
        }
    }

    /** Rows and columns are the same. */
    public static void same(Buffer x, Buffer y) {
        if (x.rows() != y.rows() || x.columns() != y.columns()) {
            throw new IllegalArgumentException("shapes differ: " + show(x) + " and " + show(y));
        }
    }

    /** Each has as many rows as the other has columns. */
    public static void transposed(Buffer x, Buffer y) {
        if (x.rows() != y.columns() || x.columns() != y.rows()) {
            throw new IllegalArgumentException(show(y) + " is not the transposed shape of " + show(x));
        }
    }

    /** One number for each row of {@code x}. */
    public static void column(Buffer column, Buffer x) {
        if (column.columns() != 1 || column.rows() != x.rows()) {
            throw new IllegalArgumentException(show(column) + " is no column of " + show(x));
        }
    }

    /** One code for each row of {@code rows}, each of which is as wide as the table's. */
    public static void coded(Buffer codes, Buffer table, Buffer rows) {
        column(codes, rows);
        if (rows.columns() != table.columns()) {
            throw new IllegalArgumentException("rows of " + show(rows) + " are not those of a table of " + show(table));
        }
    }

    /** The code as the number of a row of the table. */
    public static int code(double code, Buffer table) {
        if (!(code >= 0 && code < table.rows() && code == Math.rint(code))) {
            throw new IndexOutOfBoundsException("there is no symbol " + code + " among " + table.rows());
        }
        return (int) code;
    }

    /** {@code c = op(a) op(b)}, where op transposes if its flag is set. */
    public static void product(Buffer a, boolean transposeA, Buffer b, boolean transposeB, Buffer c) {
        int m = transposeA ? a.columns() : a.rows();
        int k = transposeA ? a.rows() : a.columns();
        int inner = transposeB ? b.columns() : b.rows();
        int n = transposeB ? b.rows() : b.columns();
        if (inner != k || c.rows() != m || c.columns() != n) {
            throw new IllegalArgumentException("no product " + show(a) + (transposeA ? "' " : " ") + show(b)
                    + (transposeB ? "' " : " ") + "in " + show(c));
        }
    }

    /** So many rows and columns from {@code offset} on are all inside the buffer. */
    public static void window(Buffer of, int offset, int rows, int columns) {
        if (offset < 0 || rows < 0 || columns < 0 || offset + (long) rows * columns > of.size()) {
            throw new IndexOutOfBoundsException(
                    rows + " x " + columns + " from " + offset + " is not inside " + show(of));
        }
    }

    /** All numbers of {@code x} are inside the array from {@code offset} on. */
    public static void array(double[] array, int offset, Buffer x) {
        if (offset < 0 || offset + x.size() > array.length) {
            throw new IndexOutOfBoundsException(
                    show(x) + " from " + offset + " is not inside an array of " + array.length);
        }
    }

    private static String show(Buffer x) {
        return x.rows() + " x " + x.columns();
    }
}
