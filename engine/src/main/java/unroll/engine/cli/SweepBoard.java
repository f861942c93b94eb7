package unroll.engine.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import unroll.engine.archive.Amount;
import unroll.engine.run.Snapshot;
import unroll.engine.setting.Decimal;
import unroll.engine.sweep.CellProgress;
import unroll.engine.sweep.CellResult;
import unroll.engine.sweep.Outcome;
import unroll.engine.sweep.SweepSnapshot;

/** Lines in the terminal for the runs of a sweep that train, and one for the whole; each run that is over leaves a line. */
final class SweepBoard {
    private static final int WIDTH = 16;

    /** A line that is longer would run into the next one, and could not be written over. */
    private static final int COLUMNS = 79;

    private final PrintStream out;
    private final boolean rewrites;
    private final Set<String> printed = new HashSet<>();
    private int standing;

    /** @param rewrites whether the terminal can write over lines; otherwise a line is printed for each run that is over */
    SweepBoard(PrintStream out, boolean rewrites) {
        this.out = out;
        this.rewrites = rewrites;
    }

    void show(SweepSnapshot snapshot) {
        if (standing > 0) {
            out.print("\u001b[" + standing + "A\u001b[J");
        }
        boolean news = false;
        for (SweepSnapshot.Run run : snapshot.runs()) {
            if (run.progress() instanceof CellProgress.Over(CellResult result)
                    && printed.add(run.cell().name())) {
                out.println(over(run.cell().name(), result));
                news = true;
            }
        }
        if (rewrites || news) {
            List<String> lines = rewrites ? lines(snapshot) : List.of(whole(snapshot));
            lines.forEach(out::println);
            standing = rewrites ? lines.size() : 0;
        }
        out.flush();
    }

    private List<String> lines(SweepSnapshot snapshot) {
        List<String> lines = new ArrayList<>();
        for (SweepSnapshot.Run run : snapshot.runs()) {
            if (run.progress() instanceof CellProgress.Running(int threads, var standing, double minibatches)) {
                String line = standing.map(now -> bar(now, threads)).orElseGet(() -> ProgressBar.bar(out, WIDTH, 0, 1))
                        + "  " + run.cell().name();
                lines.add(line.substring(0, Math.min(COLUMNS, line.length())));
            }
        }
        lines.add(whole(snapshot));
        return lines;
    }

    private String bar(Snapshot now, int threads) {
        int tests = now.curves().tests();
        return ProgressBar.bar(out, WIDTH, now.update(), now.updates())
                + String.format(Locale.ROOT, "  %,d of %,d", now.update(), now.updates())
                + (tests > 0 ? String.format(Locale.ROOT, "  %.4g", now.curves().test(tests - 1, 0)) : "")
                + "  " + Amount.time(now.elapsed())
                + (threads > 1 ? "  " + threads + " threads" : "");
    }

    private static String whole(SweepSnapshot snapshot) {
        return String.format(
                        Locale.ROOT,
                        "%d of %d runs over",
                        snapshot.over(),
                        snapshot.runs().size())
                + snapshot.left()
                        .map(left -> "  about " + Amount.time(left) + " left")
                        .orElse("");
    }

    private static String over(String name, CellResult result) {
        String cost = result.outcome() == Outcome.FAILED
                ? ""
                : String.format(
                        Locale.ROOT,
                        "  %,d updates  %s minibatches  %.1f s",
                        result.updates(),
                        Decimal.text(Math.rint(result.minibatches() * 10) / 10),
                        result.seconds());
        return name + ": " + result.outcome().words() + cost
                + (result.reason().isEmpty() ? "" : "  (" + result.reason() + ")");
    }
}
