package unroll.app.view;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleLongProperty;
import unroll.engine.task.Appearance;

/** Where a person looks in the run that is open: what all views mark, and all that they share and may change. */
public final class Cues {
    /** The update that stands for the network in training. */
    public static final long NOW = -1;

    /** No unit is chosen. */
    public static final int NONE = -1;

    private final ReadOnlyObjectWrapper<RunHead> run = new ReadOnlyObjectWrapper<>(this, "run", RunHead.NONE);
    private final IntegerProperty time = new SimpleIntegerProperty(this, "time");
    private final BooleanProperty playing = new SimpleBooleanProperty(this, "playing");
    private final IntegerProperty sequence = new SimpleIntegerProperty(this, "sequence", 1);
    private final IntegerProperty freeRunFrom = new SimpleIntegerProperty(this, "freeRunFrom", 1);
    private final IntegerProperty unit = new SimpleIntegerProperty(this, "unit", NONE);
    private final LongProperty lookedBack = new SimpleLongProperty(this, "lookedBack", NOW);

    /** How the task of the run before looks. */
    private Class<?> appeared = Appearance.class;

    // Properties

    /** The run that they are about. */
    public ReadOnlyObjectProperty<RunHead> runProperty() {
        return run.getReadOnlyProperty();
    }

    /** The time step, from 0, that all views mark. */
    public IntegerProperty timeProperty() {
        return time;
    }

    /** Whether the time step moves on by itself. */
    public BooleanProperty playingProperty() {
        return playing;
    }

    /** The test sequence that is shown, from 1. */
    public IntegerProperty sequenceProperty() {
        return sequence;
    }

    /** The first time step, from 1, at which the free run receives its own prediction. */
    public IntegerProperty freeRunFromProperty() {
        return freeRunFrom;
    }

    /** The hidden unit, from 0, that a person has chosen in whatever view; {@link #NONE} if none was. */
    public IntegerProperty unitProperty() {
        return unit;
    }

    /** The remembered update whose network all views show; {@link #NOW} for the one in training. */
    public LongProperty lookedBackProperty() {
        return lookedBack;
    }

    // Commands

    /** Looks at another run: at the same place, as far as it has such a one. */
    public void begin(RunHead next) {
        run.set(next);
        time.set(Math.min(time.get(), next.steps() - 1));
        sequence.set(Math.min(sequence.get(), next.sequences()));
        boolean other = next.appearance().getClass() != appeared;
        appeared = next.appearance().getClass();
        freeRunFrom.set(other ? next.freeRunFrom() : Math.min(freeRunFrom.get(), next.steps()));
        unit.set(NONE);
        lookedBack.set(NOW);
    }

    /** Moves so many time steps on, up to the first and the last. */
    public void moveTime(int by) {
        time.set(Math.clamp(time.get() + by, 0, run.get().steps() - 1));
    }

    /** Moves to the next time step; after the last comes the first. */
    public void stepTime() {
        time.set((time.get() + 1) % run.get().steps());
    }

    /** Moves so many test sequences on, up to the first and the last. */
    public void moveSequence(int by) {
        sequence.set(Math.clamp(sequence.get() + by, 1, run.get().sequences()));
    }

    /** Has the time step move on by itself, or rest. */
    public void playOrRest() {
        playing.set(!playing.get());
    }

    /** The same place, which nobody else moves. */
    public Cues still() {
        Cues still = new Cues();
        still.begin(run.get());
        still.time.set(time.get());
        still.sequence.set(sequence.get());
        still.freeRunFrom.set(freeRunFrom.get());
        still.unit.set(unit.get());
        still.lookedBack.set(lookedBack.get());
        return still;
    }
}
