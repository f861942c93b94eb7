package unroll.engine.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import unroll.engine.experiment.Experiment;
import unroll.engine.experiment.ExperimentText;
import unroll.engine.experiment.OwnExperiment;
import unroll.engine.home.Home;
import unroll.engine.init.GivenWeights;
import unroll.engine.init.InitialisationSettings;
import unroll.engine.record.ExperimentFile;
import unroll.engine.record.RunFolder;
import unroll.engine.setting.FilePath;
import unroll.engine.setting.Schema;

/** {@code unroll train}: runs an experiment to its end in the terminal. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description = "Train an experiment in the terminal and keep it in a run folder.")
public final class TrainCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Experiment initial;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "An experiment.json, an experiment copied as a link (unroll:\u2026), or series, a text,"
                    + " pictures or music to learn from; without it the default one.")
    private @Nullable String given;

    @Mixin
    private NewRunOptions start = new NewRunOptions();

    @Option(
            names = "--weights",
            paramLabel = "FILE",
            description = "Begin with the weights in a safetensors file, named as here or as PyTorch does; "
                    + "the same as the initialisation 'weights'.")
    private @Nullable Path weights;

    /** @param initial what is trained where no file is given */
    public TrainCommand(Terminal terminal, Experiment initial) {
        this.terminal = terminal;
        this.initial = initial;
    }

    @Override
    public Integer call() {
        Experiment experiment = given == null ? start.begun(initial) : experiment(given);
        if (weights != null) {
            InitialisationSettings first = new GivenWeights(new FilePath(weights));
            experiment = Schema.of(Experiment.class).with(experiment, "initialisation", first);
        }
        return terminal.train(experiment, RunFolder.planned(start.runs(), experiment));
    }

    private Experiment experiment(String given) {
        if (ExperimentText.isLink(given)) {
            return start.changed(ExperimentText.read(given, "the link"));
        }
        Path file = Home.path(given);
        if (RunFolder.at(file).begun()) {
            throw new IllegalArgumentException(file + ": is a run; 'unroll resume' goes on with it");
        }
        return OwnExperiment.of(file).isPresent() ? start.onFile(file) : start.changed(ExperimentFile.read(file));
    }
}
