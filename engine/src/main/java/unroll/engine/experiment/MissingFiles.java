package unroll.engine.experiment;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import unroll.engine.file.FileException;
import unroll.engine.setting.FileKind;
import unroll.engine.setting.FilePath;
import unroll.engine.setting.SettingsList;

/** Files of the user's that a run needs are not where its settings say; whoever knows where they are can say so. */
public final class MissingFiles extends FileException {
    private static final long serialVersionUID = 1;

    private final transient Experiment experiment;
    private final transient SequencedMap<String, FilePath> missing;

    /**
     * A complaint about a run.
     *
     * @param run the folder or file in which it is
     * @param experiment what names them
     * @param missing by the paths of their settings, one at least
     */
    MissingFiles(Path run, Experiment experiment, SequencedMap<String, FilePath> missing) {
        super(
                run,
                "needs "
                        + missing.values().stream().map(FilePath::name).collect(Collectors.joining(" and "))
                        + ", which is not there: "
                        + missing.values().stream().map(FilePath::toString).collect(Collectors.joining(", ")),
                null);
        this.experiment = experiment;
        this.missing = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(missing));
    }

    /** What is missing, by the paths of its settings. */
    public SequencedMap<String, FilePath> missing() {
        return missing;
    }

    /** Which files a setting among them can name, if it says so. */
    public Optional<FileKind> kind(String setting) {
        return SettingsList.field(experiment, setting).fileKind();
    }
}
