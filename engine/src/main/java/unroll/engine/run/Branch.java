package unroll.engine.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import unroll.engine.experiment.Experiment;
import unroll.engine.file.FileException;
import unroll.engine.record.Checkpoint;
import unroll.engine.record.Origin;
import unroll.engine.record.RunException;
import unroll.engine.record.RunFolder;
import unroll.engine.record.SignatureFile;
import unroll.engine.task.Task;

/**
 * A second run that goes on from an update of a first, with other settings.
 *
 * @param folder the second run, up to where it left the first
 * @param carried whether the optimiser goes on with what it carried; one of another kind, or that carries
 *     vectors of other sizes, begins with nothing
 */
public record Branch(RunFolder folder, boolean carried) {
    /**
     * Makes the run. It has the metrics of the first up to the update, the same weights and, where the optimiser is of the same kind,
     * what that carried: with the same settings it makes the same updates, bit for bit.
     *
     * @param first where the update is remembered
     * @param update one of {@link RunFolder#history}
     * @param experiment the settings of the second run; its network has the shape of the first's
     * @param parent the folder in which the second run's is made
     * @throws RunException where the update cannot be read or the network has another shape
     */
    public static Branch of(RunFolder first, long update, Experiment experiment, Path parent) {
        Checkpoint checkpoint = first.remembered(update);
        boolean sameTask = first.experiment().task().equals(experiment.task());
        Task task = sameTask
                ? SignatureFile.task(first, experiment)
                : experiment.task().open();
        try (Training training = new Training(experiment, task, true)) {
            boolean same = first.experiment().optimiser().getClass()
                    == experiment.optimiser().getClass();
            boolean carried = same && training.fits(checkpoint);
            if (carried) {
                training.restore(checkpoint);
            } else {
                training.begin(checkpoint);
            }
            RunFolder folder = RunFolder.planned(parent, experiment).make(experiment);
            Checkpoint begin = training.checkpoint(checkpoint.seconds());
            folder.remember(begin);
            folder.save(begin);
            copy(first.metrics(), folder.metrics());
            copy(first.inner(), folder.inner());
            folder.save(new Origin(first.path().getFileName().toString(), training.update()));
            SignatureFile.keep(folder, experiment, task);
            folder.save(experiment); // last: until then the folder is no run
            return new Branch(folder, carried);
        } catch (IllegalArgumentException e) {
            throw new RunException(
                    first.path(),
                    "its weights do not fit the settings, which are of a network of another shape; begin a new run"
                            + " instead",
                    e);
        }
    }

    /**
     * The same on the processor, from what was saved last: for a run whose card failed, or is on another machine.
     *
     * @throws RunException where nothing was saved, or it cannot be read
     */
    public static Branch onProcessor(RunFolder first, Path parent) {
        Checkpoint saved = first.checkpoint()
                .orElseThrow(() -> new RunException(
                        first.path(), "has nothing saved to go on from; begin a new run instead", null));
        return of(first, saved.update(), first.experiment().onProcessor(), parent);
    }

    /** Whoever opens the run cuts off what is beyond its checkpoint. */
    private static void copy(Path from, Path to) {
        try {
            if (Files.exists(from)) {
                Files.copy(from, to);
            }
        } catch (IOException e) {
            throw new RunException(from, "cannot be copied: " + FileException.reason(e), e);
        }
    }
}
