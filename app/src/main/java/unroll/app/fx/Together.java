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
 * An executor that gathers what comes within a while and hands it on in one go: what several {@link Latest} deliver is
 * drawn in one frame instead of one frame each.
 */
public final class Together implements Executor {
    private final ScheduledExecutorService clock;
    private final Duration gap;
    private final Executor target;
    private List<Runnable> gathered = new ArrayList<>();

    public Together(ScheduledExecutorService clock, Duration gap, Executor target) {
        this.clock = clock;
        this.gap = gap;
        this.target = target;
    }

    @Override
    public synchronized void execute(Runnable task) {
        gathered.add(task);
        if (gathered.size() == 1) {
            try {
                ScheduledFuture<?> hop = clock.schedule(this::handOn, gap.toNanos(), TimeUnit.NANOSECONDS);
                assert !hop.isCancelled();
            } catch (RejectedExecutionException closing) {
                // the window is being closed: nobody looks any more
                gathered.clear();
            }
        }
    }

    private synchronized void handOn() {
        List<Runnable> now = gathered;
        gathered = new ArrayList<>();
        target.execute(() -> now.forEach(Runnable::run));
    }
}
