package unroll.app.fx;

import java.time.Duration;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Delayed;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A clock that stands still until a test moves it; what is due then is done on the test's own thread. */
final class HandClock extends ScheduledThreadPoolExecutor {
    private final PriorityQueue<Due> waiting = new PriorityQueue<>();
    private long now;

    HandClock() {
        super(1); // no thread is made before something is executed, and nothing is
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
        if (isShutdown()) {
            return super.schedule(task, delay, unit); // refuses it
        }
        Due due = new Due(now + unit.toNanos(delay), task);
        waiting.add(due);
        return due;
    }

    /** Lets so much time go by. */
    void advance(Duration time) {
        long end = now + time.toNanos();
        while (!waiting.isEmpty() && waiting.element().at <= end) {
            Due due = waiting.remove();
            now = due.at;
            due.task.run();
        }
        now = end;
    }

    /** A task that waits for its time. */
    private static final class Due extends CompletableFuture<Object> implements ScheduledFuture<Object> {
        private final long at;
        private final Runnable task;

        Due(long at, Runnable task) {
            this.at = at;
            this.task = task;
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(at, TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
        }
    }
}
