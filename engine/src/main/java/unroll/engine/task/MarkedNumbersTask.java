package unroll.engine.task;

import java.util.List;
import unroll.engine.baseline.Baseline;
import unroll.engine.baseline.Chance;
import unroll.engine.loss.Loss;
import unroll.engine.random.Philox;
import unroll.engine.sequence.Batch;
import unroll.engine.sequence.Split;
import unroll.engine.setting.Decimal;

/**
 * Draws streams of numbers u_t with two marked ones as thesis sec. 4.4.1: T' from i[T, 11 T / 10]; marked positions I from
 * i[1, T' / 10] and J from i[T' / 10, T' / 2], fractions rounded down, counted from 1; the target at T' is an operation on
 * u_I and u_J, no other step counts.
 *
 * <p>Both ranges hold T' / 10, where the thesis leaves open what I = J means: J is drawn again, so that two numbers are
 * marked always.
 */
final class MarkedNumbersTask implements Puzzle {
    private final int length;
    private final MarkedOperation operation;

    MarkedNumbersTask(int length, MarkedOperation operation) {
        this.length = length;
        this.operation = operation;
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
        return operation.loss();
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
            batch.input()[batch.inputAt(t, b)] = operation.number(random);
        }
        batch.target()[batch.targetAt(end - 1, b)] =
                operation.answer(marked(batch, first, b), marked(batch, second, b));
        batch.weight()[batch.weightAt(end - 1, b)] = 1;
    }

    /** Marks a position, counted from 1, and returns the number there. */
    private static double marked(Batch batch, int position, int b) {
        int at = batch.inputAt(position - 1, b);
        batch.input()[at + 1] = 1;
        return batch.input()[at];
    }

    @Override
    public Chance chance() {
        return Chance.always(steps(), operation.mean());
    }

    /** Also the constant that is right most often, where that is not the mean, which costs least. */
    @Override
    public List<Baseline> baselines() {
        double oftenest = operation.oftenest();
        return oftenest == operation.mean()
                ? List.of(chance())
                : List.of(chance(), Chance.always(steps(), oftenest).named("constant " + Decimal.text(oftenest)));
    }

    @Override
    public Appearance appearance() {
        return new Appearance.NamedNumbers(List.of("number", "marker"), List.of(operation.label()));
    }
}
