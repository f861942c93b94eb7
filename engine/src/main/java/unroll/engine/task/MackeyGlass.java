package unroll.engine.task;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import unroll.engine.series.Series;
import unroll.engine.series.SeriesSplit;
import unroll.engine.setting.Kind;
import unroll.engine.setting.Setting;
import unroll.engine.setting.SettingsException;

/**
 * The next value of the Mackey-Glass series: windows of one long solution to learn from and of another, that began elsewhere,
 * to test on, both brought to mean 0 and deviation 1.
 *
 * @param length T, steps of a sequence
 * @param warmUp the first steps of a sequence, which do not count
 * @param delay tau of the equation, in steps: below 5 the series comes to rest, from 17 on it is chaotic
 */
@Kind(
        name = "mackey-glass",
        label = "Mackey-Glass",
        help = "Predict the next value of a chaotic series (Mackey and Glass 1977), the classical task of echo-state"
                + " networks; left alone, the network goes on by itself.")
public record MackeyGlass(
        @Setting(
                label = "Length",
                help = "Steps of a sequence, cut out of the series at random places.",
                unit = "steps",
                initial = "500",
                min = 2,
                max = 4000)
        int length,

        @Setting(
                label = "Warm-up",
                help = "Steps at the beginning of a sequence that are read but do not count: from a single value"
                        + " nobody can tell where in its course the series is.",
                unit = "steps",
                initial = "100",
                min = 0,
                max = 3999)
        int warmUp,

        @Setting(
                label = "Delay",
                help = "How far back the equation looks: up to 16 the series ends in a cycle, at 17 it is mildly"
                        + " chaotic, at 30 strongly.",
                unit = "steps",
                initial = "17",
                min = 5,
                max = 100)
        int delay)
        implements TaskSettings {

    /** Rows to learn from and to test on. */
    private static final int TRAINING = 20_000;

    private static final int TEST = 5_000;

    /** Constant histories from which the two solutions begin, both off the equation's fixed point 1. */
    private static final double TRAINING_HISTORY = 1.2;

    private static final double TEST_HISTORY = 0.7;

    /** Steps that are left out, until the solution has forgotten its history. */
    private static final int TRANSIENT = 2_000;

    public MackeyGlass {
        if (length < 2 || length >= TEST) {
            throw new SettingsException("", "a sequence needs 2 to " + (TEST - 1) + " steps, not " + length);
        }
        if (delay < 5) {
            throw new SettingsException("", "with a delay of " + delay + " the series comes to rest; take 5 or more");
        }
        if (warmUp < 0 || warmUp >= length) {
            throw new SettingsException(
                    "", "a warm-up of " + warmUp + " steps leaves nothing of sequences of " + length);
        }
    }

    @Override
    public Task open() {
        SeriesSplit split = new SeriesSplit(
                List.of(series(TRAINING_HISTORY, TRAINING)),
                List.of(series(TEST_HISTORY, TEST)),
                List.of("x"),
                List.of());
        return new NextRowTask(split.standardised(), length, warmUp, 1, List.of());
    }

    private Series series(double history, int rows) {
        double[] solution = new MackeyGlassEquation(delay).solve(history, TRANSIENT + rows);
        return Series.of(Path.of("Mackey-Glass"), Arrays.copyOfRange(solution, TRANSIENT, TRANSIENT + rows));
    }
}
