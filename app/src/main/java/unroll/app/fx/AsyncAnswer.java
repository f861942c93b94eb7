package unroll.app.fx;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * A question whose answer takes a while and is found on another thread: of several questions the newest wins, and the
 * answer to an older one is dropped.
 *
 * @param <Q> an immutable question
 * @param <A> an immutable answer
 */
public final class AsyncAnswer<Q, A> {
    private final Function<? super Q, ? extends A> work;
    private final Executor window;
    private final BiConsumer<? super Q, ? super A> receiver;
    private final Latest<Numbered<Q>> asked;
    private final AtomicLong newest = new AtomicLong();

    private record Numbered<Q>(long number, Q question) {}

    /** Finds answers by {@code work} on {@code thread}, one at a time, and hands them to {@code receiver} on {@code window}. */
    public AsyncAnswer(
            Executor thread,
            Function<? super Q, ? extends A> work,
            Executor window,
            BiConsumer<? super Q, ? super A> receiver) {
        this.work = work;
        this.window = window;
        this.receiver = receiver;
        asked = new Latest<>(thread, this::find);
    }

    /** Asks; what was asked before is not of interest any more. */
    public void ask(Q question) {
        asked.offer(new Numbered<>(newest.incrementAndGet(), question));
    }

    private synchronized void find(Numbered<Q> due) {
        if (due.number() != newest.get()) {
            return;
        }
        A answer = work.apply(due.question());
        window.execute(() -> {
            if (due.number() == newest.get()) {
                receiver.accept(due.question(), answer);
            }
        });
    }
}
