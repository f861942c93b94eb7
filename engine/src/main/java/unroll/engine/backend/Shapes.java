package unroll.engine.backend;

/** Refuses operands whose shapes do not fit, with both shapes in the sentence. */
final class Shapes {
    private Shapes() {}

    static void sameSize(Buffer x, Buffer y) {
        if (x.size() != y.size()) {
            throw new IllegalArgumentException("sizes differ: " + show(x) + " and " + show(y));
        }
    }

    static void same(Buffer x, Buffer y) {
        if (x.rows() != y.rows() || x.columns() != y.columns()) {
            throw new IllegalArgumentException("shapes differ: " + show(x) + " and " + show(y));
        }
    }

    static void transposed(Buffer x, Buffer y) {
        if (x.rows() != y.columns() || x.columns() != y.rows()) {
            throw new IllegalArgumentException(show(y) + " is not the transposed shape of " + show(x));
        }
    }

    static void column(Buffer column, Buffer x) {
        if (column.columns() != 1 || column.rows() != x.rows()) {
            throw new IllegalArgumentException(show(column) + " is no column of " + show(x));
        }
    }

    /** One code for each row of {@code rows}, each of which is as wide as the table's. */
    static void coded(Buffer codes, Buffer table, Buffer rows) {
        column(codes, rows);
        if (rows.columns() != table.columns()) {
            throw new IllegalArgumentException("rows of " + show(rows) + " are not those of a table of " + show(table));
        }
    }

    /** The code as the number of a row of the table. */
    static int code(double code, Buffer table) {
        if (!(code >= 0 && code < table.rows() && code == Math.rint(code))) {
            throw new IndexOutOfBoundsException("there is no symbol " + code + " among " + table.rows());
        }
        return (int) code;
    }

    static void product(Buffer a, boolean transposeA, Buffer b, boolean transposeB, Buffer c) {
        int m = transposeA ? a.columns() : a.rows();
        int k = transposeA ? a.rows() : a.columns();
        int inner = transposeB ? b.columns() : b.rows();
        int n = transposeB ? b.rows() : b.columns();
        if (inner != k || c.rows() != m || c.columns() != n) {
            throw new IllegalArgumentException("no product " + show(a) + (transposeA ? "' " : " ") + show(b)
                    + (transposeB ? "' " : " ") + "in " + show(c));
        }
    }

    static void window(Buffer of, int offset, int rows, int columns) {
        if (offset < 0 || rows < 0 || columns < 0 || offset + (long) rows * columns > of.size()) {
            throw new IndexOutOfBoundsException(
                    rows + " x " + columns + " from " + offset + " is not inside " + show(of));
        }
    }

    static void array(double[] array, int offset, Buffer x) {
        if (offset < 0 || offset + x.size() > array.length) {
            throw new IndexOutOfBoundsException(
                    show(x) + " from " + offset + " is not inside an array of " + array.length);
        }
    }

    private static String show(Buffer x) {
        return x.rows() + " x " + x.columns();
    }
}
