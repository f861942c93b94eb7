package unroll.engine.optim;

/** Follows an update that takes long from the inside, and may give it up. */
public interface Watcher {
    /** Wants every update to be finished. */
    Watcher NOBODY = new Watcher() {
        @Override
        public boolean goesOn() {
            return true;
        }

        @Override
        public void told(int iteration, double quadratic, double residual) {}
    };

    /**
     * Whether the update is still wanted; asked before each of its costly parts. Once it is not, the update is given up and
     * nothing has changed.
     */
    boolean goesOn();

    /**
     * Called after each inner iteration, such as one of conjugate gradients.
     *
     * @param iteration its number in this update, from 1; number 0 is where the iterations begin
     * @param quadratic what they minimise, where they are now
     * @param residual how far from the minimum: the norm of the gradient that is left
     */
    void told(int iteration, double quadratic, double residual);

    /** Called where the last inner iteration is one to look back at when they have ended. */
    default void kept() {}
}
