package unroll.engine.graph;

import unroll.engine.backend.Buffer;

/**
 * A matrix of weights or a row of biases: windows of the flat parameter vector, of the direction and of the gradient. The
 * gradient is zero before a sweep, and every contribution adds to it.
 *
 * @param value the numbers
 * @param tangent their direction, for {@link Graph#push}
 * @param adjoint their gradient, after {@link Graph#pull}
 * @param given whether the numbers are given, like an input of which no derivative is wanted: the sweeps take their direction
 *     for 0 and leave their gradient alone, while derivatives flow through what is computed with them
 * @param offset index of its first number in the flat vector; {@link #NOWHERE} if it is in none
 */
public record Parameter(Buffer value, Buffer tangent, Buffer adjoint, boolean given, int offset) {
    /** In no flat vector. */
    public static final int NOWHERE = -1;

    /** Numbers to be learned that are in no flat vector. */
    public Parameter(Buffer value, Buffer tangent, Buffer adjoint) {
        this(value, tangent, adjoint, false, NOWHERE);
    }

    /** Numbers that never change and are not to be learned. */
    public static Parameter constant(Buffer value) {
        // no sweep uses the direction or the gradient of what is given
        return new Parameter(value, value, value, true, NOWHERE);
    }

    /** Block {@code index} of {@code count} equal blocks of rows: one gate of several that are stacked. */
    public Parameter block(int index, int count) {
        int rows = value.rows() / count;
        return new Parameter(
                value.rows(index * rows, rows),
                tangent.rows(index * rows, rows),
                adjoint.rows(index * rows, rows),
                given,
                further(index * rows * value.columns()));
    }

    /** StepSlices {@code index} of {@code count} equal parts of a row of biases. */
    public Parameter part(int index, int count) {
        int width = value.columns() / count;
        return new Parameter(
                value.window(index * width, 1, width),
                tangent.window(index * width, 1, width),
                adjoint.window(index * width, 1, width),
                given,
                further(index * width));
    }

    private int further(int by) {
        return offset == NOWHERE ? NOWHERE : offset + by;
    }
}
