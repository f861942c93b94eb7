package unroll.app.view;

import javafx.beans.value.ObservableValue;
import unroll.engine.probe.Probe;

/**
 * Where the answers of a live view come from.
 *
 * @param <A> the answers
 */
public sealed interface Source<A extends LiveAnswer> {
    /**
     * A network is asked: the one in training again and again, for a film one of the past at each update.
     *
     * @param question another whenever something else is to be asked; questions that are equal are asked once for all views
     * @param expensive whether the answer takes so long that it is asked for only now and then while the network trains
     */
    record Probed<A extends LiveAnswer>(ObservableValue<? extends Probe<A>> question, boolean expensive)
            implements Source<A> {}

    /**
     * The run records it for all updates, so that nobody is asked; {@link Cues#lookedBackProperty} is the update that is meant.
     *
     * @param record all that is recorded so far
     */
    record Recorded<A extends LiveAnswer>(ObservableValue<A> record) implements Source<A> {}
}
