package unroll.engine.task;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import unroll.engine.loss.Loss;
import unroll.engine.setting.Kind;
import unroll.engine.setting.Setting;
import unroll.engine.setting.SettingsException;

/**
 * Sequences that a person typed: training takes them in turn, again and again, and tests are on each of them once.
 *
 * @param inputs as {@link SequenceText} reads them
 * @param targets as {@link SequenceText} reads them; where a step has none, it does not count
 * @param length of a sequence, T, where the longest that is typed is shorter: steps whose inputs are 0 follow, which do not count
 * @param loss of what the output units predict
 */
@Kind(
        name = "given",
        label = "Given sequences",
        help = "Learn sequences that are typed here, in turn, or look at what a network set by hand makes of them;"
                + " tests are on the same ones.")
public record GivenSequences(
        @Setting(
                label = "Inputs",
                help = "What goes in at each step, steps divided by a semicolon: 2 -2; 0 3.5. A bar divides sequences;"
                        + " 0 x50 is fifty steps of 0.",
                initial = "2; -0.5; 1; 1")
        String inputs,

        @Setting(
                label = "Targets",
                help = "What is to come out at each step, in the same way; a dot where nothing is asked.",
                initial = "2; 1.5; 2.5; 3.5")
        String targets,

        @Setting(
                label = "Length",
                help = "The least length of a sequence: inputs of 0 follow what is typed.",
                unit = "steps",
                initial = "1",
                min = 1,
                max = 10_000)
        int length,

        @Setting(
                label = "Loss",
                help = "Of any numbers squared, of yes (1) and no (0) logistic, of one 1 among 0 softmax.",
                initial = "squared")
        Loss loss)
        implements TaskSettings {

    public GivenSequences {
        List<double[][]> given = SequenceText.read("inputs", inputs);
        List<double[][]> asked = SequenceText.read("targets", targets);
        if (Stream.of(inputs.split("[\\s;|]+")).anyMatch("."::equals)) {
            throw new SettingsException("inputs", "a dot is no input; write a number");
        }
        if (given.size() != asked.size()) {
            throw new SettingsException(
                    "targets", "there are " + asked.size() + " sequences, but " + given.size() + " of inputs");
        }
        for (int i = 0; i < given.size(); i++) {
            check(i + 1, given.get(i), asked.get(i), loss);
        }
        if (length < 1) {
            throw new SettingsException("length", "a sequence needs at least 1 step, not " + length);
        }
    }

    private static void check(int number, double[][] given, double[][] asked, Loss loss) {
        if (given.length != asked.length) {
            throw new SettingsException(
                    "targets",
                    "sequence " + number + " has " + asked.length + " steps, but " + given.length
                            + " of inputs; write a dot where nothing is asked");
        }
        List<double[]> counted =
                Stream.of(asked).filter(step -> !Double.isNaN(step[0])).toList();
        if (counted.isEmpty()) {
            throw new SettingsException("targets", "sequence " + number + " asks nothing; give a step a target");
        }
        for (double[] step : counted) {
            boolean binary = DoubleStream.of(step).allMatch(y -> y == 0 || y == 1);
            if (loss == Loss.LOGISTIC && !binary) {
                throw new SettingsException(
                        "targets", "a logistic loss asks for 1 or 0; take squared for other numbers");
            }
            if (loss == Loss.SOFTMAX && !(binary && DoubleStream.of(step).sum() == 1)) {
                throw new SettingsException("targets", "a softmax loss asks for one 1 among 0 at each step");
            }
        }
    }

    @Override
    public Task open() {
        return new GivenTask(SequenceText.read("inputs", inputs), SequenceText.read("targets", targets), length, loss);
    }
}
