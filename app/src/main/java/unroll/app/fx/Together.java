package unroll.app.fx;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * An executor that hands tasks on in one go, at most once in a while: what several {@link Latest} deliver is drawn in one
 * frame instead of one frame each. After a quiet while a task is handed on at once; whatever comes is handed on at last.
 */
public final class Together implements Executor {
    private final ScheduledExecutorService clock;
    private final Duration gap;
    private final Executor target;
    private List<Runnable> gathered = new ArrayList<>();
    private boolean gathering;

    /** Hands on to {@code target}, each time at least {@code gap} after the time before. */
    public Together(ScheduledExecutorService clock, Duration gap, Executor target) {
        this.clock = clock;
        this.gap = gap;
        this.target = target;
    }

    @Override
    public synchronized void execute(Runnable task) {
        gathered.add(task);
        if (!gathering) {
            handOnAndGather();
        }
    }

    /** Hands on at once what has come, for somebody waits for it. */
    public synchronized void hurry() {
        if (!gathered.isEmpty()) {
            List<Runnable> now = gathered;
            gathered = new ArrayList<>();
            try {
                target.execute(() -> now.forEach(Runnable::run));
            } catch (RejectedExecutionException closing) {
                return; // the window is being closed: nobody looks any more
            }
        }
    }

    private void handOnAndGather() {
        try {
            ScheduledFuture<?> end = clock.schedule(this::endGap, gap.toNanos(), TimeUnit.NANOSECONDS);
            assert !end.isCancelled();
            gathering = true;
            hurry();
        } catch (RejectedExecutionException closing) {
            // the window is being closed: nobody looks any more
            gathered.clear();
        }
    }

    private synchronized void endGap() {
        gathering = false;
        if (!gathered.isEmpty()) {
            handOnAndGather();
        }
    }
}
