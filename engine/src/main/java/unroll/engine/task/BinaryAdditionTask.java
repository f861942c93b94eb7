package unroll.engine.task;

import java.util.Arrays;
import java.util.List;
import unroll.engine.baseline.Chance;
import unroll.engine.loss.Loss;
import unroll.engine.random.Philox;
import unroll.engine.sequence.Batch;
import unroll.engine.sequence.Split;

/**
 * Draws two numbers of n binary digits each, received column by column from the lowest at step 0 on, then zeros; the target of
 * step k + d is digit k of the sum, k from 0 to n, the last of them the carry. The first d steps do not count.
 */
final class BinaryAdditionTask implements Puzzle {
    private final int digits;
    private final int delay;

    BinaryAdditionTask(BinaryAddition settings) {
        digits = settings.digits();
        delay = settings.delay();
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
        return digits + 1 + delay;
    }

    @Override
    public Loss loss() {
        return Loss.LOGISTIC;
    }

    @Override
    public void draw(Split split, Philox random, Batch batch, int b) {
        int carry = 0;
        for (int k = 0; k <= digits; k++) {
            int column = carry;
            for (int i = 0; i < 2 && k < digits; i++) {
                int digit = random.integer(0, 1);
                batch.input()[batch.inputAt(k, b) + i] = digit;
                column += digit;
            }
            batch.target()[batch.targetAt(k + delay, b)] = column % 2;
            batch.weight()[batch.weightAt(k + delay, b)] = 1;
            carry = column / 2;
        }
    }

    /** Every digit is as often 1 as 0 but the last: a carry leaves n columns with probability (1 - 2^-n) / 2. */
    @Override
    public Chance chance() {
        double[] means = new double[steps()];
        Arrays.fill(means, 0.5);
        means[steps() - 1] = (1 - Math.scalb(1.0, -digits)) / 2;
        return new Chance(means);
    }

    @Override
    public Appearance appearance() {
        return new Appearance.NamedNumbers(List.of("first number", "second number"), List.of("sum"));
    }
}
