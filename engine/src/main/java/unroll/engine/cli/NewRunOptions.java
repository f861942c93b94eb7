package unroll.engine.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import picocli.CommandLine.Option;
import unroll.engine.experiment.Examples;
import unroll.engine.experiment.Experiment;
import unroll.engine.experiment.OwnExperiment;
import unroll.engine.home.UserFolders;
import unroll.engine.setting.SettingsJson;
import unroll.engine.setting.SettingsList;

/** Options of commands that begin a run: settings to change, and the folder. */
final class NewRunOptions {
    private static final String TASK = "task";

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = "Change a setting, such as task.balls=2 or optimiser=momentum; may be repeated. "
                    + "All settings: docs/settings.md.")
    private List<String> changes = List.of();

    @Option(names = "--runs", paramLabel = "FOLDER", description = "Where run folders go (default: ${DEFAULT-VALUE}).")
    private Path runs = UserFolders.ofUser().runs();

    /** Where its folder goes. */
    Path runs() {
        return runs;
    }

    /**
     * The experiment for whoever names no file: with another task that one's own example, or else {@code initial} under the task's
     * name, and then all changes, judged together.
     *
     * @throws IllegalArgumentException as below
     */
    Experiment begun(Experiment initial) {
        List<SettingChange> all = changes.stream().map(SettingChange::of).toList();
        int chosen = IntStream.range(0, all.size())
                .filter(i -> chooses(all.get(i)))
                .reduce((first, last) -> last)
                .orElse(-1);
        if (chosen < 0) {
            return changed(initial, all);
        }
        String task = all.get(chosen).value();
        List<SettingChange> rest = IntStream.range(0, all.size())
                .filter(i -> i > chosen || !ofTask(all.get(i))) // another task takes those before with it
                .mapToObj(all::get)
                .toList();
        Experiment example = Examples.of(task).orElseGet(() -> initial.ofTask(task));
        return calledByItsFile(example, changed(example, rest));
    }

    /** The experiment called by the file that is learned from, where that is another than the example's and nobody gave it a name. */
    private static Experiment calledByItsFile(Experiment example, Experiment changed) {
        if (!changed.name().equals(example.name())
                || SettingsList.files(changed).equals(SettingsList.files(example))) {
            return changed;
        }
        return SettingsList.files(changed).values().stream()
                .flatMap(file -> OwnExperiment.of(file.path()).stream())
                .findFirst()
                .map(own -> SettingsJson.with(changed, Map.of("name", own.name(), "about", own.about())))
                .orElse(changed);
    }

    /**
     * The experiment on a file of the user's own with all changes; its sequences are as long as the data allow, where nobody says how long.
     *
     * @throws IllegalArgumentException where no experiment learns from such a file
     * @throws unroll.engine.data.DataException where it cannot be used
     */
    Experiment onFile(Path file) {
        Experiment own = asSaidOn(file);
        boolean sized = changes.stream()
                .map(SettingChange::of)
                .anyMatch(change -> change.path().equals(TASK + ".window"));
        return sized ? own : OwnExperiment.fitted(own);
    }

    /** The same whether its sequences fit the data or not; reads nothing but what tells kinds of files apart. */
    Experiment asSaidOn(Path file) {
        return changed(
                OwnExperiment.of(file).orElseThrow(() -> new IllegalArgumentException(OwnExperiment.nothingFor(file))));
    }

    /** Whether it names a kind of tasks, without settings. */
    private static boolean chooses(SettingChange change) {
        return change.path().equals(TASK) && !change.value().startsWith("{");
    }

    private static boolean ofTask(SettingChange change) {
        return change.path().equals(TASK) || change.path().startsWith(TASK + ".");
    }

    /**
     * The experiment with all changes, which are judged together; of two of one setting the later counts.
     *
     * @throws IllegalArgumentException where one is no change
     * @throws unroll.engine.setting.SettingsException where a setting is unknown or its value is none
     */
    Experiment changed(Experiment experiment) {
        return changed(experiment, changes.stream().map(SettingChange::of).toList());
    }

    private static Experiment changed(Experiment experiment, List<SettingChange> changes) {
        Map<String, String> wanted = new LinkedHashMap<>();
        for (SettingChange one : changes) {
            wanted.put(one.path(), one.value());
        }
        return SettingsJson.with(experiment, wanted);
    }
}
