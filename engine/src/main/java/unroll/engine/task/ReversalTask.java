package unroll.engine.task;

import java.util.ArrayList;
import java.util.List;
import unroll.engine.baseline.Baseline;
import unroll.engine.baseline.Constant;
import unroll.engine.loss.Loss;
import unroll.engine.random.Philox;

/**
 * Draws strings of l symbols, l from i[1, n], one of K numbers each: heard at steps n - l to n - 1, counted from 0, and said
 * backwards at steps n to n + l - 1, with the mark at step n + l. The input of step n is the mark, of those after it what
 * should have been said the step before (teacher forcing).
 */
final class ReversalTask implements Task {
    /** Solved where fewer than this percentage of the strings have a symbol that is wrong. */
    private static final double SOLVED = 1;

    private final int length;
    private final int symbols;

    ReversalTask(Reversal settings) {
        length = settings.length();
        symbols = settings.symbols();
    }

    /** The symbols and, last, the mark. */
    @Override
    public int inputs() {
        return symbols + 1;
    }

    @Override
    public int outputs() {
        return inputs();
    }

    @Override
    public int steps() {
        return 2 * length + 1;
    }

    @Override
    public Loss loss() {
        return Loss.SOFTMAX;
    }

    @Override
    public void draw(Split split, Philox random, Batch batch, int b) {
        int l = random.integer(1, length);
        batch.input()[batch.inputAt(length, b) + symbols] = 1;
        for (int j = 0; j < l; j++) {
            int symbol = random.integer(0, symbols - 1);
            batch.input()[batch.inputAt(length - 1 - j, b) + symbol] = 1;
            batch.target()[batch.targetAt(length + j, b) + symbol] = 1;
            batch.input()[batch.inputAt(length + j + 1, b) + symbol] = 1;
            batch.weight()[batch.weightAt(length + j, b)] = 1;
        }
        batch.target()[batch.targetAt(length + l, b) + symbols] = 1;
        batch.weight()[batch.weightAt(length + l, b)] = 1;
    }

    @Override
    public List<Metric> metrics() {
        return List.of(
                new Metric(
                        "cross-entropy per symbol",
                        "nats",
                        (batch, predictions) -> CountedSteps.mean(batch, predictions, CrossEntropy::ofClass)),
                new Metric("strings wrong", "%", ReversalTask::wrong));
    }

    /** The percentage of strings with a step that counts at which the right symbol is not the most probable one. */
    private static double wrong(Batch batch, double[] predictions) {
        int wrong = 0;
        for (int b = 0; b < batch.sequences(); b++) {
            boolean right = true;
            for (int t = 0; t < batch.steps(); t++) {
                right &= batch.weight()[batch.weightAt(t, b)] == 0 || said(batch, predictions, batch.targetAt(t, b));
            }
            wrong += right ? 0 : 1;
        }
        return 100.0 * wrong / batch.sequences();
    }

    /** Whether the target is more probable than all others; not where a prediction is no number. */
    private static boolean said(Batch batch, double[] predictions, int at) {
        for (int o = at; o < at + batch.outputs(); o++) {
            for (int other = at; other < at + batch.outputs() && batch.target()[o] == 1; other++) {
                if (other != o && !(predictions[o] > predictions[other])) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The string determines every answer. */
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
        List<String> names = new ArrayList<>();
        for (int symbol = 0; symbol < symbols; symbol++) {
            names.add(String.valueOf((char) ('a' + symbol)));
        }
        names.add("mark");
        return new Appearance.Classes(names, names);
    }

    @Override
    public boolean solved(double[] scores) {
        return scores[1] < SOLVED;
    }
}
