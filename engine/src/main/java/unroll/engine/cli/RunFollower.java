package unroll.engine.cli;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import unroll.engine.run.Snapshot;

/** Follows a run: shows its snapshots in a bar, and waits until it rests. */
final class RunFollower implements Consumer<Snapshot> {
    private final CountDownLatch rested = new CountDownLatch(1);
    private volatile @Nullable ProgressBar bar;
    private volatile Runnable begins = () -> {};
    private volatile Runnable ends = () -> {};
    private volatile @Nullable Snapshot last;

    /** Whether it was running once; for the trainer's thread alone. */
    private boolean ran;

    /**
     * From now on shows snapshots; before the run plays.
     *
     * @param on where
     * @param first runs before the first of them: only then is it certain where the run is kept
     * @param unread runs after each that nobody reads
     */
    void show(ProgressBar on, Runnable first, Runnable unread) {
        begins = first;
        ends = unread;
        bar = on;
    }

    @Override
    public void accept(Snapshot snapshot) {
        last = snapshot;
        ProgressBar shown = bar;
        if (shown != null && rested.getCount() > 0) {
            begins.run();
            begins = () -> {};
            shown.show(snapshot);
            if (shown.unread()) {
                ends.run();
            }
        }
        boolean rests = switch (snapshot.state()) {
            case READY -> false;
            case RUNNING -> {
                ran = true;
                yield false;
            }
            case PAUSED -> ran; // a resumed run is paused before it plays, too
            case FINISHED, DIVERGED ->
                shown != null; // a run that is resumed at its end reports it once more when it plays
            case FAILED, CLOSED -> true;
        };
        if (rests) {
            rested.countDown();
        }
    }

    /** Returns when it rests. */
    void await() {
        try {
            rested.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The newest snapshot. */
    Optional<Snapshot> last() {
        return Optional.ofNullable(last);
    }
}
