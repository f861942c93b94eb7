package unroll.app.fx;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * An executor that holds each task back for a while, so that a {@link Latest} in front of it delivers at most once in
 * that time.
 */
public final class Paced implements Executor {
    private final ScheduledExecutorService clock;
    private final Duration gap;
    private final Executor target;

    public Paced(ScheduledExecutorService clock, Duration gap, Executor target) {
        this.clock = clock;
        this.gap = gap;
        this.target = target;
    }

    @Override
    public void execute(Runnable task) {
        try {
            ScheduledFuture<?> hop = clock.schedule(() -> target.execute(task), gap.toNanos(), TimeUnit.NANOSECONDS);
            assert !hop.isCancelled();
        } catch (RejectedExecutionException closing) {
            // the window is being closed: nobody looks any more
            return;
        }
    }
}
