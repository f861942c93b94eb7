package unroll.engine.dynamics;

import unroll.engine.analysis.PrincipalAxes;

/**
 * A plane through a space of states: {@code s = origin + x across + y up}.
 *
 * @param origin the state at x = y = 0, n numbers
 * @param across direction of x, of length 1
 * @param up direction of y, of length 1 and at right angles to it
 */
public record Plane(double[] origin, double[] across, double[] up) {
    /** Directions are at right angles if their product is no larger. */
    private static final double ROUNDING = 1e-9;

    public Plane {
        boolean square = Math.abs(Vectors.dot(across, up)) < ROUNDING
                && Math.abs(Vectors.norm(across) - 1) < ROUNDING
                && Math.abs(Vectors.norm(up) - 1) < ROUNDING;
        if (!square) {
            throw new IllegalArgumentException(
                    "the directions of a plane have length 1 and are at right angles; these are not");
        }
    }

    /** The plane of two numbers of the state, counted from 0, the others held as in a state in which these two count as 0. */
    public static Plane ofUnits(double[] state, int across, int up) {
        double[] origin = state.clone();
        double[] first = new double[state.length];
        double[] second = new double[state.length];
        origin[across] = 0;
        origin[up] = 0;
        first[across] = 1;
        second[up] = 1;
        return new Plane(origin, first, second);
    }

    /** The plane of the first two principal axes of states, through their mean. */
    public static Plane ofAxes(PrincipalAxes axes) {
        if (axes.directions().length < 2) {
            throw new IllegalArgumentException("a state of one number has no plane");
        }
        return new Plane(axes.mean(), axes.directions()[0], axes.directions()[1]);
    }

    /** The state at a place, as row {@code row} of some. */
    void put(double x, double y, double[] states, int row) {
        for (int i = 0; i < origin.length; i++) {
            states[row * origin.length + i] = origin[i] + x * across[i] + y * up[i];
        }
    }

    /** The state at a place. */
    public double[] at(double x, double y) {
        double[] state = new double[origin.length];
        put(x, y, state, 0);
        return state;
    }

    /** How far a state lies along x and along y. */
    public double[] place(double[] state) {
        double[] from = new double[state.length];
        for (int i = 0; i < from.length; i++) {
            from[i] = state[i] - origin[i];
        }
        return new double[] {Vectors.dot(from, across), Vectors.dot(from, up)};
    }
}
