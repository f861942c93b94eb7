package unroll.app.view;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import unroll.engine.task.Appearance;

/** Where a person looks in the run that is open: what all views mark, and all that they share and may change. */
public final class Cues {
    /** The update that stands for the network in training. */
    public static final long NOW = -1;

    /** Quarter notes a minute until somebody wants others; a chorale is sung about so fast. */
    public static final double BEATS = 80;

    /** How long a time step lasts where its task does not say: as fast as one can follow. */
    private static final long STEP_NANOS = 66_000_000;

    /** No unit is chosen. */
    public static final int NONE = -1;

    private final ReadOnlyObjectWrapper<RunHead> run = new ReadOnlyObjectWrapper<>(this, "run", RunHead.NONE);
    private final IntegerProperty time = new SimpleIntegerProperty(this, "time");
    private final BooleanProperty playing = new SimpleBooleanProperty(this, "playing");
    private final BooleanProperty looping = new SimpleBooleanProperty(this, "looping", true);
    private final DoubleProperty beats = new SimpleDoubleProperty(this, "beats", BEATS);
    private final ReadOnlyObjectWrapper<Optional<Playhead>> playhead =
            new ReadOnlyObjectWrapper<>(this, "playhead", Optional.empty());
    private final ReadOnlyIntegerWrapper countIn = new ReadOnlyIntegerWrapper(this, "countIn");
    private final IntegerProperty sequence = new SimpleIntegerProperty(this, "sequence", 1);
    private final IntegerProperty freeRunFrom = new SimpleIntegerProperty(this, "freeRunFrom", 1);
    private final IntegerProperty unit = new SimpleIntegerProperty(this, "unit", NONE);
    private final ObjectProperty<WeightPlace> weight = new SimpleObjectProperty<>(this, "weight", WeightPlace.NONE);
    private final LongProperty lookedBack = new SimpleLongProperty(this, "lookedBack", NOW);

    /** What is gone over once, in place of all steps. */
    private Optional<Stretch> once = Optional.empty();

    /** How the task of the run before looks. */
    private Class<?> appeared = Appearance.class;

    /**
     * Time steps that are gone over once.
     *
     * @param from the first, from 0; below 0 so many steps are counted in before the first of all
     * @param end one past the last
     */
    public record Stretch(int from, int end) {}

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

    /** Whether the first time step follows the last where it moves on by itself; else it rests there. */
    public BooleanProperty loopingProperty() {
        return looping;
    }

    /** Quarter notes a minute, by which the time steps of music last. */
    public DoubleProperty beatsProperty() {
        return beats;
    }

    /** Where the time step is by the clock, while it moves on by itself and is seen. */
    public ReadOnlyObjectProperty<Optional<Playhead>> playheadProperty() {
        return playhead.getReadOnlyProperty();
    }

    /** How many steps are still counted in before the first; mostly 0. */
    public ReadOnlyIntegerProperty countInProperty() {
        return countIn.getReadOnlyProperty();
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

    /** The weight that a person has chosen in whatever view; {@link WeightPlace#NONE} if none was. */
    public ObjectProperty<WeightPlace> weightProperty() {
        return weight;
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
        weight.set(WeightPlace.NONE);
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

    /** Has the time step go over these steps once, and rest at the last. */
    public void playOnce(Stretch stretch) {
        playing.set(false);
        time.set(Math.max(0, stretch.from()));
        once = Optional.of(stretch);
        playing.set(true);
    }

    /** What is gone over while the time step moves on by itself, if not all steps again and again. */
    public Optional<Stretch> stretch() {
        return once;
    }

    /** Has all follow this playhead from now on, or none. */
    public void follow(Optional<Playhead> next) {
        playhead.set(next);
        once = playing.get() ? once : Optional.empty();
        next.ifPresentOrElse(head -> countIn.set(Math.max(0, -head.from())), () -> countIn.set(0));
    }

    /** Marks where a playhead has come to; one that is at its end rests. */
    public void moveTo(Playhead head, long now) {
        boolean over = head.over(now);
        int step = over ? head.end() - 1 : head.step(head.count(now));
        countIn.set(Math.max(0, -step));
        time.set(Math.clamp(step, 0, run.get().steps() - 1));
        if (over) {
            playing.set(false);
        }
    }

    /** How long a time step lasts while it moves on by itself, in nanoseconds. */
    public long stepNanos() {
        return run.get().appearance() instanceof Appearance.Notes notes
                ? Math.round(notes.step().seconds(beats.get()) * 1e9)
                : STEP_NANOS;
    }

    /** The same place, which nobody else moves. */
    public Cues still() {
        Cues still = new Cues();
        still.begin(run.get());
        still.time.set(time.get());
        still.sequence.set(sequence.get());
        still.freeRunFrom.set(freeRunFrom.get());
        still.unit.set(unit.get());
        still.weight.set(weight.get());
        still.lookedBack.set(lookedBack.get());
        return still;
    }
}
