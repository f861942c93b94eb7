package unroll.engine.task;

import java.nio.file.Path;
import java.util.List;
import unroll.engine.data.SeriesSplit;
import unroll.engine.setting.FileKind;
import unroll.engine.setting.FilePath;
import unroll.engine.setting.Kind;
import unroll.engine.setting.Setting;
import unroll.engine.setting.SettingsException;

/**
 * The user's own series: the next row of a table has to be predicted.
 *
 * @param folder a folder of CSV files, one sequence each, or one CSV file
 * @param window steps of a training sequence
 * @param standardise whether each column is brought to mean 0 and deviation 1 (those of the training part)
 */
@Kind(
        name = "own-series",
        label = "Own series",
        help = "Predict the next row of your own CSV files: a row is a time step, a file is a sequence.")
public record OwnSeries(
        @Setting(
                label = "Folder",
                help = "A folder of CSV files, or one file. The last fifth is kept back for testing, unless there are "
                        + "folders 'train' and 'test' inside.",
                initial = "sample-data/pendulum")
        @FileKind(
                words = "series",
                endings = {".csv", ".tsv"},
                folder = true)
        FilePath folder,

        @Setting(
                label = "Window",
                help = "Steps of a training sequence, cut out of the files at random places.",
                unit = "steps",
                initial = "50",
                min = Windows.SHORTEST,
                max = 10_000)
        int window,

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
    }

    @Override
    public Task open() {
        SeriesSplit split = SeriesSplit.read(folder.path());
        return NextRowTask.of(
                folder.path(), standardise ? split.standardised() : split, List.of(split.namesOfColumns()), window, 0);
    }

    @Override
    public OwnSeries fitted() {
        int longest = Windows.longest(SeriesSplit.read(folder.path()));
        return longest < Windows.SHORTEST || longest >= window ? this : new OwnSeries(folder, longest, standardise);
    }

    @Override
    public List<Path> files() {
        return SeriesSplit.files(folder.path());
    }
}
