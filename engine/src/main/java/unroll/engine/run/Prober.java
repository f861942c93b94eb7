package unroll.engine.run;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import unroll.engine.backend.Buffer;

/**
 * Answers the probes of open views between updates, off the trainer's thread: while it is busy the trainer passes by, and
 * with no view open nothing happens.
 */
final class Prober implements AutoCloseable {
    private final List<Watch<?>> watches = new CopyOnWriteArrayList<>();
    private final AtomicBoolean busy = new AtomicBoolean();
    private final ExecutorService executor = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("unroll-prober").factory());
    private final Replica replica;

    Prober(Replica replica) {
        this.replica = replica;
    }

    /** Adds a view's question; closing the subscription takes it back. */
    <A> Subscription watch(Probe<A> probe, Consumer<A> receiver) {
        Watch<A> watch = new Watch<>(probe, receiver);
        watches.add(watch);
        return () -> watches.remove(watch);
    }

    /** Whether a view is open. */
    boolean wanted() {
        return !watches.isEmpty();
    }

    /** Has the questions answered for these parameters, unless the last round is still under way. */
    boolean offer(long update, Buffer theta) {
        if (watches.isEmpty() || !busy.compareAndSet(false, true)) {
            return false;
        }
        replica.take(update, theta);
        executor.execute(this::answer);
        return true;
    }

    /** Ends the thread after the round under way. */
    @Override
    public void close() {
        executor.close();
    }

    private void answer() {
        try {
            for (Watch<?> watch : watches) {
                watch.answer(replica);
            }
        } finally {
            busy.set(false);
        }
    }

    private record Watch<A>(Probe<A> probe, Consumer<A> receiver) {
        void answer(Replica replica) {
            receiver.accept(probe.answer(replica));
        }
    }
}
