package unroll.engine.cli;

import java.util.List;
import picocli.CommandLine.Option;
import unroll.engine.run.Experiment;
import unroll.engine.setting.SettingsJson;

/** Settings that a command line changes. */
final class Changes {
    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = "Change a setting, such as task.balls=2 or optimiser=momentum; may be repeated. "
                    + "All settings: docs/settings.md.")
    private List<String> changes = List.of();

    /**
     * The experiment with all of them, in their order.
     *
     * @throws IllegalArgumentException where one is no change
     * @throws unroll.engine.setting.SettingsException where a setting is unknown or its value is none
     */
    Experiment applied(Experiment experiment) {
        Experiment changed = experiment;
        for (String change : changes) {
            int equals = change.indexOf('=');
            if (equals < 0) {
                throw new IllegalArgumentException("--set " + change + ": write PATH=VALUE, such as task.balls=2");
            }
            changed = SettingsJson.with(
                    changed,
                    change.substring(0, equals).strip(),
                    change.substring(equals + 1).strip());
        }
        return changed;
    }
}
