package unroll.app.tour;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.value.ObservableValue;
import unroll.app.address.NodeAddress;

/** A few steps that each point at something, one after the other. */
public final class Tour {
    /** No step: the tour is not under way. */
    public static final int OFF = -1;

    /**
     * A step.
     *
     * @param title what it is about
     * @param text what to know of it; keys stand between back quotes
     * @param prepare shows it
     * @param target what is pointed at, where it is seen
     * @param besides what is better seen besides
     * @param done whether it was done, so that the tour can go on
     */
    public record Step(
            String title,
            String text,
            Runnable prepare,
            NodeAddress target,
            Optional<NodeAddress> besides,
            ObservableValue<Boolean> done) {
        /** A step after which the tour can go on at once. */
        public Step(String title, String text, Runnable prepare, NodeAddress target) {
            this(title, text, prepare, target, new ReadOnlyBooleanWrapper(true).getReadOnlyProperty());
        }

        /** A step that hides whatever there is beside its target. */
        public Step(String title, String text, Runnable prepare, NodeAddress target, ObservableValue<Boolean> done) {
            this(title, text, prepare, target, Optional.empty(), done);
        }

        /** The same with something that is better seen besides. */
        public Step beside(NodeAddress other) {
            return new Step(title, text, prepare, target, Optional.of(other), done);
        }
    }

    private final List<Step> steps;
    private final Runnable over;
    private final ReadOnlyIntegerWrapper at = new ReadOnlyIntegerWrapper(this, "at", OFF);

    /** @param over is run when the tour comes to its end or is skipped */
    public Tour(List<Step> steps, Runnable over) {
        this.steps = List.copyOf(steps);
        this.over = over;
    }

    public List<Step> steps() {
        return steps;
    }

    /** The step that is shown, from 0; {@link #OFF} for none. */
    public ReadOnlyIntegerProperty atProperty() {
        return at.getReadOnlyProperty();
    }

    /** The step that is shown. */
    public Optional<Step> step() {
        return at.get() == OFF ? Optional.empty() : Optional.of(steps.get(at.get()));
    }

    /** Begins with the first step. */
    public void begin() {
        go(0);
    }

    /** The next step, if this one was done; after the last the tour is over. */
    public void next() {
        if (step().filter(step -> step.done().getValue()).isPresent()) {
            go(at.get() + 1);
        }
    }

    /** The step before, if there is one. */
    public void back() {
        if (at.get() > 0) {
            go(at.get() - 1);
        }
    }

    /** Ends the tour; false if it was not under way. */
    public boolean skip() {
        boolean underway = at.get() != OFF;
        if (underway) {
            at.set(OFF);
            over.run();
        }
        return underway;
    }

    private void go(int step) {
        if (step < steps.size()) {
            at.set(step);
            steps.get(step).prepare().run();
        } else {
            skip();
        }
    }
}
