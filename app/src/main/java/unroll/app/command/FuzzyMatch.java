package unroll.app.command;

import java.util.Locale;
import java.util.OptionalInt;

/**
 * How well a few typed letters stand for a name: they are a part of it, or parts of which all but the first start words. Letters that
 * are strewn over a name do not stand for it.
 */
final class FuzzyMatch {
    private static final int START_OF_WORD = 8;
    private static final int IN_A_RUN = 5;
    private static final int ANYWHERE = 1;

    /** Less than any score could make up for. */
    private static final int NONE = -1_000_000;

    private FuzzyMatch() {}

    /** A score that is larger where the letters fit better; empty where they are not in the name in that way. */
    static OptionalInt score(String typed, String name) {
        String letters = typed.toLowerCase(Locale.ROOT).replace(" ", "");
        String text = name.toLowerCase(Locale.ROOT);
        int best = letters.isEmpty() ? 0 : NONE;
        for (int at = 0; at < text.length() && !letters.isEmpty(); at++) {
            if (text.charAt(at) == letters.charAt(0)) {
                int here = startsWord(text, at) ? START_OF_WORD : ANYWHERE;
                best = Math.max(best, here + rest(letters.substring(1), text, at + 1));
            }
        }
        return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
    }

    /** The best score of letters that follow one before {@code from}: each goes on with a run or starts a word. */
    private static int rest(String letters, String text, int from) {
        int best = letters.isEmpty() ? 0 : NONE;
        for (int at = from; at < text.length() && !letters.isEmpty(); at++) {
            boolean starts = startsWord(text, at);
            if (text.charAt(at) == letters.charAt(0) && (at == from || starts)) {
                int here = starts ? START_OF_WORD : IN_A_RUN;
                best = Math.max(best, here + rest(letters.substring(1), text, at + 1));
            }
        }
        return best;
    }

    private static boolean startsWord(String text, int at) {
        return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
    }
}
