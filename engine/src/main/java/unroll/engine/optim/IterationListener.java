package unroll.engine.optim;

/** Follows the inner iterations of an update, such as those of conjugate gradients. */
@FunctionalInterface
public interface IterationListener {
    /**
     * Called before the first iteration and after each.
     *
     * @param iteration its number in this update, from 1; 0 for where the iterations begin
     * @param value what they minimise, where they are now
     * @param residual how far from the minimum: the norm of the gradient that is left
     */
    void iterated(int iteration, double value, double residual);

    /** Called where the last iterate is one of those that are kept, among which the update chooses at its end. */
    default void kept() {}
}
