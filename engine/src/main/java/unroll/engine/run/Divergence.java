package unroll.engine.run;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where numbers stopped being numbers.
 *
 * @param update the update that could not be made
 * @param tensor the first quantity that is not finite: "hidden state h"
 * @param step its first bad time step, counted from 1; 0 where the tensor has none
 * @param takenBack how many updates before it, which led there, were taken back
 */
public record Divergence(long update, String tensor, int step, long takenBack) {
    private static final String WORDS = " is not finite";
    private static final String FROM = " from time step ";
    private static final Pattern STEP = Pattern.compile(WORDS + FROM + "(\\d{1,9})");

    /** Whether a sentence about an end, which may have been read from a file, is that of a divergence. */
    public static boolean isToldBy(String sentence) {
        return sentence.contains(WORDS);
    }

    /** The first bad time step that such a sentence names, counted from 1, if it names one. */
    public static OptionalInt stepToldBy(String sentence) {
        Matcher told = STEP.matcher(sentence);
        return told.find() ? OptionalInt.of(Integer.parseInt(told.group(1))) : OptionalInt.empty();
    }

    /** The sentence that people read. */
    public String sentence() {
        return "Update " + update + " was not made: " + tensor
                + WORDS
                + (step > 0 ? FROM + step : "")
                + whatWasTakenBack()
                + "; lower the learning rate or clip the gradient, then go on.";
    }

    private String whatWasTakenBack() {
        if (takenBack == 0) {
            return "";
        }
        return takenBack == 1
                ? ". Update " + (update - 1) + ", which led there, was taken back"
                : ". Updates " + (update - takenBack) + " to " + (update - 1) + ", which led there, were taken back";
    }
}
