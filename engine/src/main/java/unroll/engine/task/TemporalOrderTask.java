package unroll.engine.task;

import java.util.ArrayList;
import java.util.List;
import unroll.engine.baseline.Chance;
import unroll.engine.loss.Loss;
import unroll.engine.random.Philox;
import unroll.engine.sequence.Batch;
import unroll.engine.sequence.Split;

/**
 * Draws streams of T symbols as thesis sec. 4.4.2 and 4.4.3: those of codes 2 to 5 mean nothing; from i[k T / 10, (k + 1) T
 * / 10], fractions rounded down, counted from 1, comes for each of some k the place of a symbol of code 0 or 1. The target
 * at T is their sequence, read as a binary number; no other step counts.
 */
final class TemporalOrderTask implements Puzzle {
    private static final int SPECIAL = 2;
    private static final int SYMBOLS = 6;

    private final int length;
    private final int[] tenths;

    /** With one special symbol for each k of {@code tenths}, in their order. */
    TemporalOrderTask(int length, int... tenths) {
        this.length = length;
        this.tenths = tenths.clone();
    }

    @Override
    public int inputs() {
        return SYMBOLS;
    }

    @Override
    public boolean symbols() {
        return true;
    }

    @Override
    public int outputs() {
        return 1 << tenths.length;
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
    public void draw(Split split, Philox random, Batch batch, int b) {
        for (int t = 0; t < length; t++) {
            batch.input()[batch.inputAt(t, b)] = random.integer(SPECIAL, SYMBOLS - 1);
        }
        int answer = 0;
        for (int tenth : tenths) {
            int place = random.integer(tenth * length / 10, (tenth + 1) * length / 10);
            int symbol = random.integer(0, SPECIAL - 1);
            batch.input()[batch.inputAt(place - 1, b)] = symbol;
            answer = SPECIAL * answer + symbol;
        }
        batch.target()[batch.targetAt(length - 1, b) + answer] = 1;
        batch.weight()[batch.weightAt(length - 1, b)] = 1;
    }

    @Override
    public Chance chance() {
        return Chance.uniform(length, outputs());
    }

    @Override
    public Appearance appearance() {
        List<String> answers = new ArrayList<>();
        for (int answer = 0; answer < outputs(); answer++) {
            StringBuilder order = new StringBuilder();
            for (int place = tenths.length - 1; place >= 0; place--) {
                order.append((answer >> place) % SPECIAL == 0 ? 'X' : 'Y');
            }
            answers.add(order.toString());
        }
        List<String> received = new ArrayList<>(List.of("X", "Y"));
        received.addAll(Letters.first(SYMBOLS - SPECIAL));
        return new Appearance.Classes(received, answers);
    }
}
