package unroll.engine.optim;

/** Follows an update that takes long from the inside, and may stop it. */
public interface Watcher extends IterationListener {
    /** Wants every update to be finished. */
    Watcher NONE = new Watcher() {
        @Override
        public boolean wanted() {
            return true;
        }

        @Override
        public void iterated(int iteration, double value, double residual) {}
    };

    /**
     * Whether the update is still wanted; checked before each of its costly parts. Once it is not, the update stops and nothing has
     * changed.
     */
    boolean wanted();
}
