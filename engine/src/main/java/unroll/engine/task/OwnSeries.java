package unroll.engine.task;

import java.nio.file.Path;
import java.util.List;
import unroll.engine.format.Tables;
import unroll.engine.series.ColumnSettings;
import unroll.engine.series.Gaps;
import unroll.engine.series.HeldBack;
import unroll.engine.series.MissingValues;
import unroll.engine.series.SeriesForm;
import unroll.engine.series.SeriesSplit;
import unroll.engine.series.SeriesTables;
import unroll.engine.setting.FileKind;
import unroll.engine.setting.FilePath;
import unroll.engine.setting.Kind;
import unroll.engine.setting.Setting;
import unroll.engine.setting.SettingsException;
import unroll.engine.table.TableForm;

/**
 * The user's own series: a later row of a table has to be predicted, most often the next.
 *
 * @param folder a table, or a folder of tables with the same columns
 * @param form how the files are read
 * @param columns what their columns are for
 * @param missing what stands where a value is missing
 * @param gaps what happens where time leaps
 * @param lead steps from a row to the one that is its target
 * @param window steps of a training sequence
 * @param warmUp steps at the beginning of a sequence that do not count
 * @param heldBack which part is held back for testing
 * @param share of the data that is held back
 * @param standardise whether each column is brought to mean 0 and deviation 1 (those of the training part)
 */
@Kind(
        name = "own-series",
        label = "Own series",
        help = "Predict the next rows of tables of your own: a row is a time step, a column a number that is measured.")
public record OwnSeries(
        @Setting(
                label = "Folder",
                help = "A table, or a folder of tables with the same columns. A folder can have the folders 'train' and"
                        + " 'test' inside.",
                initial = "sample-data/pendulum")
        @FileKind(
                words = "series",
                endings = {
                    ".csv",
                    ".tsv",
                    ".tab",
                    ".dat",
                    ".psv",
                    ".csv.gz",
                    ".tsv.gz",
                    ".tab.gz",
                    ".dat.gz",
                    ".psv.gz",
                    ".jsonl",
                    ".ndjson",
                    ".jsonl.gz",
                    ".ndjson.gz",
                    ".arff",
                    ".arff.gz",
                    ".ts",
                    ".ts.gz",
                    ".tsf",
                    ".tsf.gz",
                    ".npy",
                    ".npz",
                    ".xlsx",
                    ".xlsm",
                    ".xls",
                    ".parquet"
                },
                shared = ".txt",
                folder = true)
        FilePath folder,

        @Setting(label = "Form of the file", help = "How the file is read; what is left open is found.")
        TableForm form,

        @Setting(label = "Columns", help = "What the columns are for; what is left open is found.")
        ColumnSettings columns,

        @Setting(
                label = "Missing values",
                help = "What stands where a value is missing: the one before, one on the line between its neighbours,"
                        + " or the mean with an input that says so; or such data are refused.",
                initial = "carry-on")
        MissingValues missing,

        @Setting(
                label = "Gaps in time",
                help = "Where time leaps: keep the rows as they are, divide the series there, or fill in rows whose"
                    + " values are missing. Resample: also where steps are uneven, rows at even ones, each the mean of"
                    + " those nearest to it.",
                initial = "keep")
        Gaps gaps,

        @Setting(
                label = "Lead",
                help = "How many steps ahead the target is: 1 for the next row, 0 for the same one, less for an earlier"
                        + " one.",
                unit = "steps",
                initial = "1",
                min = -1000,
                max = 1000)
        int lead,

        @Setting(
                label = "Window",
                help = "Steps of a training sequence, cut out of the series at random places.",
                unit = "steps",
                initial = "50",
                min = Windows.SHORTEST,
                max = 10_000)
        int window,

        @Setting(
                label = "Warm-up",
                help = "Steps at the beginning of a sequence that are read but do not count: a network that begins"
                        + " anew there knows less than it will.",
                unit = "steps",
                initial = "0",
                min = 0,
                max = 9999)
        int warmUp,

        @Setting(
                label = "Held back",
                help = "What is held back for testing: the last rows of each series, or the last of several series;"
                        + " found: series of a folder, else rows.",
                initial = "found")
        HeldBack heldBack,

        @Setting(
                label = "Share held back",
                help = "How much of the data is held back for testing.",
                initial = "0.2",
                min = 0.01,
                max = 0.9)
        double share,

        @Setting(
                label = "Standardise",
                help = "Bring each column to mean 0 and standard deviation 1; errors are reported in that unit,"
                        + " sequences are shown in the data's own.",
                initial = "true")
        boolean standardise)
        implements TaskSettings {

    public OwnSeries {
        if (window < Windows.SHORTEST) {
            throw new SettingsException("", "a window needs at least " + Windows.SHORTEST + " steps, not " + window);
        }
        if (warmUp < 0 || warmUp >= window) {
            throw new SettingsException("", "a warm-up of " + warmUp + " steps leaves nothing of windows of " + window);
        }
        if (!(share > 0 && share < 1)) {
            throw new SettingsException("", "the share held back must lie between 0 and 1, not be " + share);
        }
    }

    @Override
    public Task open() {
        return open(read());
    }

    @Override
    public Task reopen(Signature learned) {
        return learned.code()
                .map(code -> open(SeriesSplit.again(folder.path(), seriesForm(), code)))
                .orElseGet(this::open);
    }

    /**
     * The task of tables that were read already, as {@link #folder} and {@link #form} say.
     *
     * @throws unroll.engine.data.DataException where they cannot be used
     */
    public Task open(SeriesTables tables) {
        return open(standard(SeriesSplit.of(tables, seriesForm())));
    }

    /** How the files are made into series. */
    public SeriesForm seriesForm() {
        return new SeriesForm(form, columns, missing, gaps, heldBack, share);
    }

    /**
     * The series in the units that the network has them in.
     *
     * @throws unroll.engine.data.DataException where the files cannot be used
     */
    public SeriesSplit read() {
        return standard(SeriesSplit.read(folder.path(), seriesForm()));
    }

    private SeriesSplit standard(SeriesSplit split) {
        return standardise ? split.standardised() : split;
    }

    /** The task on series that were read. */
    public Task open(SeriesSplit split) {
        if (lead < 1 && split.shape().targets().stream().anyMatch(split.shape().inputs()::contains)) {
            throw new SettingsException(
                    "",
                    "a lead of " + lead + " predicts what is given; take columns that are inputs only or targets only");
        }
        Windows.requireOne(folder.path(), split, window, lead);
        return new NextRowTask(split, window, warmUp, lead, SeriesErrors.of(split));
    }

    @Override
    public Fitted fitted() {
        return fitted(read());
    }

    /** The same for tables that were read already, as {@link #folder} and {@link #form} say. */
    public Fitted fitted(SeriesTables tables) {
        return fitted(standard(SeriesSplit.of(tables, seriesForm())));
    }

    private Fitted fitted(SeriesSplit split) {
        int longest = Windows.longest(split, lead);
        OwnSeries fitted = longest < Windows.SHORTEST || longest >= window ? this : windowed(longest);
        return new Fitted(this, fitted, fitted.open(split));
    }

    /** The same with windows of so many steps. */
    public OwnSeries windowed(int steps) {
        int before = Math.min(warmUp, steps - 1);
        return new OwnSeries(folder, form, columns, missing, gaps, lead, steps, before, heldBack, share, standardise);
    }

    @Override
    public List<Path> files() {
        return SeriesTables.files(folder.path());
    }

    @Override
    public boolean recognises() {
        return Tables.holdsNumbers(folder.path());
    }
}
