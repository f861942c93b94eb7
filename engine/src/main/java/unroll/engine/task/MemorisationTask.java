package unroll.engine.task;

import java.util.ArrayList;
import java.util.List;
import unroll.engine.baseline.Chance;
import unroll.engine.loss.Loss;
import unroll.engine.random.Philox;
import unroll.engine.sequence.Batch;
import unroll.engine.sequence.Metric;
import unroll.engine.sequence.Split;

/**
 * Draws sequences of T + 2 n steps as the formal definition of thesis sec. 4.4.5, steps counted from 1: v_1 to v_n are
 * symbols of codes 0 to K - 1, the trigger, code K + 1, is the input at T + n, and the pause, code K, at all other steps; the
 * target is the pause up to step T + n, then v_j at step T + n + j. Every step counts.
 *
 * <p>The prose of the thesis has the trigger at the first of the last n steps, one later.
 */
final class MemorisationTask implements Puzzle {
    private final int symbols;
    private final int length;
    private final int delay;

    MemorisationTask(Memorisation settings) {
        symbols = settings.symbols();
        length = settings.length();
        delay = settings.delay();
    }

    /** The symbols, the pause and the trigger. */
    @Override
    public int inputs() {
        return symbols + 2;
    }

    @Override
    public boolean symbols() {
        return true;
    }

    /** The symbols and the pause. */
    @Override
    public int outputs() {
        return symbols + 1;
    }

    @Override
    public int steps() {
        return delay + 2 * length;
    }

    @Override
    public Loss loss() {
        return Loss.SOFTMAX;
    }

    @Override
    public void draw(Split split, Philox random, Batch batch, int b) {
        int answers = delay + length;
        for (int t = 0; t < steps(); t++) {
            batch.input()[batch.inputAt(t, b)] = t == answers - 1 ? symbols + 1 : symbols;
            batch.weight()[batch.weightAt(t, b)] = 1;
        }
        for (int t = 0; t < answers; t++) {
            batch.target()[batch.targetAt(t, b) + symbols] = 1;
        }
        for (int j = 0; j < length; j++) {
            int symbol = random.integer(0, symbols - 1);
            batch.input()[batch.inputAt(j, b)] = symbol;
            batch.target()[batch.targetAt(answers + j, b) + symbol] = 1;
        }
    }

    /** The thesis counts the symbols of the string in table 7.3, of whole strings in fig. 4.1. */
    @Override
    public List<Metric> metrics() {
        List<Metric> metrics = new ArrayList<>(Puzzle.super.metrics());
        metrics.add(
                new Metric("symbols wrong", "%", (batch, p) -> SequencesWrong.steps(batch, p, loss(), delay + length)));
        return metrics;
    }

    /** Sure of the pause, and ignorant of the string: n ln K for each sequence. */
    @Override
    public Chance chance() {
        double[] means = new double[steps() * outputs()];
        for (int t = 0; t < steps(); t++) {
            for (int o = 0; o < outputs(); o++) {
                boolean pause = o == symbols;
                means[t * outputs() + o] = t < delay + length ? (pause ? 1 : 0) : pause ? 0 : 1.0 / symbols;
            }
        }
        return new Chance(means);
    }

    @Override
    public Appearance appearance() {
        List<String> names = new ArrayList<>(Letters.first(symbols));
        names.add("pause");
        List<String> received = new ArrayList<>(names);
        received.add("trigger");
        return new Appearance.Classes(received, names);
    }
}
