package unroll.app.command;

import java.util.Locale;
import java.util.OptionalInt;

/** How well a few typed letters stand for a name: all must occur in order; starts of words and runs count more. */
final class FuzzyMatch {
    private static final int START_OF_WORD = 8;
    private static final int IN_A_RUN = 5;
    private static final int ANYWHERE = 1;

    private FuzzyMatch() {}

    /** A score that is larger where the letters fit better; empty where they do not occur in order. */
    static OptionalInt score(String typed, String name) {
        String letters = typed.toLowerCase(Locale.ROOT).replace(" ", "");
        String text = name.toLowerCase(Locale.ROOT);
        if (letters.isEmpty()) {
            return OptionalInt.of(0);
        }
        int best = -1;
        for (int start = text.indexOf(letters.charAt(0));
                start >= 0;
                start = text.indexOf(letters.charAt(0), start + 1)) {
            best = Math.max(best, from(letters, text, start));
        }
        return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
    }

    private static int from(String letters, String text, int start) {
        int score = 0;
        int last = -1;
        int at = start;
        for (int i = 0; i < letters.length(); i++) {
            at = i == 0 ? start : text.indexOf(letters.charAt(i), last + 1);
            if (at < 0) {
                return -1;
            }
            boolean startsWord = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
            score += startsWord ? START_OF_WORD : at == last + 1 && i > 0 ? IN_A_RUN : ANYWHERE;
            last = at;
        }
        return score;
    }
}
