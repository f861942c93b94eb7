package unroll.app.view.cells;

/** Holds gates in the network. */
@FunctionalInterface
public interface GateHand {
    /**
     * Gets a gate ready to be held at the marked step.
     *
     * @param gate as formulas call it
     * @param unit whose, from 0
     */
    void hold(String gate, int unit);
}
