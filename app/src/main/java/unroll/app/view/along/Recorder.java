package unroll.app.view.along;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import unroll.engine.music.Keyboard;
import unroll.engine.music.PianoRoll;
import unroll.engine.music.RollNote;
import unroll.engine.music.TimeStep;

/** Keys that are played over time steps: each note is at the nearest steps, in one at least, as notes of files are. */
final class Recorder {
    private final TimeStep step;
    private final Keyboard keyboard;
    private final int steps;
    private final List<RollNote> notes = new ArrayList<>();

    /** Where the keys were struck that are down. */
    private final Map<Integer, Double> struck = new HashMap<>();

    /** @param steps what begins behind them is left out */
    Recorder(TimeStep step, Keyboard keyboard, int steps) {
        this.step = step;
        this.keyboard = keyboard;
        this.steps = steps;
    }

    /**
     * A key goes down.
     *
     * @param place in steps from 0: 2.5 is the middle of the third
     */
    void strike(int key, double place) {
        release(key, place);
        struck.put(key, place);
    }

    /** It comes up. */
    void release(int key, double place) {
        Optional.ofNullable(struck.remove(key))
                .flatMap(from -> note(key, from, place))
                .ifPresent(notes::add);
    }

    /** What was played up to a place; keys that are down sound up to there. */
    PianoRoll roll(double place) {
        List<RollNote> all = new ArrayList<>(notes);
        struck.forEach((key, from) -> note(key, from, place).ifPresent(all::add));
        return PianoRoll.of(step, keyboard, steps, all);
    }

    /** What is struck and let go while the steps are counted in is none. */
    private static Optional<RollNote> note(int key, double from, double to) {
        int first = Math.max(0, (int) Math.rint(from));
        boolean before = from < -0.5 && to < 0.5;
        return before
                ? Optional.empty()
                : Optional.of(new RollNote(key, first, Math.max(first + 1, (int) Math.rint(to))));
    }
}
