package unroll.engine.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import unroll.engine.baseline.Baseline;
import unroll.engine.baseline.Constant;
import unroll.engine.loss.Alignment;
import unroll.engine.loss.Loss;
import unroll.engine.loss.OneHot;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;
import unroll.engine.sequence.Batch;
import unroll.engine.sequence.Metric;
import unroll.engine.sequence.Split;

/**
 * Draws words and speaks them: each symbol's pattern for some frames, with one frame of noise alone between equal
 * neighbours, without which a pair could not be distinguished from one slow symbol.
 *
 * <p>The target is the word as an alignment that does not show when the symbols were spoken ({@link OneHot}): a label a
 * frame from the first frame on, a blank between labels that would merge, blanks to the end. Frames that exist have
 * weight 1.
 */
final class SpellingTask implements Task {
    /** Solved where fewer than this percentage of the labels are wrong. */
    private static final double SOLVED = 1;

    private final Spelling settings;
    private final double[] patterns;

    SpellingTask(Spelling settings) {
        this.settings = settings;
        Philox random = new Philox(settings.voice(), Purpose.SAMPLING);
        patterns = new double[settings.symbols() * settings.channels()];
        for (int i = 0; i < patterns.length; i++) {
            patterns[i] = random.gaussian();
        }
    }

    @Override
    public int inputs() {
        return settings.channels();
    }

    @Override
    public int outputs() {
        return settings.symbols() + 1;
    }

    @Override
    public int steps() {
        return settings.longest() * (settings.slowest() + 1) - 1;
    }

    @Override
    public Loss loss() {
        return Loss.SOFTMAX;
    }

    @Override
    public Optional<Alignment> alignment() {
        return Optional.of(new Alignment(settings.collapse(), settings.longest()));
    }

    @Override
    public boolean generative() {
        return false;
    }

    @Override
    public void draw(Split split, Philox random, Batch batch, int b) {
        int blank = settings.symbols();
        int length = random.integer(settings.shortest(), settings.longest());
        int frames = 0;
        int rows = 0;
        int previous = blank;
        for (int m = 0; m < length; m++) {
            int label = random.integer(0, blank - 1);
            if (label == previous) {
                frame(blank, random, batch, frames++, b);
            }
            if (settings.collapse().merges(previous, label)) {
                write(blank, batch, rows++, b);
            }
            write(label, batch, rows++, b);
            for (int left = random.integer(settings.briefest(), settings.slowest()); left > 0; left--) {
                frame(label, random, batch, frames++, b);
            }
            previous = label;
        }
        while (rows < frames) {
            write(blank, batch, rows++, b);
        }
    }

    /** A frame of a symbol, or of noise alone for the blank. */
    private void frame(int label, Philox random, Batch batch, int t, int b) {
        int at = batch.inputAt(t, b);
        for (int i = 0; i < settings.channels(); i++) {
            double pattern = label == settings.symbols() ? 0 : patterns[label * settings.channels() + i];
            batch.input()[at + i] = pattern + settings.noise() * random.gaussian();
        }
        batch.weight()[batch.weightAt(t, b)] = 1;
    }

    private static void write(int label, Batch batch, int t, int b) {
        batch.target()[batch.targetAt(t, b) + label] = 1;
    }

    @Override
    public List<Metric> metrics() {
        var judge = new SpellingJudge(settings.collapse(), settings.longest(), settings.beam());
        return List.of(
                new Metric("loss per frame", "nats", judge::loss),
                new Metric("label errors", "%", judge::beamErrors),
                new Metric("best-path errors", "%", judge::pathErrors));
    }

    @Override
    public double floor(Batch batch) {
        return 0;
    }

    /** The mean target holds each label's share of the frames: in the thesis' form the best outputs that never change. */
    @Override
    public List<Baseline> baselines() {
        return List.of(new Constant(loss()));
    }

    @Override
    public Appearance appearance() {
        List<String> outputs = new ArrayList<>(numbered("symbol", settings.symbols()));
        outputs.add("blank");
        return new Appearance.Classes(numbered("channel", inputs()), List.copyOf(outputs));
    }

    private static List<String> numbered(String name, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> name + " " + i).toList();
    }

    @Override
    public boolean solved(double[] scores) {
        return scores[1] < SOLVED;
    }
}
