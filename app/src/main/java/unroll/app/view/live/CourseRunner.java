package unroll.app.view.live;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Moves a course on by the clock, on a thread of its own, and shows it in the window; on the window's thread but for the course. */
final class CourseRunner {
    /** About as often as a screen is drawn. */
    private static final long TICK_NANOS = 16_000_000;

    /** Of a network that is too slow for the clock so many steps are made at once, and the clock waits. */
    private static final int MOST = 40;

    private final ScheduledExecutorService thread;
    private final LongSupplier nanos;
    private final Executor window;
    private final Consumer<Frame> show;
    private final AtomicReference<@Nullable Frame> newest = new AtomicReference<>();
    private volatile double speed = 1;
    private Optional<Future<?>> ticks = Optional.empty();

    /** What follows is on the course's thread alone. */
    private Optional<Course> course = Optional.empty();

    private long before;
    private double due;

    /**
     * Nothing moves yet.
     *
     * @param thread that of the course
     * @param nanos the clock
     * @param window runs what touches the window
     * @param show takes how it looks, in the window
     */
    CourseRunner(ScheduledExecutorService thread, LongSupplier nanos, Executor window, Consumer<Frame> show) {
        this.thread = thread;
        this.nanos = nanos;
        this.window = window;
        this.show = show;
    }

    /** Moves this from now on, or nothing. */
    void take(Optional<Course> next) {
        thread.execute(() -> {
            course = next;
            publish();
        });
    }

    /** Does something to what is moved. */
    void ask(Consumer<Course> what) {
        thread.execute(() -> {
            course.ifPresent(what);
            publish();
        });
    }

    /** Seconds of its time in one of ours. */
    void speed(double factor) {
        speed = factor;
    }

    /** Has it go on, or rest. */
    void run(boolean on) {
        if (on == ticks.isPresent()) {
            return;
        }
        ticks.ifPresent(ticking -> ticking.cancel(false));
        ticks = Optional.empty();
        if (on) {
            thread.execute(() -> before = nanos.getAsLong());
            ticks = Optional.of(thread.scheduleWithFixedDelay(this::tick, 0, TICK_NANOS, TimeUnit.NANOSECONDS));
        }
    }

    private void tick() {
        long now = nanos.getAsLong();
        double seconds = (now - before) / 1e9 * speed;
        before = now;
        course.ifPresent(moved -> {
            due = Math.min(MOST, due + seconds / moved.dt());
            for (; due >= 1; due--) {
                moved.step();
            }
            publish();
        });
    }

    private void publish() {
        course.ifPresent(moved -> {
            if (newest.getAndSet(moved.frame()) == null) {
                window.execute(() -> {
                    Frame frame = newest.getAndSet(null);
                    if (frame != null) {
                        show.accept(frame);
                    }
                });
            }
        });
    }
}
