package unroll.app.picture;

import java.util.List;
import java.util.function.LongFunction;
import unroll.app.control.Card;

/** The remembered states of a run, for films over training time. */
public interface Past {
    /** A past of nothing. */
    Past NONE = new Past() {
        @Override
        public List<Long> updates(Card card) {
            return List.of();
        }

        @Override
        public boolean shows(Card card) {
            return false;
        }

        @Override
        public Twin twin(Card card) {
            throw new IllegalArgumentException(card.titleProperty().get() + " has no past");
        }
    };

    /** The updates at which it is known what a card showed, ascending. */
    List<Long> updates(Card card);

    /** Whether a card of the window has a past. */
    boolean shows(Card card);

    /** Another card that shows what this one shows, as it was; on the window's thread. */
    Twin twin(Card card);

    /**
     * A card for one film.
     *
     * @param card on which it is seen
     * @param at finds out what there was to see after so many updates, on a thread that may wait, and returns what has the
     *     card show it, on the window's thread
     */
    record Twin(Card card, LongFunction<Runnable> at) {}
}
