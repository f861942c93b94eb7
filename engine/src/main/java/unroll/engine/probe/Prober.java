package unroll.engine.probe;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import unroll.engine.backend.DeviceFailure;
import unroll.engine.record.Checkpoint;

/**
 * Answers the probes of open views between updates, off the trainer's thread: while it is busy the trainer passes by, and
 * with no view open nothing happens.
 */
public final class Prober implements AutoCloseable {
    /** At most so often are views answered while the network trains. */
    private static final long ANSWER_EVERY = Duration.ofMillis(100).toNanos();

    private final List<Watch<?>> watches = new CopyOnWriteArrayList<>();
    private final AtomicBoolean busy = new AtomicBoolean();
    private final ExecutorService executor = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("unroll-prober").factory());
    private final Replica replica;
    private final Runnable wake;
    private final AtomicReference<@Nullable Checkpoint> past = new AtomicReference<>();

    /** Whether a question of the past is not answered yet; once it is, nothing changes that answer. */
    private final AtomicBoolean unanswered = new AtomicBoolean();

    /** How the device failed, if it did: the trainer computes on the same. */
    private final AtomicReference<@Nullable DeviceFailure> failure = new AtomicReference<>();

    /** Whether there is something new to answer, and when there last was; on the trainer's thread. */
    private boolean fresh;

    private long lastAnswered;

    /** @param wake called on the prober's thread where {@link #answer} has a failure to report */
    public Prober(Replica replica, Runnable wake) {
        this.replica = replica;
        this.wake = wake;
    }

    /** Adds a view's question; closing the subscription takes it back. */
    public <A> Subscription watch(Probe<A> probe, Consumer<A> receiver, BooleanSupplier ready) {
        Watch<A> watch = new Watch<>(probe, receiver, ready);
        watches.add(watch);
        unanswered.set(true);
        return () -> {
            watch.open = false;
            watches.remove(watch);
        };
    }

    /** Has all questions answered for these parameters instead of those in training; for those again with null. */
    public void lookAt(@Nullable Checkpoint checkpoint) {
        past.set(checkpoint);
        unanswered.set(true);
    }

    /** Whether a view is open. */
    public boolean wanted() {
        return !watches.isEmpty();
    }

    /** There is something new to answer: the network, or the questions, are others than before. */
    public void renew() {
        fresh = true;
    }

    /** Whether a view is open that has no answer yet to what is new. */
    public boolean due() {
        return fresh && wanted();
    }

    /**
     * Answers open views where there is something new, now and then while the network trains.
     *
     * @throws DeviceFailure where the device failed at the last answers
     */
    public void answer(ParametersSource source, boolean running) {
        DeviceFailure failed = failure.get();
        if (failed != null) {
            throw failed;
        }
        long now = System.nanoTime();
        boolean patient = running && now - lastAnswered < ANSWER_EVERY;
        if (fresh && !patient && offer(source)) {
            fresh = false;
            lastAnswered = now;
        }
    }

    /** Has all questions answered for these parameters, unless the last round is under way or no view has use for another. */
    public boolean offer(ParametersSource source) {
        if (!anyReady() || !busy.compareAndSet(false, true)) {
            return false;
        }
        Checkpoint then = past.get();
        if (then == null) {
            replica.take(source);
            executor.execute(this::answer);
        } else if (unanswered.getAndSet(false)) {
            replica.take(then);
            executor.execute(this::answer);
        } else {
            busy.set(false);
        }
        return true;
    }

    private boolean anyReady() {
        for (Watch<?> watch : watches) {
            if (watch.ready.getAsBoolean()) {
                return true;
            }
        }
        return false;
    }

    /** Ends the thread after the round under way, without waiting for it: a receiver may hang. */
    @Override
    public void close() {
        for (Watch<?> watch : watches) {
            watch.open = false;
        }
        watches.clear();
        executor.shutdown();
    }

    private void answer() {
        try {
            for (Watch<?> watch : watches) {
                watch.answer(replica);
            }
        } catch (DeviceFailure e) {
            failure.set(e);
            wake.run();
        } finally {
            busy.set(false);
        }
    }

    /** An open question; two that are alike are still two. */
    private static final class Watch<A> {
        private final Probe<A> probe;
        private final Consumer<A> receiver;
        private final BooleanSupplier ready;
        private volatile boolean open = true;

        Watch(Probe<A> probe, Consumer<A> receiver, BooleanSupplier ready) {
            this.probe = probe;
            this.receiver = receiver;
            this.ready = ready;
        }

        /** A fault in a view's code is shown as one of this thread and leaves the other views their answers; a device's does not. */
        void answer(Replica replica) {
            try {
                A answer = probe.answer(replica);
                if (open) {
                    receiver.accept(answer);
                }
            } catch (DeviceFailure e) {
                throw e;
            } catch (RuntimeException e) {
                Thread thread = Thread.currentThread();
                thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
            }
        }
    }
}
