package unroll.engine.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import unroll.engine.experiment.Experiment;
import unroll.engine.file.FileException;
import unroll.engine.setting.SettingsJson;

/** An experiment in a file of its own. */
public final class ExperimentFile {
    private ExperimentFile() {}

    /**
     * Reads it; files that it names are looked for beside it first.
     *
     * @throws RunException where the file cannot be read
     * @throws unroll.engine.setting.SettingsException where it is no experiment
     */
    public static Experiment read(Path file) {
        try {
            return SettingsJson.read(
                    Experiment.class, Files.readString(file), file.toString(), file.resolveSibling(""));
        } catch (IOException e) {
            throw new RunException(file, "cannot be read: " + FileException.reason(e), e);
        }
    }
}
