package unroll.app.fx;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A question whose answer takes a while and is found on another thread: of several questions the newest wins, and nobody
 * hears the answer to an older one.
 *
 * @param <Q> an immutable question
 * @param <A> an immutable answer
 */
public final class Asked<Q, A> {
    private final Function<? super Q, ? extends A> work;
    private final Executor window;
    private final BiConsumer<? super Q, ? super A> receiver;
    private final Latest<Q> asked;
    private final AtomicReference<@Nullable Q> newest = new AtomicReference<>();

    /** Finds answers by {@code work} on {@code thread}, one at a time, and hands them to {@code receiver} on {@code window}. */
    public Asked(
            Executor thread,
            Function<? super Q, ? extends A> work,
            Executor window,
            BiConsumer<? super Q, ? super A> receiver) {
        this.work = work;
        this.window = window;
        this.receiver = receiver;
        asked = new Latest<>(thread, this::find);
    }

    /** Asks; the same question as before is not asked again. */
    public void ask(Q question) {
        if (!question.equals(newest.getAndSet(question))) {
            asked.offer(question);
        }
    }

    private synchronized void find(Q question) {
        if (!question.equals(newest.get())) {
            return;
        }
        A answer = work.apply(question);
        window.execute(() -> {
            if (question.equals(newest.get())) {
                receiver.accept(question, answer);
            }
        });
    }
}
