package unroll.engine.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import unroll.engine.experiment.Experiment;
import unroll.engine.experiment.MissingFiles;
import unroll.engine.experiment.OwnFiles;
import unroll.engine.file.AtomicFile;
import unroll.engine.forecast.ForecastText;
import unroll.engine.forecast.Forecaster;
import unroll.engine.forecast.TextContinuation;
import unroll.engine.record.InputFiles;
import unroll.engine.record.RunFolder;
import unroll.engine.record.SignatureFile;
import unroll.engine.series.SeriesTables;
import unroll.engine.task.OwnSeries;
import unroll.engine.task.Text;

/** {@code unroll predict}: what the network of a run predicts of a table, or how it writes a text on. */
@Command(
        name = "predict",
        mixinStandardHelpOptions = true,
        description = {
            "Predict the rows of a table, or of each table of a folder, and those that follow it, by the network of a"
                    + " run that learned from one; the result is CSV with the data's own times and units.",
            "A run that learned from a text continues another one, or the words behind --text."
        })
public final class PredictCommand implements Callable<Integer> {
    /** A line or two of a book. */
    private static final int CHARACTERS = 200;

    private final PrintStream out;
    private final PrintStream err;

    @Mixin
    private RunArgument run = new RunArgument();

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "FILE",
            description = "A table with the columns that the network is given, or a folder of them; or a text.")
    private @Nullable Path file;

    @Option(
            names = "--ahead",
            paramLabel = "N",
            description = "Predict 1 to N steps ahead, the later ones from the network's own predictions (default: 1);"
                    + " of a text, the characters to write (default: 200).")
    private @Nullable Integer ahead;

    @Option(
            names = "--to",
            paramLabel = "FILE",
            description =
                    "The CSV or text to write; one that is there is replaced, except data that are read. Without it the"
                            + " result is printed.")
    private @Nullable Path to;

    @Option(names = "--text", paramLabel = "WORDS", description = "A text to continue, in place of a file.")
    private @Nullable String text;

    @Option(
            names = "--temperature",
            paramLabel = "T",
            description =
                    "Of a text: at 1 characters are drawn as probable as predicted, below 1 the likelier ones more"
                            + " often (default: 1).")
    private @Nullable Double temperature;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Of a text: other characters are drawn with another one (default: that of the run).")
    private @Nullable Long seed;

    /**
     * The command over streams.
     *
     * @param err has what is said beside a result that is printed, and what of the run's data has changed
     */
    public PredictCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() {
        RunFolder folder = run.folder();
        Experiment experiment = folder.experiment();
        if (to != null) {
            ResultFile.requireOther(to, experiment);
            ResultFile.requireOther(to, file == null ? List.of() : SeriesTables.files(file));
        }
        switch (experiment.task()) {
            case OwnSeries _ -> {
                tellChanges(folder, experiment, "columns, means and deviations");
                predictRows(folder);
            }
            case Text _ -> {
                tellChanges(folder, experiment, "alphabet");
                continueText(folder);
            }
            default ->
                throw new IllegalArgumentException(
                        "this run learned neither from a table nor from a text; predictions of"
                                + " a file are made by runs of the tasks own-series and text");
        }
        return 0;
    }

    /**
     * Tells what has changed of the data that the run learned from, where it did not keep what it needs of them.
     *
     * @param taken what is taken from them to read others
     * @throws IllegalArgumentException where they are not there any more
     */
    private void tellChanges(RunFolder folder, Experiment experiment, String taken) {
        if (SignatureFile.isKept(folder)) {
            return;
        }
        try {
            OwnFiles.check(folder.path(), experiment, true);
        } catch (MissingFiles e) {
            throw new IllegalArgumentException(
                    e.getMessage() + "; the run learned from it and reads other data by its " + taken + ": put it back",
                    e);
        }
        InputFiles.differences(folder, experiment).stream()
                .map(sentence -> sentence + " Predictions are made by its " + taken
                        + " of now and can differ from those of then.")
                .map(PrintedText::of)
                .forEach(err::println);
    }

    private void predictRows(RunFolder folder) {
        if (text != null || temperature != null || seed != null) {
            throw new IllegalArgumentException("--text, --temperature and --seed are for runs that learned from a text;"
                    + " this one learned from a table: name a table");
        }
        if (file == null) {
            throw new IllegalArgumentException("name the table to predict, after the run");
        }
        Forecaster forecaster = new Forecaster(folder);
        ForecastText said = forecaster.text(file, ahead == null ? 1 : ahead);
        result(said.csv());
        PrintStream beside = to == null ? err : out;
        if (to != null) {
            beside.println(PrintedText.of(to + ": " + said.rows() + (said.rows() == 1 ? " row" : " rows")));
        }
        said.remarks().forEach(line -> beside.println(PrintedText.of(line)));
    }

    private void continueText(RunFolder folder) {
        TextContinuation network = new TextContinuation(folder);
        String words = text;
        Path read = file;
        if (words != null && read == null) {
            continueText(network, words.codePoints().toArray(), words);
        } else if (read != null && words == null) {
            continueText(network, network.read(read), "");
        } else {
            throw new IllegalArgumentException(
                    "this run learned from a text: name a text file to continue, or give words with --text");
        }
    }

    private void continueText(TextContinuation network, int[] before, String shown) {
        result(shown
                + network.after(
                        before,
                        ahead == null ? CHARACTERS : ahead,
                        temperature == null ? 1 : temperature,
                        seed == null ? network.seed() : seed)
                + "\n");
        if (to != null) {
            out.println(PrintedText.of(to.toString()));
        }
    }

    private void result(String words) {
        if (to == null) {
            out.print(words);
        } else {
            AtomicFile.write(to.toAbsolutePath(), words.getBytes(StandardCharsets.UTF_8));
        }
    }
}
