package unroll.app.view.units;

import java.util.ArrayList;
import java.util.List;
import unroll.engine.probe.SequenceAnswer;
import unroll.engine.task.Appearance;

/**
 * What hidden units may follow: what the network hears at the same step, and what it says.
 *
 * @param names of the signals
 * @param inputs how many of them are heard; symbols count each
 * @param outputs how many are said
 */
record Followed(List<String> names, int inputs, int outputs) {
    /** The signals of a task that looks so; pictures are heard pixel by pixel, characters one by one. */
    static Followed of(Appearance appearance) {
        return switch (appearance) {
            case Appearance.Picture picture -> heard(pixels(picture));
            case Appearance.Text text ->
                heard(text.alphabet().stream().map(Followed::character).toList());
            case Appearance.Series series -> both(series.inputs(), series.outputs());
            case Appearance.Classes classes -> both(classes.inputs(), classes.outputs());
        };
    }

    private static Followed heard(List<String> names) {
        return new Followed(names, names.size(), 0);
    }

    private static Followed both(List<String> inputs, List<String> outputs) {
        List<String> names = new ArrayList<>();
        inputs.forEach(name -> names.add("heard " + name));
        outputs.forEach(name -> names.add("says " + name));
        return new Followed(names, inputs.size(), outputs.size());
    }

    private static List<String> pixels(Appearance.Picture picture) {
        List<String> names = new ArrayList<>();
        for (int y = 1; y <= picture.height(); y++) {
            for (int x = 1; x <= picture.width(); x++) {
                names.add("pixel " + x + ", " + y);
            }
        }
        return names;
    }

    private static String character(int code) {
        return code == ' ' ? "space" : code == '\n' ? "new line" : "\u201c" + Character.toString(code) + "\u201d";
    }

    /** The signals of an answer, {@code [T][K]}. */
    float[][] in(SequenceAnswer answer) {
        float[][] signals = new float[answer.input().length][inputs + outputs];
        for (int t = 0; t < signals.length; t++) {
            float[] heard = answer.input()[t];
            if (heard.length == inputs) {
                System.arraycopy(heard, 0, signals[t], 0, inputs);
            } else {
                signals[t][(int) heard[0]] = 1;
            }
            System.arraycopy(answer.prediction()[t], 0, signals[t], inputs, outputs);
        }
        return signals;
    }
}
