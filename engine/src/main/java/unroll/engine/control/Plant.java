package unroll.engine.control;

import java.util.List;
import java.util.stream.Stream;

/**
 * What is controlled: n numbers of state x move by m commands u as {@code dx/dt = F(x, u)}. It holds nothing that changes, so that many
 * threads may use one.
 *
 * <p>Rows {@code z = [x u]} have n + m numbers. Places are in metres, in a plane with x to the right and y up.
 */
public interface Plant {
    /** What people call it, with its article: "the arm". */
    String name();

    /** The numbers of its state. */
    List<Quantity> states();

    /** Its commands. */
    List<Quantity> commands();

    /** {@code rates [n] = F(z)}. */
    void rates(double[] z, double[] rates);

    /** The derivatives of the rates by {@code z}, {@code [n][n + m]} row by row, overwritten as a whole. */
    void slopes(double[] z, double[] slopes);

    /** The state at rest that tasks are arranged around. */
    double[] home();

    /**
     * The state at rest in which its tip is at a place, into {@code state} from {@code at} on.
     *
     * @return false where it cannot be there; then {@code state} is not changed
     */
    boolean rest(double x, double y, double[] state, int at);

    /** How many points {@link #points} writes. */
    int corners();

    /**
     * Where its parts are, as the corners of a line that can be drawn.
     *
     * @param state numbers of which those from {@code at} on are the state
     * @param to x and y of each corner; the last one is the tip
     */
    void points(double[] state, int at, double[] to);

    /**
     * Commands that do the work of a force at its tip, as far as they can: on coordinates that no command drives there is none.
     *
     * @param state numbers of which those from {@code at} on are the state
     * @param x force to the right, N
     * @param y force up, N
     * @param commands m numbers, overwritten
     */
    void push(double[] state, int at, double x, double y, double[] commands);

    /**
     * The same with something heavy at its tip.
     *
     * @param weight kg, at least 0
     */
    Plant holding(double weight);

    /** The place of its tip. */
    default double[] tip(double[] state, int at) {
        double[] all = new double[2 * corners()];
        points(state, at, all);
        return new double[] {all[all.length - 2], all[all.length - 1]};
    }

    /** Numbers of its state, n. */
    default int width() {
        return states().size();
    }

    /** Its commands, m. */
    default int forces() {
        return commands().size();
    }

    /** Names of a row {@code [x u]}. */
    default List<String> names() {
        return Stream.concat(states().stream(), commands().stream())
                .map(Quantity::name)
                .toList();
    }
}
