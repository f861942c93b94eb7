package unroll.engine.dynamics;

import java.util.List;

/**
 * A state at which the map rests, or all but rests.
 *
 * @param state n numbers
 * @param speed {@code q = |F(s) - s|^2 / 2}
 * @param slow whether it is a slow point: nothing rests there, but q is smallest, so that trajectories linger
 * @param starts how many starts of the search came here
 * @param modes of the Jacobian, in descending order of modulus
 */
public record FixedPoint(double[] state, double speed, boolean slow, int starts, List<Mode> modes) {
    /** How differences from the point fare. */
    public enum Stability {
        /** All shrink. */
        STABLE,
        /** Some grow. */
        SADDLE,
        /** All grow. */
        UNSTABLE
    }

    public FixedPoint {
        modes = List.copyOf(modes);
    }

    /** Directions in which differences grow. */
    public int unstableDirections() {
        return (int) modes.stream().filter(Mode::unstable).count();
    }

    /** How differences from it fare. */
    public Stability stability() {
        int unstable = unstableDirections();
        return unstable == 0 ? Stability.STABLE : unstable < modes.size() ? Stability.SADDLE : Stability.UNSTABLE;
    }
}
