package unroll.engine.task;

import java.util.List;
import unroll.engine.baseline.Baseline;
import unroll.engine.baseline.Constant;
import unroll.engine.loss.Loss;
import unroll.engine.random.Philox;
import unroll.engine.setting.Decimal;

/**
 * Draws addition problems as thesis sec. 4.4.1: T' from i[T, 11 T / 10]; marked positions I from i[1, T' / 10] and J from
 * i[T' / 10, T' / 2], fractions rounded down, counted from 1; the target at T' is (u_I + u_J) / 2, no other step counts.
 *
 * <p>Both ranges hold T' / 10, where the thesis leaves open what I = J means: J is drawn again, so that two numbers are
 * marked always.
 */
final class AdditionTask implements Task {
    /** An answer further off than this is wrong (Martens and Sutskever 2011). */
    private static final double TOLERANCE = 0.04;

    /** Solved where fewer than this percentage are wrong. */
    private static final double SOLVED = 1;

    private final int length;

    AdditionTask(Addition settings) {
        length = settings.length();
    }

    @Override
    public int inputs() {
        return 2;
    }

    @Override
    public int outputs() {
        return 1;
    }

    @Override
    public int steps() {
        return 11 * length / 10;
    }

    @Override
    public Loss loss() {
        return Loss.SQUARED;
    }

    @Override
    public void draw(Split split, Philox random, Batch batch, int b) {
        int end = random.integer(length, steps());
        int first = random.integer(1, end / 10);
        int second = random.integer(end / 10, end / 2);
        while (second == first) {
            second = random.integer(end / 10, end / 2);
        }
        for (int t = 0; t < end; t++) {
            batch.input()[batch.inputAt(t, b)] = random.nextDouble();
        }
        double sum = marked(batch, first, b) + marked(batch, second, b);
        batch.target()[batch.targetAt(end - 1, b)] = sum / 2;
        batch.weight()[batch.weightAt(end - 1, b)] = 1;
    }

    /** Marks a position, counted from 1, and returns the number there. */
    private static double marked(Batch batch, int position, int b) {
        int at = batch.inputAt(position - 1, b);
        batch.input()[at + 1] = 1;
        return batch.input()[at];
    }

    @Override
    public List<Metric> metrics() {
        return List.of(
                new Metric(
                        "half squared error",
                        "",
                        (batch, predictions) -> CountedSteps.mean(batch, predictions, CountedSteps::halfSquare)),
                new Metric(
                        "sequences wrong",
                        "%",
                        (batch, predictions) -> 100 * CountedSteps.mean(batch, predictions, AdditionTask::wrong)));
    }

    /** 1 where the prediction is off by more than the tolerance or is no number. */
    private static double wrong(double prediction, double target) {
        return Math.abs(prediction - target) <= TOLERANCE ? 0 : 1;
    }

    @Override
    public double floor(Batch batch) {
        return 0;
    }

    @Override
    public List<Baseline> baselines() {
        return List.of(new Constant(loss()));
    }

    @Override
    public Appearance appearance() {
        return new Appearance.Series(List.of("number", "marker"), List.of("half the sum"));
    }

    @Override
    public boolean solved(double[] scores) {
        return scores[1] < SOLVED;
    }

    @Override
    public String successRule() {
        return "fewer than " + Decimal.text(SOLVED) + " % of sequences wrong";
    }
}
