package unroll.engine.task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import unroll.engine.setting.Decimal;
import unroll.engine.setting.SettingsException;

/**
 * Sequences as a person types them, {@code 2 -2; 0 3.5 | 1 1; 0 0}: a space between the numbers of a step, a semicolon between
 * steps, a bar between sequences. A last {@code x50} makes fifty steps of one.
 */
final class SequenceText {
    /** What stands where no number is given. */
    private static final String NOTHING = ".";

    private static final Pattern TIMES = Pattern.compile("x\\d{1,4}");
    private static final int MOST_STEPS = 100_000;

    private SequenceText() {}

    /**
     * The sequences {@code [T][N]}, whose steps all have as many numbers; a step of dots alone is not a number.
     *
     * @param place of the setting, in front of what is complained of
     */
    static List<double[][]> read(String place, String text) {
        List<double[][]> sequences = Stream.of(text.split("\\|", -1))
                .map(sequence -> sequence(place, sequence))
                .toList();
        int width = sequences.stream()
                .flatMap(Arrays::stream)
                .filter(step -> !Double.isNaN(step[0]))
                .findFirst()
                .map(step -> step.length)
                .orElse(1);
        for (double[][] sequence : sequences) {
            for (double[] step : sequence) {
                if (step.length != width && !(step.length == 1 && Double.isNaN(step[0]))) {
                    throw new SettingsException(
                            place, "a step has " + step.length + " numbers, but the first has " + width);
                }
            }
        }
        return sequences;
    }

    private static double[][] sequence(String place, String text) {
        List<double[]> steps = new ArrayList<>();
        for (String part : text.split(";", -1)) {
            List<String> words = new ArrayList<>(List.of(part.strip().split("\\s+")));
            int times = TIMES.matcher(words.getLast()).matches()
                    ? Integer.parseInt(words.removeLast().substring(1))
                    : 1;
            if (words.isEmpty() || words.getFirst().isEmpty()) {
                throw new SettingsException(place, "a step without numbers stands in '" + text.strip() + "'");
            }
            double[] step =
                    words.stream().mapToDouble(word -> number(place, word)).toArray();
            long unasked = DoubleStream.of(step).filter(Double::isNaN).count();
            if (unasked > 0 && unasked < step.length) {
                throw new SettingsException(
                        place,
                        "'" + part.strip() + "' asks for a part of the outputs; write a number" + " or a dot for each");
            }
            for (int i = 0; i < times; i++) {
                steps.add(step);
            }
            if (steps.size() > MOST_STEPS) {
                throw new SettingsException(place, "a sequence has more than " + MOST_STEPS + " steps");
            }
        }
        if (steps.isEmpty()) {
            throw new SettingsException(place, "a sequence has no steps in '" + text.strip() + "'");
        }
        return steps.toArray(double[][]::new);
    }

    private static double number(String place, String word) {
        return word.equals(NOTHING)
                ? Double.NaN
                : Decimal.parse(word)
                        .orElseThrow(() -> new SettingsException(
                                place, "'" + word + "' is no number; write steps such as 2 -2; 0 3.5"));
    }
}
