package unroll.app.sweep;

import java.util.List;
import java.util.Optional;
import unroll.app.control.Numbers;
import unroll.engine.record.Expenses;
import unroll.engine.run.Snapshot;
import unroll.engine.sweep.CellProgress;
import unroll.engine.sweep.CellResult;
import unroll.engine.sweep.Outcome;
import unroll.engine.sweep.Stop;
import unroll.engine.sweep.SweepCell;
import unroll.engine.sweep.SweepSnapshot;

/**
 * A run of a sweep as its table shows it.
 *
 * @param cell which
 * @param standing how it goes
 * @param more why it was not solved, or how many threads it has; empty for nothing
 * @param updates made
 * @param of how many it makes at most
 * @param score of its last test; NaN before the first
 * @param minibatches that its updates asked for; NaN where unknown
 * @param left "3 min 12 s", at most; empty where unknown
 * @param leftSeconds the same; NaN where unknown
 */
record SweepRow(
        SweepCell cell,
        Standing standing,
        String more,
        long updates,
        long of,
        double score,
        double minibatches,
        String left,
        double leftSeconds) {
    /** The state of a run, the most urgent first. */
    enum Standing {
        RUNNING("running", "run-running"),
        OPENING("opening", "run-running"),
        FAILED("failed", "run-broken"),
        DIVERGED("diverged", "run-broken"),
        NOT_SOLVED("not solved", "run-unsolved"),
        PAUSED("paused", "run-resting"),
        WAITING("waiting", "run-resting"),
        SOLVED("solved", "run-finished"),
        FINISHED("finished", "run-finished");

        private final String words;
        private final String style;

        Standing(String words, String style) {
            this.words = words;
            this.style = style;
        }

        String words() {
            return words;
        }

        /** The style of its dot. */
        String style() {
            return style;
        }
    }

    /** The row of a run. */
    static SweepRow of(SweepSnapshot.Run run, Stop stop) {
        SweepCell cell = run.cell();
        long updates = cell.experiment().training().updates();
        return switch (run.progress()) {
            case CellProgress.Waiting(var left) -> waiting(cell, left, updates, stop);
            case CellProgress.Running(int threads, var snapshot, double minibatches) ->
                running(cell, threads, snapshot, minibatches, updates);
            case CellProgress.Over(CellResult result) -> over(cell, result, updates);
        };
    }

    private static SweepRow waiting(SweepCell cell, Optional<Expenses> left, long updates, Stop stop) {
        if (left.isEmpty()) {
            return new SweepRow(cell, Standing.WAITING, "", 0, updates, Double.NaN, Double.NaN, "", Double.NaN);
        }
        Expenses cost = left.get();
        List<Expenses.Test> tests = cost.tests();
        double each = stop.minibatches(cell.experiment().training().batch());
        return new SweepRow(
                cell,
                Standing.PAUSED,
                "It goes on here when its turn comes.",
                cost.updates(),
                updates,
                tests.isEmpty() ? Double.NaN : tests.getLast().scores().getFirst(),
                cost.evaluations() * each,
                "",
                Double.NaN);
    }

    private static SweepRow running(
            SweepCell cell, int threads, Optional<Snapshot> told, double minibatches, long updates) {
        if (told.isEmpty()) {
            return new SweepRow(cell, Standing.OPENING, "", 0, updates, Double.NaN, Double.NaN, "", Double.NaN);
        }
        Snapshot now = told.get();
        int tests = now.curves().tests();
        return new SweepRow(
                cell,
                Standing.RUNNING,
                (threads == 1 ? "1 thread" : threads + " threads") + " for " + Numbers.time(now.elapsed()),
                now.update(),
                now.updates(),
                tests == 0 ? Double.NaN : now.curves().test(tests - 1, 0),
                minibatches,
                now.left().map(Numbers::time).orElse(""),
                now.left().map(time -> (double) time.toSeconds()).orElse(Double.NaN));
    }

    private static SweepRow over(SweepCell cell, CellResult result, long updates) {
        boolean solved = result.outcome() == Outcome.SOLVED;
        return new SweepRow(
                cell,
                Standing.valueOf(result.outcome().name()),
                result.reason(),
                result.updates(),
                updates,
                result.scores().isEmpty() ? Double.NaN : result.scores().getFirst(),
                solved ? result.minibatchesToSolve() : result.minibatches(),
                "",
                Double.NaN);
    }

    String updatesText() {
        return updates == 0 && standing == Standing.WAITING ? "" : Numbers.whole(updates);
    }

    String most() {
        return "of " + Numbers.whole(of) + " at most";
    }

    String scoreText() {
        return Double.isNaN(score) ? "" : Numbers.measured(score);
    }

    String minibatchesText() {
        return Double.isNaN(minibatches) ? "" : Numbers.whole(Math.round(minibatches));
    }
}
