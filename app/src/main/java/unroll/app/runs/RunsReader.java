package unroll.app.runs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import unroll.app.fx.Latest;
import unroll.app.fx.Together;
import unroll.engine.archive.Archive;
import unroll.engine.archive.RunRecord;
import unroll.engine.record.Failures;
import unroll.engine.record.RunFolder;

/** Reads all runs on a thread that may wait, and reports how far it is. */
final class RunsReader {
    private static final Duration BETWEEN = Duration.ofMillis(150);

    /**
     * What is read so far.
     *
     * @param runs those that were read, the newest first
     * @param of how many there are
     */
    record Reading(List<RunRecord> runs, int of) {
        Reading {
            runs = List.copyOf(runs);
        }

        boolean whole() {
            return runs.size() == of;
        }
    }

    private final Archive archive;
    private final Together hops;
    private final Latest<Reading> news;
    private final Latest<Boolean> wishes;
    private final Consumer<String> complain;
    private volatile boolean wanted;

    /**
     * @param receiver gets what is read, now and then and at last, on the window's thread
     * @param complain receives why the runs cannot be listed, on the window's thread
     */
    RunsReader(
            Archive archive,
            Executor window,
            Executor work,
            ScheduledExecutorService clock,
            Consumer<Reading> receiver,
            Consumer<String> complain) {
        this.archive = archive;
        this.complain = sentence -> window.execute(() -> complain.accept(sentence));
        hops = new Together(clock, BETWEEN, window);
        news = new Latest<>(hops, receiver);
        wishes = new Latest<>(work, due -> read());
    }

    /** Reads what changed since the last time, if the screen is seen. */
    void refresh() {
        wishes.offer(true);
    }

    /** Reads while the screen is seen. */
    void look(boolean seen) {
        wanted = seen;
        if (seen) {
            refresh();
        }
    }

    private synchronized void read() {
        try {
            List<RunFolder> folders = archive.folders();
            List<RunRecord> runs = new ArrayList<>();
            for (RunFolder folder : folders) {
                if (!wanted) {
                    return;
                }
                runs.add(archive.read(folder));
                if (news.isEmpty()) {
                    news.offer(new Reading(runs, folders.size()));
                }
            }
            news.offer(new Reading(runs, folders.size()));
            hops.hurry();
        } catch (RuntimeException | Error e) {
            complain.accept(Failures.sentence(e));
        }
    }
}
