package unroll.app.view.dreams;

import java.util.List;
import unroll.app.sequence.Film;
import unroll.app.view.LiveAnswer;
import unroll.engine.task.ThrownBalls;

/**
 * What a network dreams.
 *
 * @param update whose network it is
 * @param film how it began, and the dreams
 * @param balls in the first frame of the test sequence
 */
public record DreamsLook(long update, Film film, List<ThrownBalls.Ball> balls) implements LiveAnswer {
    /** Of no network. */
    static final DreamsLook NONE = new DreamsLook(0, Film.EMPTY, List.of());
}
