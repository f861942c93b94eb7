package unroll.app.view.dreams;

import unroll.app.sequence.Film;
import unroll.app.view.LiveAnswer;

/**
 * What a network dreams.
 *
 * @param update whose network it is
 * @param film how it began, and the dreams
 */
public record DreamsLook(long update, Film film) implements LiveAnswer {
    /** Of no network. */
    static final DreamsLook NONE = new DreamsLook(0, Film.EMPTY);
}
