package unroll.engine.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A listener that keeps all snapshots and lets tests wait for one. */
final class SnapshotLog implements Consumer<Snapshot> {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

    private final List<Snapshot> all = new ArrayList<>();

    @Override
    public synchronized void accept(Snapshot snapshot) {
        all.add(snapshot);
        notifyAll();
    }

    synchronized List<Snapshot> all() {
        return List.copyOf(all);
    }

    /** The newest, once there is one. */
    Snapshot last() {
        return await(snapshot -> true);
    }

    /** Waits until the newest snapshot is as wanted. */
    synchronized Snapshot await(Predicate<Snapshot> wanted) {
        long end = System.nanoTime() + PATIENCE;
        while (all.isEmpty() || !wanted.test(all.getLast())) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                throw new AssertionError(
                        "waited in vain; the last snapshot: " + (all.isEmpty() ? "nothing" : all.getLast()));
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
        return all.getLast();
    }

    Snapshot await(State state) {
        return await(snapshot -> snapshot.state() == state);
    }
}
