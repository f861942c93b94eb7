package unroll.engine.task;

import java.util.ArrayList;
import java.util.List;
import unroll.engine.baseline.Chance;
import unroll.engine.loss.Loss;
import unroll.engine.random.Philox;
import unroll.engine.sequence.Batch;
import unroll.engine.sequence.Split;

/**
 * Draws strings of l symbols, l from i[1, n], one of K numbers each: inputs at steps n - l to n - 1, counted from 0, and targets,
 * forwards or backwards, at steps n to n + l - 1, with the mark at step n + l. The input of step n is the mark, that of each
 * later one the target of the step before (teacher forcing).
 */
final class RecitationTask implements Puzzle {
    private final int symbols;
    private final int length;
    private final boolean backwards;

    /**
     * A recitation.
     *
     * @param symbols K
     * @param length n
     */
    RecitationTask(int symbols, int length, boolean backwards) {
        this.symbols = symbols;
        this.length = length;
        this.backwards = backwards;
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
    public boolean generative() {
        return true;
    }

    @Override
    public void draw(Split split, Philox random, Batch batch, int b) {
        int l = random.integer(1, length);
        batch.input()[batch.inputAt(length, b) + symbols] = 1;
        for (int j = 0; j < l; j++) {
            int symbol = random.integer(0, symbols - 1);
            int source = backwards ? length - 1 - j : length - l + j;
            batch.input()[batch.inputAt(source, b) + symbol] = 1;
            batch.target()[batch.targetAt(length + j, b) + symbol] = 1;
            batch.input()[batch.inputAt(length + j + 1, b) + symbol] = 1;
            batch.weight()[batch.weightAt(length + j, b)] = 1;
        }
        batch.target()[batch.targetAt(length + l, b) + symbols] = 1;
        batch.weight()[batch.weightAt(length + l, b)] = 1;
    }

    /** Of the strings that are not over before answer j, from 0, one in n - j + 1 is over then, but none at the first. */
    @Override
    public Chance chance() {
        double[] means = new double[steps() * outputs()];
        for (int j = 0; j <= length; j++) {
            double over = j == 0 ? 0 : 1.0 / (length - j + 1);
            for (int o = 0; o <= symbols; o++) {
                means[(length + j) * outputs() + o] = o == symbols ? over : (1 - over) / symbols;
            }
        }
        return new Chance(means);
    }

    @Override
    public Appearance appearance() {
        List<String> names = new ArrayList<>(Letters.first(symbols));
        names.add("mark");
        return new Appearance.Classes(names, names);
    }
}
