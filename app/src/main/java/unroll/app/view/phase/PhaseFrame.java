package unroll.app.view.phase;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import unroll.engine.analysis.PrincipalAxes;
import unroll.engine.dynamics.FixedPoint;
import unroll.engine.dynamics.Plane;
import unroll.engine.dynamics.Portrait.Box;

/**
 * The part of a space of states that is seen, which stays while a network learns, so that what moves is the network. A state of one number
 * lies across, and the one that follows it up.
 *
 * @param update at which it was found
 * @param plane through the states; none where a state is one number
 * @param box the part of it
 * @param across what lies across
 * @param up what lies up
 */
public record PhaseFrame(long update, Optional<Plane> plane, Box box, String across, String up) {
    /** What is seen around the states, as a share of their extent. */
    private static final double AROUND = 0.25;

    /** States that do not vary have an extent, too. */
    private static final double LEAST = 1e-3;

    /** Around these states of one network and these points at which it rests. */
    static PhaseFrame around(long update, double[][] states, List<FixedPoint> points) {
        double[][] all = Stream.concat(Arrays.stream(states), points.stream().map(FixedPoint::state))
                .toArray(double[][]::new);
        int n = all[0].length;
        if (n == 1) {
            double[][] pairs = Arrays.stream(all)
                    .map(state -> new double[] {state[0], state[0]})
                    .toArray(double[][]::new);
            return new PhaseFrame(update, Optional.empty(), box(pairs), "h at t", "h at t + 1");
        }
        Plane plane = n == 2 ? Plane.ofUnits(new double[2], 0, 1) : Plane.ofAxes(PrincipalAxes.of(all, 2));
        double[][] places = Arrays.stream(all).map(plane::place).toArray(double[][]::new);
        return new PhaseFrame(update, Optional.of(plane), box(places), n == 2 ? "h1" : "PC 1", n == 2 ? "h2" : "PC 2");
    }

    /** Both ways are equally long, so that a turn is round. */
    private static Box box(double[][] places) {
        double[] least = {Double.MAX_VALUE, Double.MAX_VALUE};
        double[] most = {-Double.MAX_VALUE, -Double.MAX_VALUE};
        for (double[] place : places) {
            for (int i = 0; i < 2; i++) {
                least[i] = Math.min(least[i], place[i]);
                most[i] = Math.max(most[i], place[i]);
            }
        }
        double half = Math.max(LEAST, Math.max(most[0] - least[0], most[1] - least[1])) * (0.5 + AROUND);
        double x = (least[0] + most[0]) / 2;
        double y = (least[1] + most[1]) / 2;
        return new Box(x - half, x + half, y - half, y + half);
    }

    /** Where a state lies, the state after it being known. */
    Place place(double[] state, double[] next) {
        return plane.map(through -> through.place(state))
                .map(at -> new Place(at[0], at[1]))
                .orElseGet(() -> new Place(state[0], next[0]));
    }

    /** The state at a place; in a space of more than two numbers that in the plane. */
    double[] state(Place place) {
        return plane.map(through -> through.at(place.x(), place.y())).orElseGet(() -> new double[] {place.x()});
    }
}
