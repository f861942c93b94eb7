package unroll.engine.control;

/** How a time step follows from the rates of a plant, whose commands are constant in it. */
public enum Integrator {
    /** {@code x + h F(x, u)}: what the thesis takes, with steps of 10 ms. */
    EULER(1),
    /** The classical method of order 4. */
    RUNGE_KUTTA(4);

    private final int stages;

    Integrator(int stages) {
        this.stages = stages;
    }

    /** How often a step asks for the rates. */
    public int stages() {
        return stages;
    }
}
