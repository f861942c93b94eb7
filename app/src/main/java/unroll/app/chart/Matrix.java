package unroll.app.chart;

import java.util.Comparator;
import java.util.stream.IntStream;
import unroll.engine.plot.Scale;

/**
 * Numbers in rows and columns, to be looked at.
 *
 * @param rows how many rows
 * @param columns how many columns
 * @param values row by row; not to be changed any more
 */
public record Matrix(int rows, int columns, float[] values) {
    /** Nothing to look at. */
    public static final Matrix EMPTY = new Matrix(0, 0, new float[0]);

    public Matrix {
        if (values.length != rows * columns) {
            throw new IllegalArgumentException(rows + " x " + columns + " is not " + values.length + " numbers");
        }
    }

    /** The matrix whose columns are the given arrays of equal length: one array a time step, one row a unit. */
    public static Matrix ofColumns(float[][] columns) {
        int rows = columns.length == 0 ? 0 : columns[0].length;
        float[] values = new float[rows * columns.length];
        for (int column = 0; column < columns.length; column++) {
            for (int row = 0; row < rows; row++) {
                values[row * columns.length + column] = columns[column][row];
            }
        }
        return new Matrix(rows, columns.length, values);
    }

    /** Numbers row by row, in single precision. */
    public static Matrix of(int rows, int columns, double[] numbers) {
        float[] values = new float[numbers.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) numbers[i];
        }
        return new Matrix(rows, columns, values);
    }

    /** The number at {@code row}, {@code column}, both from 0. */
    public float at(int row, int column) {
        return values[row * columns + column];
    }

    /** The size of number that deserves the full colour: 1, or the round number above the largest if that is larger. */
    public double limit() {
        return limit(1);
    }

    /** The same where {@code least} takes the place of 1. */
    public double limit(double least) {
        double largest = least;
        for (float value : values) {
            largest = Float.isFinite(value) ? Math.max(largest, Math.abs(value)) : largest;
        }
        return largest <= least ? least : Scale.upTo(largest).high();
    }

    /** The same numbers with rows and columns exchanged. */
    public Matrix transposed() {
        float[] turned = new float[values.length];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                turned[column * rows + row] = at(row, column);
            }
        }
        return new Matrix(columns, rows, turned);
    }

    /** A square matrix with rows and columns in another order, the same for both. */
    public Matrix reordered(int[] order) {
        float[] moved = new float[values.length];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                moved[row * columns + column] = at(order[row], order[column]);
            }
        }
        return new Matrix(rows, columns, moved);
    }

    /** The numbers of the rows, those with the highest mean first. */
    int[] rowsByMean() {
        double[] mean = new double[rows];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                mean[row] += Float.isNaN(at(row, column)) ? 0 : at(row, column);
            }
        }
        return IntStream.range(0, rows)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> -mean[row]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    boolean isEmpty() {
        return values.length == 0;
    }
}
