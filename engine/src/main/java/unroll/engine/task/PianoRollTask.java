package unroll.engine.task;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import unroll.engine.baseline.Baseline;
import unroll.engine.baseline.Chance;
import unroll.engine.baseline.CopyLast;
import unroll.engine.baseline.LogisticAutoregression;
import unroll.engine.baseline.OwnPast;
import unroll.engine.baseline.Whole;
import unroll.engine.loss.CrossEntropy;
import unroll.engine.loss.Loss;
import unroll.engine.music.MusicSet;
import unroll.engine.music.PianoRoll;
import unroll.engine.random.Philox;
import unroll.engine.sequence.Batch;
import unroll.engine.sequence.Metric;
import unroll.engine.sequence.Split;

/**
 * Predicts which keys sound: the target of step t is step t of a piece, its input the step before, nothing where the piece begins.
 *
 * <p>A training sequence lies anywhere in a piece, pieces are as probable as they are long. The test sequences are windows side by side:
 * together all steps of all test pieces.
 */
final class PianoRollTask implements Task {
    /** Chosen on the validation part of the chorales of Boulanger-Lewandowski et al. (2012); a half or two are as good. */
    private static final double RIDGE = 1;

    /** What baselines learn from at most: more would take long and change little. */
    private static final int STEPS_LEARNED = 50_000;

    private final MusicSet music;
    private final int window;
    private final int transpose;

    /** The steps before each training piece, and all of them. */
    private final long[] before;

    private final int[] lowest;
    private final int[] highest;
    private final List<Window> tests;

    /** A stretch of a piece. */
    private record Window(PianoRoll piece, int from) {}

    /**
     * The task over two parts of music.
     *
     * @param window steps of a sequence
     * @param transpose the most semitones by which training sequences are moved
     */
    PianoRollTask(MusicSet music, int window, int transpose) {
        this.music = music;
        this.window = window;
        this.transpose = transpose;
        List<PianoRoll> pieces = music.training();
        before = new long[pieces.size() + 1];
        for (int i = 0; i < pieces.size(); i++) {
            before[i + 1] = before[i] + pieces.get(i).frames();
        }
        lowest = pieces.stream().mapToInt(PianoRoll::lowest).toArray();
        highest = pieces.stream().mapToInt(PianoRoll::highest).toArray();
        tests = windows(music.test());
    }

    private List<Window> windows(List<PianoRoll> pieces) {
        List<Window> windows = new ArrayList<>();
        for (PianoRoll piece : pieces) {
            for (int from = 0; from < piece.frames(); from += window) {
                windows.add(new Window(piece, from));
            }
        }
        return windows;
    }

    @Override
    public int inputs() {
        return music.keyboard().count();
    }

    @Override
    public int outputs() {
        return inputs();
    }

    @Override
    public int steps() {
        return window;
    }

    @Override
    public Loss loss() {
        return Loss.LOGISTIC;
    }

    @Override
    public boolean draws() {
        return true;
    }

    @Override
    public int testSequences(int wanted) {
        return Math.min(wanted, tests.size());
    }

    /** A test sequence is the window of the stream's index. */
    @Override
    public void draw(Split split, Philox random, Batch batch, int b) {
        if (split == Split.TEST) {
            Window test = tests.get((int) Math.floorMod(random.index(), (long) tests.size()));
            copy(test.piece(), test.from(), 0, batch, b);
            return;
        }
        int number = piece((long) (random.nextDouble() * before[before.length - 1]));
        PianoRoll piece = music.training().get(number);
        int from = random.integer(0, Math.max(0, piece.frames() - window));
        copy(piece, from, semitones(number, random), batch, b);
    }

    /** The training piece in which a step of all lies. */
    private int piece(long step) {
        int low = 0;
        int high = before.length - 2;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (before[middle] <= step) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** How far it is moved: no further than its keys have room. */
    private int semitones(int piece, Philox random) {
        if (transpose == 0 || highest[piece] < 0) {
            return 0;
        }
        int last = music.keyboard().first() + inputs() - 1;
        int down = Math.min(transpose, lowest[piece] - music.keyboard().first());
        int up = Math.min(transpose, last - highest[piece]);
        return random.integer(-down, up);
    }

    private void copy(PianoRoll piece, int from, int semitones, Batch batch, int b) {
        copy(piece, from, semitones, Math.min(window, piece.frames() - from), batch, b, 0);
    }

    /** Copies {@code count} steps of a piece into those of a column from {@code at} on. */
    private static void copy(PianoRoll piece, int from, int semitones, int count, Batch batch, int b, int at) {
        for (int t = 0; t < count; t++) {
            if (from + t > 0) {
                piece.copy(from + t - 1, semitones, batch.input(), batch.inputAt(at + t, b));
            }
            piece.copy(from + t, semitones, batch.target(), batch.targetAt(at + t, b));
            batch.weight()[batch.weightAt(at + t, b)] = 1;
        }
    }

    @Override
    public List<Metric> metrics() {
        return List.of(
                new Metric(
                        "negative log-likelihood per step",
                        "nats",
                        (batch, predictions) -> CountedSteps.mean(batch, predictions, CrossEntropy::divergence)),
                new Metric("frame accuracy", "%", PianoRollTask::accuracy));
    }

    /** The share of keys that were rightly predicted among those that sound or were predicted, at even odds (Bay et al. 2009). */
    private static double accuracy(Batch batch, double[] predictions) {
        double right = CountedSteps.sum(batch, predictions, (p, y) -> p > 0.5 && y > 0.5 ? 1 : 0);
        double either = CountedSteps.sum(batch, predictions, (p, y) -> p > 0.5 || y > 0.5 ? 1 : 0);
        return either > 0 ? 100 * right / either : 0;
    }

    /** Keys sound or do not: the targets leave nothing open. */
    @Override
    public double floor(Batch batch) {
        return 0;
    }

    @Override
    public List<Baseline> baselines() {
        KeyCounts counts = KeyCounts.of(music.training(), music.keyboard());
        return List.of(
                new Whole(new LogisticAutoregression(RIDGE), this::learned),
                new OwnPast(counts.afterOff(), counts.afterOn()),
                new CopyLast(loss()),
                Chance.always(window, counts.ever()).named("independent notes"));
    }

    /** The training pieces one behind the other, each beginning after nothing; of long music some pieces, evenly spread. */
    private Batch learned() {
        List<PianoRoll> pieces = music.training();
        int apart = (int) Math.ceilDiv(before[before.length - 1], STEPS_LEARNED);
        List<PianoRoll> some = IntStream.range(0, pieces.size())
                .filter(i -> i % apart == 0)
                .mapToObj(pieces::get)
                .toList();
        Batch batch = new Batch(some.stream().mapToInt(PianoRoll::frames).sum(), 1, inputs(), outputs());
        int at = 0;
        for (PianoRoll piece : some) {
            copy(piece, 0, 0, piece.frames(), batch, 0, at);
            at += piece.frames();
        }
        return batch;
    }

    @Override
    public List<String> understood() {
        return music.understood();
    }

    @Override
    public Appearance appearance() {
        return new Appearance.Notes(music.keyboard(), music.step());
    }
}
