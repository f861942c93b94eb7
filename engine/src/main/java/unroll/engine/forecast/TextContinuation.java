package unroll.engine.forecast;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import unroll.engine.data.Alphabet;
import unroll.engine.data.PlainText;
import unroll.engine.experiment.Experiment;
import unroll.engine.record.RunException;
import unroll.engine.record.RunFolder;
import unroll.engine.record.SignatureFile;
import unroll.engine.rollout.Sampler;
import unroll.engine.rollout.Stepper;
import unroll.engine.setting.SettingsException;
import unroll.engine.task.Appearance;
import unroll.engine.task.Signature;
import unroll.engine.task.Text;

/** Lets the trained network of a run on a text write on from where another text ends. */
public final class TextContinuation {
    /** The network reads the last characters of a text, at most so many: far more than what networks remember. */
    private static final int MOST_READ = 10_000;

    /** More foreign characters than these are not listed. */
    private static final int MOST_LISTED = 10;

    private final Text settings;
    private final long ownSeed;
    private final List<Integer> alphabet;
    private final Stepper stepper;

    /**
     * The network as the run last saved it. Reads the run's own text only where the run does not know its signature.
     *
     * @throws RunException where the run has no weights yet
     * @throws SettingsException where its task is no text, or its network cannot go on without end
     * @throws unroll.engine.data.DataException where the run's own text cannot be read
     */
    public TextContinuation(RunFolder run) {
        Experiment experiment = run.experiment();
        if (!(experiment.task() instanceof Text text)) {
            throw new SettingsException("task", "a text is continued by networks that learned from one: the task text");
        }
        settings = text;
        ownSeed = experiment.seeds().sampling();
        Signature signature = SignatureFile.of(run, experiment);
        alphabet = ((Appearance.Characters) signature.appearance()).alphabet();
        stepper = TrainedNetwork.of(run, experiment, signature);
    }

    /** The seed of what the run's own views draw. */
    public long seed() {
        return ownSeed;
    }

    /**
     * The characters of a file, read as the run's own text was.
     *
     * @throws unroll.engine.data.DataException where it cannot be read
     */
    public int[] read(Path file) {
        return PlainText.read(file, settings.encoding()).characters();
    }

    /**
     * What the network writes after a text, a character drawn from each prediction.
     *
     * @param text code points, of which the network reads the last 10,000 at most
     * @param characters to write, at least 1
     * @param temperature above 0: at 1 characters are drawn as probable as predicted, below 1 the likelier ones more often
     * @param seed of what is drawn
     * @throws SettingsException where the text is empty or holds characters that the network has no symbol for
     */
    public String after(int[] text, int characters, double temperature, long seed) {
        if (characters < 1) {
            throw new SettingsException("", "a text is continued by 1 or more characters, not " + characters);
        }
        int[] codes = codes(Arrays.copyOfRange(text, Math.max(0, text.length - MOST_READ), text.length));
        Sampler sampler = new Sampler(temperature, seed);
        sampler.restart(0);
        Stepper.NetworkState state = stepper.start();
        double[] probabilities = {};
        StringBuilder written = new StringBuilder();
        for (int t = 0; t < codes.length + characters; t++) {
            int code = t < codes.length ? codes[t] : sampler.draw(probabilities);
            if (t >= codes.length) {
                written.appendCodePoint(alphabet.get(code));
            }
            Stepper.Transition step = stepper.step(state, new double[] {code});
            state = step.state();
            probabilities = step.prediction();
        }
        return written.toString();
    }

    private int[] codes(int[] text) {
        if (text.length == 0) {
            throw new SettingsException("", "give the network at least one character to go on from");
        }
        int[] prepared = settings.lowerCase()
                ? Arrays.stream(text).map(Character::toLowerCase).toArray()
                : text;
        List<String> strange = Arrays.stream(prepared)
                .filter(character -> code(character).isEmpty())
                .distinct()
                .limit(MOST_LISTED)
                .mapToObj(Character::toString)
                .toList();
        if (!strange.isEmpty()) {
            throw new SettingsException(
                    "",
                    "the network has never seen " + strange.stream().collect(Collectors.joining("' '", "'", "'"))
                            + "; leave such characters out of the text");
        }
        return Arrays.stream(prepared)
                .map(character -> code(character).orElseThrow())
                .toArray();
    }

    private OptionalInt code(int character) {
        int own = alphabet.indexOf(character);
        int code = own >= 0 ? own : alphabet.indexOf(Alphabet.OTHER);
        return code >= 0 ? OptionalInt.of(code) : OptionalInt.empty();
    }
}
