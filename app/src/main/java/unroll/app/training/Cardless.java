package unroll.app.training;

import java.nio.file.Path;
import java.util.function.Consumer;
import unroll.engine.experiment.Experiment;
import unroll.engine.record.RunFolder;
import unroll.engine.run.Branch;

/** Takes runs and experiments for a graphics card that cannot be used here to the processor, and explains why. */
public final class Cardless {
    private Cardless() {}

    /** The run, or a branch of it on the processor, made in the folder of runs; on a thread that may wait. */
    static RunFolder usable(RunFolder run, Path runs, Consumer<String> explain) {
        String reason = run.experiment().backend().refusal();
        if (reason.isEmpty() || run.checkpoint().isEmpty()) {
            return run;
        }
        RunFolder branch = Branch.onProcessor(run, runs).folder();
        explain.accept(run.path().getFileName() + " was made on a graphics card, which cannot be used: " + reason
                + ". A branch of it is open that goes on on the processor; the run itself stays as it is.");
        return branch;
    }

    /** The experiment, or the same for the processor; on a thread that may wait. */
    public static Experiment usable(Experiment experiment, Consumer<String> explain) {
        String reason = experiment.backend().refusal();
        if (reason.isEmpty()) {
            return experiment;
        }
        explain.accept(experiment.name() + " is made for a graphics card, which cannot be used: " + reason
                + ". It is open for the processor.");
        return experiment.onProcessor();
    }
}
