package unroll.engine.task;

import java.util.Arrays;
import unroll.engine.baseline.Chance;
import unroll.engine.loss.CrossEntropy;
import unroll.engine.loss.Loss;
import unroll.engine.random.Philox;
import unroll.engine.sequence.Batch;
import unroll.engine.sequence.Metric;
import unroll.engine.sequence.Split;

/**
 * Draws T + 1 symbols as thesis sec. 4.4.4: the first and the last are the same, of code 0 or 1, the T - 1 between are of
 * codes 2 to K - 1. Step t, of 1 to T, has symbol t as its input and symbol t + 1 as its target. A sequence is right where the last
 * target is.
 */
final class PermutationTask implements Puzzle {
    private static final int SPECIAL = 2;

    /** What stands for the symbols: two letters that catch the eye, then digits and the small and capital letters of Latin-1. */
    private static final String CHARACTERS = "XY0123456789abcdefghijklmnopqrstuvwxyz"
            + "àáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿ"
            + "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞß";

    private final int length;
    private final int symbols;

    PermutationTask(Permutation settings) {
        length = settings.length();
        symbols = settings.symbols();
    }

    @Override
    public int inputs() {
        return symbols;
    }

    @Override
    public boolean symbols() {
        return true;
    }

    @Override
    public int outputs() {
        return symbols;
    }

    @Override
    public int steps() {
        return length;
    }

    @Override
    public Loss loss() {
        return Loss.SOFTMAX;
    }

    @Override
    public boolean generative() {
        return true;
    }

    @Override
    public void draw(Split split, Philox random, Batch batch, int b) {
        int first = random.integer(0, SPECIAL - 1);
        int input = first;
        for (int t = 0; t < length; t++) {
            int next = t == length - 1 ? first : random.integer(SPECIAL, symbols - 1);
            batch.input()[batch.inputAt(t, b)] = input;
            batch.target()[batch.targetAt(t, b) + next] = 1;
            batch.weight()[batch.weightAt(t, b)] = 1;
            input = next;
        }
    }

    @Override
    public int judgedFrom() {
        return length - 1;
    }

    /** Above what not even the best predictor could know, so that the little that can be learned is seen. */
    @Override
    public Metric headline() {
        return new Metric(
                "cross-entropy per symbol above the least",
                "nats",
                (batch, predictions) ->
                        CountedSteps.mean(batch, predictions, CrossEntropy::ofClass) - floor(batch) / length);
    }

    /** {@code (T - 1) ln(K - 2)}: the loss of a predictor that knows all but the symbols between. */
    @Override
    public double floor(Batch batch) {
        return (length - 1) * Math.log(symbols - SPECIAL);
    }

    @Override
    public Chance chance() {
        double[] means = new double[length * symbols];
        Arrays.fill(means, 1.0 / (symbols - SPECIAL));
        for (int t = 0; t < length; t++) {
            Arrays.fill(means, t * symbols, t * symbols + SPECIAL, 0);
        }
        int last = (length - 1) * symbols;
        Arrays.fill(means, last, last + symbols, 0);
        Arrays.fill(means, last, last + SPECIAL, 1.0 / SPECIAL);
        return new Chance(means);
    }

    @Override
    public Appearance appearance() {
        return new Appearance.Characters(
                CHARACTERS.codePoints().limit(symbols).boxed().toList());
    }
}
