package unroll.engine.probe;

/**
 * A question that a view asks of the network in training.
 *
 * @param <A> the answer, immutable
 */
@FunctionalInterface
public interface Probe<A> {
    /** Answers from a copy of the parameters; called on the prober's thread, never on the trainer's. */
    A answer(Replica replica);
}
