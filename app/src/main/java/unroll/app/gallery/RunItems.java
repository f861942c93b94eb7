package unroll.app.gallery;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import unroll.app.control.Numbers;
import unroll.engine.experiment.Experiment;
import unroll.engine.record.RunFolder;
import unroll.engine.record.Standing;

/**
 * The newest runs of a folder.
 *
 * @param items the newest first
 * @param more how many there are besides
 */
public record RunItems(List<RunItem> items, int more) {
    /** Before anything was read. */
    static final RunItems NONE = new RunItems(List.of(), 0);

    /** Runs that a list shows: the table of runs has all of them. */
    private static final int MOST = 12;

    public RunItems {
        items = List.copyOf(items);
    }

    /** The newest runs under a folder; one that cannot be read is marked. Reads files, so on a thread that may wait. */
    public static RunItems under(Path folder, Instant now) {
        List<RunFolder> runs = RunFolder.list(folder);
        int shown = Math.min(MOST, runs.size());
        List<RunItem> items = new ArrayList<>();
        for (RunFolder run : runs.subList(0, shown)) {
            items.add(item(run, now));
        }
        return new RunItems(distinct(items), runs.size() - shown);
    }

    private static RunItem item(RunFolder run, Instant now) {
        String id = run.path().toString();
        String when = Numbers.ago(Duration.between(run.changed(), now));
        try {
            Experiment experiment = run.experiment();
            Standing standing = run.standing();
            String stopped = run.stopped();
            RunItem.RunState state = !stopped.isEmpty()
                    ? RunItem.RunState.BROKEN
                    : standing.update() >= experiment.training().updates()
                            ? RunItem.RunState.FINISHED
                            : RunItem.RunState.RESTING;
            String where = switch (state) {
                case FINISHED -> "done";
                case BROKEN -> RunItem.end(stopped, standing.update());
                default -> "at " + Numbers.whole(standing.update());
            };
            OptionalDouble test = standing.test();
            return new RunItem(
                    id,
                    run.remarks().nameOr(experiment.name()),
                    run.origin()
                            .map(origin -> new RunItem.Origin("branched at " + Numbers.whole(origin.update()), true))
                            .orElse(RunItem.Origin.NONE),
                    where + " \u00b7 " + when,
                    test.isPresent() ? Numbers.measured(test.getAsDouble()) : "",
                    state);
        } catch (RuntimeException damaged) {
            String name = String.valueOf(run.path().getFileName());
            return new RunItem(id, name, RunItem.Origin.NONE, "cannot be read", "", RunItem.RunState.BROKEN);
        }
    }

    /** Those that look like another have what their folder's name has besides their own, which is when they were begun. */
    private static List<RunItem> distinct(List<RunItem> items) {
        Set<String> seen = new HashSet<>();
        Set<String> twice = new HashSet<>();
        items.forEach(item -> {
            if (!seen.add(look(item))) {
                twice.add(look(item));
            }
        });
        return items.stream()
                .map(item -> twice.contains(look(item)) ? begun(item) : item)
                .toList();
    }

    private static String look(RunItem item) {
        return item.name() + "\n" + item.origin().words();
    }

    private static RunItem begun(RunItem item) {
        String folder = String.valueOf(Path.of(item.id()).getFileName());
        String rest = folder.startsWith(item.name() + " ")
                ? folder.substring(item.name().length() + 1)
                : folder;
        String words = item.origin().words();
        return new RunItem(
                item.id(),
                item.name(),
                new RunItem.Origin(
                        words.isEmpty() ? rest : words + " \u00b7 " + rest,
                        item.origin().branch()),
                item.detail(),
                item.score(),
                item.state());
    }
}
