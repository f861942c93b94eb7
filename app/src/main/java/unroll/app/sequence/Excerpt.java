package unroll.app.sequence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import javafx.beans.property.IntegerProperty;
import unroll.app.control.Table.Column;
import unroll.engine.music.Keyboard;
import unroll.engine.music.PianoRoll;
import unroll.engine.music.RollNote;
import unroll.engine.music.TimeStep;

/**
 * An excerpt of a piece of music beside what a network made of it: for each time step a number for each key of a keyboard.
 *
 * @param keyboard whose keys they are, from the lowest up
 * @param step how long a time step is
 * @param counted time steps of the piece; what follows them is padding
 * @param given what the truth is called: "truth", or "played" where somebody played it
 * @param truth 1 where a key sounds, else 0
 * @param prediction how probably each sounds, from the truth so far; empty where that is not to be seen
 * @param freeRun 1 where the network sounded a key when it went on by itself; the truth at first; empty where it did not
 * @param freeRunFrom the first time step, from 0, of what it sounded by itself
 */
public record Excerpt(
        Keyboard keyboard,
        TimeStep step,
        int counted,
        String given,
        float[][] truth,
        float[][] prediction,
        float[][] freeRun,
        int freeRunFrom)
        implements Depiction {
    /** Silence. */
    public static final Excerpt EMPTY =
            new Excerpt(Keyboard.PIANO, TimeStep.ofSeconds(1), 0, new float[0][], new float[0][], new float[0][], 0);

    /** A key that is more probable sounds, where only one of both can be: even odds, as frames are judged by. */
    private static final float EVEN = 0.5f;

    /** Keys that are seen above and below what sounds. */
    private static final int MARGIN = 2;

    /** Keys beyond those of the piece at which the free run is still seen. */
    private static final int BEYOND = 5;

    /** Keys that are seen at least, so that a single one is not as high as the view. */
    private static final int FEWEST = 18;

    /** An excerpt of a piece. */
    public Excerpt(
            Keyboard keyboard,
            TimeStep step,
            int counted,
            float[][] truth,
            float[][] prediction,
            float[][] freeRun,
            int freeRunFrom) {
        this(keyboard, step, counted, "truth", truth, prediction, freeRun, freeRunFrom);
    }

    /**
     * What somebody played, nothing yet beside it.
     *
     * @param steps there are, of which what was played are the first
     */
    public static Excerpt played(PianoRoll roll, int steps) {
        Keyboard keyboard = roll.keyboard();
        float[][] truth = new float[steps][keyboard.count()];
        for (int t = 0; t < Math.min(steps, roll.frames()); t++) {
            for (int key = 0; key < keyboard.count(); key++) {
                truth[t][key] = roll.sounds(t, keyboard.first() + key) ? 1 : 0;
            }
        }
        return new Excerpt(keyboard, roll.step(), roll.frames(), truth, new float[0][], new float[0][], 0).asPlayed();
    }

    /** The same where the truth is what somebody played, and how probable that was is not of interest. */
    public Excerpt asPlayed() {
        return new Excerpt(keyboard, step, counted, "played", truth, new float[0][], freeRun, freeRunFrom);
    }

    /**
     * Keys next to each other.
     *
     * @param last the last one, included
     */
    record Range(int first, int last) {
        int count() {
            return last - first + 1;
        }
    }

    @Override
    public int steps() {
        return truth.length;
    }

    /** The keys that are worth looking at: those that sound and some around them, and as far beyond, but not very far, as the free run goes. */
    Range range() {
        int count = keyboard.count();
        Optional<Range> sounding = sounding(truth).or(() -> sounding(freeRun));
        int low = sounding.map(Range::first).orElse(count / 2);
        int high = sounding.map(Range::last).orElse(low);
        Range free = sounding(freeRun).orElse(new Range(low, high));
        int first = Math.max(low - BEYOND, Math.min(low, free.first())) - MARGIN;
        int last = Math.min(high + BEYOND, Math.max(high, free.last())) + MARGIN;
        int missing = Math.max(0, FEWEST - (last - first + 1));
        return new Range(
                keyboard.first() + Math.max(0, first - missing / 2),
                keyboard.first() + Math.min(count - 1, last + (missing + 1) / 2));
    }

    /** The lowest and the highest key that sounds; empty where none does. */
    private Optional<Range> sounding(float[][] rows) {
        int[] keys = IntStream.range(0, keyboard.count())
                .filter(key -> sounds(rows, key))
                .toArray();
        return keys.length == 0 ? Optional.empty() : Optional.of(new Range(keys[0], keys[keys.length - 1]));
    }

    /** The piece as music. */
    public PianoRoll truthRoll() {
        return roll(Arrays.copyOf(truth, counted), 0);
    }

    /** What is more probable than not, as music. */
    public PianoRoll predictionRoll() {
        return roll(Arrays.copyOf(prediction, Math.min(counted, prediction.length)), EVEN);
    }

    /** The free run as music. */
    public PianoRoll freeRunRoll() {
        return roll(freeRun, 0);
    }

    /** What is above a number in some rows. */
    private PianoRoll roll(float[][] rows, float above) {
        List<RollNote> notes = new ArrayList<>();
        for (int t = 0; t < rows.length; t++) {
            for (int key = 0; key < keyboard.count(); key++) {
                if (rows[t][key] > above) {
                    notes.add(new RollNote(keyboard.first() + key, t, t + 1));
                }
            }
        }
        return PianoRoll.of(step, keyboard, rows.length, notes);
    }

    private static boolean sounds(float[][] rows, int key) {
        for (float[] row : rows) {
            if (row[key] > 0) {
                return true;
            }
        }
        return false;
    }

    /** A number of a key, of 0 where there is none. */
    float at(float[][] rows, int step, int key) {
        return step < rows.length && keyboard.has(key) ? rows[step][key - keyboard.first()] : 0;
    }

    /** What is to be read of a key at a time step. */
    String reading(int step, int key) {
        String sounding = at(truth, step, key) > 0 ? ", sounds" : "";
        if (step < prediction.length && step < counted) {
            return "t = %d, %s: p = %.2f%s"
                    .formatted(step + 1, Keyboard.name(key), at(prediction, step, key), sounding);
        }
        return prediction.length == 0
                ? "t = %d, %s%s".formatted(step + 1, Keyboard.name(key), sounding)
                : "t = %d, behind the end of the piece".formatted(step + 1);
    }

    @Override
    public List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        Range seen = range();
        for (int number = seen.first(); number <= seen.last(); number++) {
            int key = number;
            String name = Keyboard.name(key);
            columns.add(column(name + ", " + given, truth, key));
            if (prediction.length > 0) {
                columns.add(column(name + ", prediction", prediction, key));
            }
            if (freeRun.length > 0) {
                columns.add(column(name + ", free run", freeRun, key));
            }
        }
        return steps() == 0 ? List.of() : columns;
    }

    private Column column(String head, float[][] rows, int key) {
        IntFunction<String> cell = step -> Float.toString(at(rows, step, key));
        return new Column(head, rows.length, cell);
    }

    @Override
    public DepictionView<Excerpt> view(IntegerProperty time) {
        ExcerptView view = new ExcerptView();
        view.timeProperty().bindBidirectional(time);
        view.excerptProperty().set(this);
        return new DepictionView<>(Excerpt.class, view, view.excerptProperty()::set);
    }
}
