package unroll.engine.sweep;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import unroll.engine.record.Expenses;

/**
 * Where a sweep stands.
 *
 * @param runs its runs in their order
 * @param working whether anybody writes in its folder: not once all is over, or everything was saved and left
 * @param left time to go, judging by the runs that are over; empty where unknown
 * @param trouble why the report could not be written; empty where it could
 */
public record SweepSnapshot(List<Run> runs, boolean working, Optional<Duration> left, Optional<String> trouble) {
    public SweepSnapshot {
        runs = List.copyOf(runs);
    }

    /**
     * One of the runs.
     *
     * @param cell which
     * @param progress how far it has come
     */
    public record Run(SweepCell cell, CellProgress progress) {}

    /** Runs that are over. */
    public long over() {
        return runs.stream()
                .filter(run -> run.progress() instanceof CellProgress.Over)
                .count();
    }

    /** Whether every run came to an end of its own. */
    public boolean complete() {
        return runs.stream()
                .allMatch(run -> run.progress() instanceof CellProgress.Over(CellResult result)
                        && result.outcome() != Outcome.FAILED);
    }

    /** What remains to be made in all, shared by so many side by side, if each run takes as long as those that are over. */
    static Optional<Duration> left(List<Run> runs, int jobs) {
        double spent = 0;
        int over = 0;
        for (Run run : runs) {
            if (run.progress() instanceof CellProgress.Over(CellResult result) && result.outcome() != Outcome.FAILED) {
                spent += result.seconds();
                over++;
            }
        }
        if (over == 0) {
            return Optional.empty();
        }
        double each = spent / over;
        double left = 0;
        double longest = 0;
        for (Run run : runs) {
            double toGo = toGo(run, each);
            left += toGo;
            longest = Math.max(longest, toGo);
        }
        return Optional.of(Duration.ofMillis((long) (1000 * Math.max(longest, left / jobs))));
    }

    /** Seconds that a run will take yet if it takes {@code each} in all. */
    private static double toGo(Run run, double each) {
        return switch (run.progress()) {
            case CellProgress.Waiting(var begun) ->
                Math.max(0, each - begun.map(Expenses::seconds).orElse(0.0));
            case CellProgress.Running(int threads, var snapshot, double minibatches) ->
                Math.max(
                        0,
                        each
                                - snapshot.map(now -> now.elapsed().toMillis() / 1000.0)
                                        .orElse(0.0));
            case CellProgress.Over(CellResult result) -> 0;
        };
    }
}
