package unroll.app.view;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCode;
import unroll.app.command.Commands;
import unroll.app.control.Card;
import unroll.engine.probe.Probe;

/**
 * A view of the run that is open, with all that is to be known of it: to add one is one package and one line in the list of them.
 * On the window's thread.
 *
 * @param <A> what it shows
 */
public interface LiveView<A extends LiveAnswer> {
    /** What it is called, as no other view is. */
    ViewName called();

    /** What arrangements and addresses call it. */
    default String name() {
        return called().name();
    }

    /** What people call it. */
    default String title() {
        return called().title();
    }

    /** The key that, with Alt, shows or closes it. */
    default KeyCode key() {
        return called().key();
    }

    /** Whether it has something to show of this run; where it has not, it is left out and keeps its place. */
    default ObservableValue<Boolean> applies() {
        return new ReadOnlyBooleanWrapper(true).getReadOnlyProperty();
    }

    /** Whether it is open before anybody opens it: what few runs have something for, or what somebody uses for a while, is not. */
    default boolean atFirst() {
        return true;
    }

    /**
     * Adds what can be done with it besides showing and moving it.
     *
     * @param open whether there is a run to be seen
     * @param show brings it to the front
     */
    default void addTo(Commands.Group commands, ObservableValue<Boolean> open, Runnable show) {}

    /** Makes its frame, once: before that nothing is drawn, and nothing is asked. */
    Card card(Cues cues);

    /** Where its answers come from: for the network in training and, for a film, for one of the past. */
    Source<A> source(Cues cues);

    /** Asks each remembered state of the run for what is drawn of the past; empty for a view of the present alone. */
    default Optional<ObservableValue<? extends Probe<A>>> past(Cues cues) {
        return Optional.empty();
    }

    /** Takes in what was so after an update of the past, beside what is shown. */
    default void recall(A answer) {}

    /** Shows an answer; only while it is seen. */
    void show(A answer);

    /** Is seen from now on, or no longer: what moves by itself rests while nobody sees it. */
    default void look(boolean seen) {}

    /** Forgets the run before, for another is open. */
    void begin(RunHead run);

    /** Another view that shows the same and is seen the same way, for a film: it is fed by itself and changes nothing. */
    LiveView<A> twin();
}
