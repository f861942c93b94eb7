package unroll.engine.task;

import java.util.List;
import unroll.engine.baseline.Chance;
import unroll.engine.loss.Loss;
import unroll.engine.random.Philox;
import unroll.engine.sequence.Batch;
import unroll.engine.sequence.Split;

/** Draws T steps of random numbers, after each of which a tally of all so far is the target; every step counts. */
final class TallyTask implements Puzzle {
    private final int length;
    private final Tally tally;
    private final List<String> names;

    TallyTask(int length, Tally tally) {
        this.length = length;
        this.tally = tally;
        names = tally.inputs();
    }

    @Override
    public int inputs() {
        return names.size();
    }

    @Override
    public int outputs() {
        return 1;
    }

    @Override
    public int steps() {
        return length;
    }

    @Override
    public Loss loss() {
        return tally.loss();
    }

    @Override
    public void draw(Split split, Philox random, Batch batch, int b) {
        double kept = 0;
        for (int t = 0; t < length; t++) {
            for (int i = 0; i < inputs(); i++) {
                double number = tally.number(random);
                batch.input()[batch.inputAt(t, b) + i] = number;
                kept = tally.after(kept, i, number);
            }
            batch.target()[batch.targetAt(t, b)] = tally.answer(kept);
            batch.weight()[batch.weightAt(t, b)] = 1;
        }
    }

    @Override
    public Chance chance() {
        return Chance.always(length, tally.mean());
    }

    @Override
    public Appearance appearance() {
        return new Appearance.NamedNumbers(names, List.of(tally.label()));
    }
}
