package unroll.app.gallery;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import unroll.app.control.Numbers;
import unroll.engine.experiment.Experiment;
import unroll.engine.record.RunFolder;
import unroll.engine.record.Standing;

/** Reads which runs there are. */
public final class RunItems {
    /** Runs that a list shows: older ones are opened by their folder. */
    private static final int MOST = 12;

    private RunItems() {}

    /** The newest runs under a folder; one that cannot be read is marked. Reads files, so on a thread that may wait. */
    public static List<RunItem> under(Path folder, Instant now) {
        List<RunItem> items = new ArrayList<>();
        List<RunFolder> runs = RunFolder.list(folder);
        for (RunFolder run : runs.subList(0, Math.min(MOST, runs.size()))) {
            items.add(item(run, now));
        }
        return items;
    }

    private static RunItem item(RunFolder run, Instant now) {
        String id = run.path().toString();
        String when = Numbers.ago(Duration.between(run.changed(), now));
        try {
            Experiment experiment = run.experiment();
            Standing standing = run.standing();
            RunItem.RunState state = !run.stopped().isEmpty()
                    ? RunItem.RunState.BROKEN
                    : standing.update() >= experiment.training().updates()
                            ? RunItem.RunState.FINISHED
                            : RunItem.RunState.RESTING;
            String at = "at " + Numbers.whole(standing.update());
            String where = switch (state) {
                case FINISHED -> "done";
                case BROKEN -> "stopped " + at;
                default -> at;
            };
            OptionalDouble test = standing.test();
            return new RunItem(
                    id,
                    experiment.name(),
                    run.origin()
                            .map(origin -> "from " + Numbers.whole(origin.update()))
                            .orElse(""),
                    where + " \u00b7 " + when,
                    test.isPresent() ? Numbers.measured(test.getAsDouble()) : "",
                    state);
        } catch (RuntimeException damaged) {
            String name = String.valueOf(run.path().getFileName());
            return new RunItem(id, name, "", "cannot be read", "", RunItem.RunState.BROKEN);
        }
    }
}
