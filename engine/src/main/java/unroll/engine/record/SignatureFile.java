package unroll.engine.record;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import unroll.engine.experiment.Experiment;
import unroll.engine.experiment.OwnFiles;
import unroll.engine.file.FileException;
import unroll.engine.task.KeptSignature;
import unroll.engine.task.Signature;
import unroll.engine.task.Task;

/** What the numbers of a run stand for, kept where the user's own data decide it: these may be others later, or gone. */
public final class SignatureFile {
    private SignatureFile() {}

    /**
     * Keeps it, unless the run knows it already or reads no files of the user's.
     *
     * @throws FileException where it cannot be written
     */
    public static void keep(RunFolder run, Experiment experiment, Signature signature) {
        if (!isKept(run) && !OwnFiles.named(experiment, true).isEmpty()) {
            FolderFiles.write(file(run), RecordJson.write(KeptSignature.of(signature)) + "\n");
        }
    }

    /** Whether the run knows it. */
    public static boolean isKept(RunFolder run) {
        return Files.exists(file(run));
    }

    private static Path file(RunFolder run) {
        return run.path().resolve(RunFiles.SIGNATURE);
    }

    /**
     * That of a run. Reads the data of its task only where the run does not know it.
     *
     * @throws RunException where it cannot be read
     * @throws unroll.engine.data.DataException where the data are needed and cannot be used
     */
    public static Signature of(RunFolder run, Experiment experiment) {
        Optional<KeptSignature> kept = kept(run);
        return kept.isPresent() ? kept.get() : experiment.task().open();
    }

    /**
     * The task of a run, in which the numbers stand for what they stood for when it began.
     *
     * @throws RunException where that cannot be read
     * @throws unroll.engine.data.DataException where the data cannot be used
     */
    public static Task task(RunFolder run, Experiment experiment) {
        return kept(run)
                .map(experiment.task()::reopen)
                .orElseGet(() -> experiment.task().open());
    }

    private static Optional<KeptSignature> kept(RunFolder run) {
        return isKept(run)
                ? Optional.of(RecordJson.read(file(run), FolderFiles.text(file(run)), KeptSignature.class))
                : Optional.empty();
    }
}
