package unroll.engine.task;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import unroll.engine.baseline.Baseline;
import unroll.engine.baseline.Chance;
import unroll.engine.baseline.NGram;
import unroll.engine.data.Alphabet;
import unroll.engine.data.DataException;
import unroll.engine.data.PlainText;
import unroll.engine.loss.CrossEntropy;
import unroll.engine.loss.Loss;
import unroll.engine.random.Philox;
import unroll.engine.sequence.Batch;
import unroll.engine.sequence.Metric;
import unroll.engine.sequence.Split;

/**
 * Predicts the next character of a text: an input is the code of a character, {@code [T][B]}, a target a 1 in the column of
 * the next one's code, {@code [T][B][O]} (18 MB for 100 sequences of 250 steps and 90 symbols); every piece of the window's
 * length is equally probable.
 */
final class TextTask implements Task {
    /** One character in this many is kept back to test on. */
    private static final int KEPT_BACK = 10;

    /** Longer n-grams gain next to nothing on books of up to a megabyte. */
    private static final int ORDER = 6;

    private final Alphabet alphabet;
    private final int[] training;
    private final int[] test;
    private final Optional<Alphabet.Others> others;
    private final List<String> understood;
    private final int window;
    private final int warmUp;

    private TextTask(
            Alphabet alphabet,
            int[] training,
            int[] test,
            Optional<Alphabet.Others> others,
            List<String> understood,
            Text settings) {
        this.alphabet = alphabet;
        this.others = others;
        this.understood = understood;
        this.training = training;
        this.test = test;
        window = settings.window();
        warmUp = settings.warmUp();
    }

    /**
     * The task for the text in {@code file}.
     *
     * @param learned the alphabet of a network that goes on with it; empty for that of the text
     */
    static TextTask of(Path file, Text settings, Optional<Alphabet> learned) {
        PlainText read = PlainText.read(file, settings.encoding());
        int[] text = read.characters();
        if (settings.lowerCase()) {
            lower(text);
        }
        int longest = longest(text);
        if (longest < settings.window()) {
            String advice = longest < Text.SHORTEST
                    ? "take a longer text"
                    : "choose a window of at most " + longest
                            + (longest > settings.warmUp() ? "" : " with a warm-up of fewer characters")
                            + " or a longer text";
            throw new DataException(
                    file,
                    "has " + text.length + " characters; the tenth that is kept back for testing does not hold a"
                            + " window of " + settings.window() + " and the character after it; " + advice);
        }
        int cut = text.length - text.length / KEPT_BACK;
        Alphabet alphabet = learned.orElseGet(() -> Alphabet.of(text, cut, settings.symbols()));
        alphabet.unknown(text).ifPresent(strange -> {
            throw new DataException(
                    file,
                    "holds '" + Character.toString(strange)
                            + "', for which the network has no symbol: it learned from a text without; begin a new"
                            + " run");
        });
        if (alphabet.size() < 2) {
            throw new DataException(file, "repeats a single character; there is nothing to predict");
        }
        Optional<Alphabet.Others> others = alphabet.others(text, cut);
        return new TextTask(
                alphabet,
                alphabet.codes(text, 0, cut),
                alphabet.codes(text, cut, text.length),
                others,
                understood(file, read, others),
                settings);
    }

    private static List<String> understood(Path file, PlainText text, Optional<Alphabet.Others> others) {
        long different = Arrays.stream(text.characters()).distinct().count();
        List<String> understood = new ArrayList<>();
        understood.add(String.format(
                Locale.ROOT,
                "%s: %,d characters in %s, %,d different ones.",
                file.getFileName(),
                text.characters().length,
                text.encoding(),
                different));
        others.ifPresent(merged -> understood.add(String.format(
                Locale.ROOT,
                "%,d of these, " + (merged.share() < 0.1 ? "%.2g" : "%.0f")
                        + " %% of the text, share one symbol; bits per character count which of them it is, by"
                        + " how frequent it is in the part to learn from.",
                merged.characters(),
                100 * merged.share())));
        return List.copyOf(understood);
    }

    /** The longest window that the part kept back for testing holds, with the character after it. */
    static int longest(int[] text) {
        return text.length / KEPT_BACK - 1;
    }

    private static void lower(int[] text) {
        for (int i = 0; i < text.length; i++) {
            text[i] = Character.toLowerCase(text[i]);
        }
    }

    @Override
    public int inputs() {
        return alphabet.size();
    }

    @Override
    public boolean symbols() {
        return true;
    }

    @Override
    public int outputs() {
        return alphabet.size();
    }

    @Override
    public int steps() {
        return window;
    }

    @Override
    public Loss loss() {
        return Loss.SOFTMAX;
    }

    @Override
    public void draw(Split split, Philox random, Batch batch, int b) {
        int[] text = split == Split.TRAIN ? training : test;
        int place = random.integer(0, text.length - window - 1);
        for (int t = 0; t < window; t++) {
            batch.input()[batch.inputAt(t, b)] = text[place + t];
            batch.target()[batch.targetAt(t, b) + text[place + t + 1]] = 1;
            batch.weight()[batch.weightAt(t, b)] = t < warmUp ? 0 : 1;
        }
    }

    @Override
    public List<Metric> metrics() {
        return List.of(
                new Metric(
                        others.isEmpty() ? "cross-entropy per character" : "cross-entropy per symbol",
                        "nats",
                        TextTask::nats),
                new Metric(
                        "cross-entropy per character",
                        "bits",
                        (batch, predictions) -> (nats(batch, predictions) + within(batch)) / Math.log(2)));
    }

    /** What it takes besides the symbols, in nats per step that counts, to say which character it is where several share one. */
    private double within(Batch batch) {
        if (others.isEmpty()) {
            return 0;
        }
        double shared = 0;
        double all = 0;
        for (int t = 0; t < batch.steps(); t++) {
            for (int b = 0; b < batch.sequences(); b++) {
                double weight = batch.weight()[batch.weightAt(t, b)];
                shared += weight * batch.target()[batch.targetAt(t, b) + alphabet.size() - 1];
                all += weight;
            }
        }
        return shared / all * others.get().nats();
    }

    private static double nats(Batch batch, double[] predictions) {
        return CountedSteps.mean(batch, predictions, CrossEntropy::ofClass);
    }

    /** The targets leave nothing open. */
    @Override
    public double floor(Batch batch) {
        return 0;
    }

    @Override
    public List<Baseline> baselines() {
        return List.of(
                new NGram(training, alphabet.size(), ORDER),
                new NGram(training, alphabet.size(), 1),
                Chance.uniform(window, alphabet.size()));
    }

    @Override
    public List<String> understood() {
        return understood;
    }

    @Override
    public Appearance appearance() {
        return new Appearance.Characters(alphabet.symbols());
    }
}
