package unroll.engine.project;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import unroll.engine.experiment.Experiment;
import unroll.engine.experiment.OwnFiles;
import unroll.engine.file.FileException;
import unroll.engine.record.RunFiles;
import unroll.engine.record.RunFolder;
import unroll.engine.setting.FilePath;
import unroll.engine.setting.SettingsJson;

/** The user's own files that a project carries: beside the run, {@code data/} and then the setting that names them. */
final class CarriedFiles {
    /** The most files. */
    static final int MOST = 10_000;

    /** The most bytes: as much as mails and courses' pages take, and far more than most series and texts have. */
    static final long MOST_BYTES = 64L << 20;

    private final RunFolder run;
    private final SequencedMap<String, Path> files = new LinkedHashMap<>();
    private final List<String> without = new ArrayList<>();
    private Experiment experiment;
    private long bytes;

    private CarriedFiles(RunFolder run, Experiment experiment) {
        this.run = run;
        this.experiment = experiment;
    }

    /** Those of a run; what is too much, or not there, is left out. */
    static CarriedFiles of(RunFolder run, Experiment experiment) {
        CarriedFiles carried = new CarriedFiles(run, experiment);
        for (Map.Entry<String, FilePath> named :
                OwnFiles.named(experiment, !run.history().isEmpty()).entrySet()) {
            try {
                carried.add(named.getKey(), named.getValue(), OwnFiles.behind(experiment, named.getValue()));
            } catch (IOException e) {
                throw new FileException(named.getValue().path(), "cannot be read: " + FileException.reason(e), e);
            }
        }
        return carried;
    }

    private void add(String setting, FilePath named, List<Path> behind) throws IOException {
        long size = 0;
        for (Path file : behind) {
            size += Files.size(file);
        }
        if (behind.isEmpty()) {
            leave(named, "there is nothing of that name now");
            return;
        }
        if (bytes + size > MOST_BYTES || files.size() + behind.size() > MOST) {
            leave(
                    named,
                    behind.size() + " files of " + (size >> 20) + " MB are more than a project carries, " + MOST
                            + " files and " + (MOST_BYTES >> 20) + " MB");
            return;
        }
        String begin = RunFiles.DATA + "/" + setting + "/" + named.name();
        SequencedMap<String, Path> names = new LinkedHashMap<>();
        for (Path file : behind) {
            Path place = Path.of(begin).resolve(named.path().relativize(file)).normalize(); // in it, or beside it
            names.put(place.toString().replace(File.separatorChar, '/'), file);
        }
        if (!names.keySet().stream().allMatch(RunFiles::isData)) {
            leave(named, "it has names in it that other systems do not allow");
            return;
        }
        bytes += size;
        files.putAll(names);
        experiment = SettingsJson.with(
                experiment, setting, run.path().toAbsolutePath().resolve(begin).toString());
    }

    private void leave(FilePath named, String why) {
        without.add(named + " is not inside: " + why + ". Whoever opens the project elsewhere is asked where it is.");
    }

    /** The files, by their names in the run's folder. */
    SequencedMap<String, Path> files() {
        return files;
    }

    /** The experiment as it is written beside them. */
    String json() {
        return SettingsJson.write(experiment, run.path());
    }

    /** A sentence for each that is named but not carried. */
    List<String> without() {
        return without;
    }
}
