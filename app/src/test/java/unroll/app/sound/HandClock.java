package unroll.app.sound;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** A thread and its clock that stand still until the test lets time pass; what is handed to it is done at once. */
public final class HandClock extends AbstractExecutorService implements ScheduledExecutorService {
    private final List<Due> waiting = new ArrayList<>();
    private long now;

    private static class Due extends FutureTask<Object> implements ScheduledFuture<Object> {
        private final long at;

        Due(Runnable task, long at) {
            super(task, "");
            this.at = at;
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(at, TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(at, ((Due) other).at);
        }
    }

    /** The time, in nanoseconds. */
    public long now() {
        return now;
    }

    /** How much is still to be done at some time. */
    public long pending() {
        return waiting.stream().filter(due -> !due.isDone()).count();
    }

    /** Lets time pass, and does what becomes due when it does. */
    public void pass(long nanos) {
        long end = now + nanos;
        while (true) {
            waiting.removeIf(Due::isDone);
            Due next = waiting.stream().min(Comparator.naturalOrder()).orElse(null);
            if (next == null || next.at > end) {
                now = end;
                return;
            }
            now = Math.max(now, next.at);
            next.run();
        }
    }

    @Override
    public void execute(Runnable task) {
        task.run();
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
        Due due = new Due(task, now + Math.max(0, unit.toNanos(delay)));
        waiting.add(due);
        return due;
    }

    private void repeat(Runnable task, long delay, TimeUnit unit) {
        waiting.add(new Due(task, now + unit.toNanos(delay)));
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, long first, long delay, TimeUnit unit) {
        boolean[] ended = {false};
        Runnable again = new Runnable() {
            @Override
            public void run() {
                if (!ended[0]) {
                    task.run();
                    repeat(this, delay, unit);
                }
            }
        };
        repeat(again, first, unit);
        return new Due(() -> {}, 0) {
            @Override
            public boolean cancel(boolean interrupt) {
                ended[0] = true;
                return true;
            }
        };
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable task, long first, long period, TimeUnit unit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <V> ScheduledFuture<V> schedule(Callable<V> task, long delay, TimeUnit unit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void shutdown() {}

    @Override
    public List<Runnable> shutdownNow() {
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return false;
    }

    @Override
    public boolean isTerminated() {
        return false;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return true;
    }
}
