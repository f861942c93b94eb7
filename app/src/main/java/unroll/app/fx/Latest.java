package unroll.app.fx;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One slot between two threads: whoever offers never waits, at most one hop is pending, and the newest value wins.
 *
 * @param <T> an immutable value
 */
public final class Latest<T> {
    private final AtomicReference<@Nullable T> slot = new AtomicReference<>();
    private final Executor thread;
    private final Consumer<? super T> receiver;

    /** A slot that hands its value to {@code receiver} on {@code thread}. */
    public Latest(Executor thread, Consumer<? super T> receiver) {
        this.thread = thread;
        this.receiver = receiver;
    }

    /** Leaves a value; one that was not yet received is forgotten. */
    public void offer(T value) {
        if (slot.getAndSet(value) == null) {
            thread.execute(this::deliver);
        }
    }

    /** Whether the value that was offered last has been received, so that another would not replace it. */
    public boolean isEmpty() {
        return slot.get() == null;
    }

    private void deliver() {
        T value = slot.getAndSet(null);
        if (value != null) {
            receiver.accept(value);
        }
    }
}
