package unroll.engine.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;
import unroll.engine.experiment.Experiment;
import unroll.engine.setting.SettingsJson;

/** Options of commands that begin a run: settings to change, and the folder. */
final class NewRunOptions {
    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = "Change a setting, such as task.balls=2 or optimiser=momentum; may be repeated. "
                    + "All settings: docs/settings.md.")
    private List<String> changes = List.of();

    @Option(names = "--runs", paramLabel = "FOLDER", description = "Where run folders go (default: ${DEFAULT-VALUE}).")
    private Path runs = RunsFolder.ofUser();

    /** Where its folder goes. */
    Path runs() {
        return runs;
    }

    /**
     * The experiment with all changes, which are judged together; of two of one setting the later counts.
     *
     * @throws IllegalArgumentException where one is no change
     * @throws unroll.engine.setting.SettingsException where a setting is unknown or its value is none
     */
    Experiment changed(Experiment experiment) {
        Map<String, String> wanted = new LinkedHashMap<>();
        for (String change : changes) {
            SettingChange one = SettingChange.of(change);
            wanted.put(one.path(), one.value());
        }
        return SettingsJson.with(experiment, wanted);
    }
}
