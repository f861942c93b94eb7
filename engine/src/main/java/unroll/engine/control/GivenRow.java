package unroll.engine.control;

/**
 * Where what is given to a controlled plant at each step stands in a row of inputs: the first state, of which that of the first step counts,
 * the goal, a disturbance that is added to the commands, the noise of commands as a share of them, noise that is added to the state, and how
 * many steps late the state is seen.
 *
 * @param n numbers of the state
 * @param m commands
 */
public record GivenRow(int n, int m) {
    /** Of a plant. */
    public static GivenRow of(Plant plant) {
        return new GivenRow(plant.width(), plant.forces());
    }

    /** Where the first state begins. */
    public int first() {
        return 0;
    }

    /** Where the goal begins, a state. */
    public int goal() {
        return n;
    }

    /** Where the disturbance begins, in the unit of the commands. */
    public int disturbance() {
        return 2 * n;
    }

    /** Where the noise xi of the commands begins: what acts is {@code u (1 + xi)}. */
    public int noise() {
        return 2 * n + m;
    }

    /** Where the noise of the state begins. */
    public int stateNoise() {
        return 2 * n + 2 * m;
    }

    /** Where the delay is, a whole number of steps. */
    public int delay() {
        return 3 * n + 2 * m;
    }

    /** Numbers in all. */
    public int width() {
        return 3 * n + 2 * m + 1;
    }
}
