package unroll.engine.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import unroll.engine.init.GivenWeights;
import unroll.engine.init.InitialisationSettings;
import unroll.engine.run.Experiment;
import unroll.engine.run.RunFolder;
import unroll.engine.setting.Schema;
import unroll.engine.setting.SettingsJson;

/** {@code unroll train}: runs an experiment to its end in the terminal. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description = "Train an experiment in the terminal and keep it in a run folder.")
public final class TrainCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Experiment initial;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "An experiment.json; without it the default one.")
    private @Nullable Path file;

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = "Change a setting, such as task.balls=2 or optimiser=momentum; may be repeated. "
                    + "All settings: docs/settings.md.")
    private List<String> changes = List.of();

    @Option(
            names = "--weights",
            paramLabel = "FILE",
            description = "Begin with the weights in a safetensors file, named as here or as PyTorch does; "
                    + "the same as the initialisation 'weights'.")
    private @Nullable Path weights;

    @Option(names = "--runs", paramLabel = "FOLDER", description = "Where run folders go (default: ${DEFAULT-VALUE}).")
    private Path runs = RunsFolder.ofUser();

    /** @param initial what is trained where no file is given */
    public TrainCommand(Terminal terminal, Experiment initial) {
        this.terminal = terminal;
        this.initial = initial;
    }

    @Override
    public Integer call() {
        Experiment experiment = file == null ? initial : RunFolder.readExperiment(file);
        for (String change : changes) {
            int equals = change.indexOf('=');
            if (equals < 0) {
                throw new IllegalArgumentException("--set " + change + ": write PATH=VALUE, such as task.balls=2");
            }
            experiment = SettingsJson.with(
                    experiment,
                    change.substring(0, equals).strip(),
                    change.substring(equals + 1).strip());
        }
        if (weights != null) {
            InitialisationSettings given =
                    new GivenWeights(weights.toAbsolutePath().normalize().toString());
            experiment = Schema.of(Experiment.class).with(experiment, "initialisation", given);
        }
        return terminal.train(experiment, RunFolder.planned(runs, experiment));
    }
}
