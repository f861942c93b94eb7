package unroll.engine.cli;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;
import unroll.engine.archive.Amount;
import unroll.engine.optim.Reading;
import unroll.engine.run.Snapshot;
import unroll.engine.run.State;
import unroll.engine.sequence.Metric;

/** One line in the terminal that is written over: updates, loss, sequences a second, time left. */
final class ProgressBar {
    static final int WIDTH = 24;

    /** An optimiser reports first what matters most; more would not fit in a line. */
    private static final int READINGS = 3;

    private final PrintStream out;
    private final boolean rewrites;
    private final Metric headline;
    private long lastTenth = -1;
    private Optional<String> told = Optional.empty();

    /** @param rewrites whether the terminal can write over a line; otherwise a line is printed at each tenth */
    ProgressBar(PrintStream out, boolean rewrites, Metric headline) {
        this.out = out;
        this.rewrites = rewrites;
        this.headline = headline;
    }

    void show(Snapshot snapshot) {
        tell(snapshot.trouble());
        boolean last = snapshot.state() != State.RUNNING;
        long tenth = 10 * snapshot.update() / snapshot.updates();
        if (rewrites) {
            out.print("\r" + line(snapshot) + "\u001b[K" + (last ? "\n" : ""));
        } else if (tenth != lastTenth || last) {
            out.println(line(snapshot));
        }
        lastTenth = tenth;
        out.flush();
    }

    /** Says what people must know as soon as it is so, and when it is so no more. */
    private void tell(Optional<String> trouble) {
        if (!trouble.equals(told)) {
            out.println((rewrites ? "\r\u001b[K" : "") + trouble.orElse("All is saved again."));
            told = trouble;
        }
    }

    /** Whether nobody reads on: the other end of a pipe is closed, or a disk is full. */
    boolean unread() {
        return out.checkError();
    }

    String line(Snapshot snapshot) {
        StringBuilder line = new StringBuilder(bar(out, WIDTH, snapshot.update(), snapshot.updates()));
        line.append(String.format(Locale.ROOT, "  %,d of %,d updates", snapshot.update(), snapshot.updates()));
        int tests = snapshot.curves().tests();
        if (tests > 0) {
            line.append(String.format(
                    Locale.ROOT,
                    "  test %s %.4g %s",
                    headline.name(),
                    snapshot.curves().test(tests - 1, 0),
                    headline.unit()));
        }
        if (snapshot.sequencesPerSecond() > 0) {
            line.append(String.format(Locale.ROOT, "  %,.0f sequences/s", snapshot.sequencesPerSecond()));
        }
        for (Reading reading : snapshot.readings().stream().limit(READINGS).toList()) {
            line.append("  ").append(reading.brief());
        }
        snapshot.left()
                .ifPresent(left -> line.append("  ").append(Amount.time(left)).append(" left"));
        return line.toString();
    }

    /** Blocks, or plain letters where the stream's encoding has no blocks. */
    static String bar(PrintStream out, int width, long done, long all) {
        boolean blocks = out.charset().newEncoder().canEncode('█');
        int filled = (int) Math.min(width, width * done / all);
        return (blocks ? "█" : "#").repeat(filled) + (blocks ? "░" : "-").repeat(width - filled);
    }
}
