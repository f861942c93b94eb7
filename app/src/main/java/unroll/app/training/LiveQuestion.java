package unroll.app.training;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import unroll.engine.probe.Probe;
import unroll.engine.probe.Subscription;

/**
 * What a view asks of the open run while it is seen; on the window's thread.
 *
 * @param <A> the answer, immutable
 */
final class LiveQuestion<A> {
    private final BooleanSupplier seen;
    private final Function<RunSession, Probe<A>> probe;
    private final Consumer<A> show;
    private @Nullable Subscription open;

    /** Answers to questions before the last are not shown any more. */
    private int questions;

    /**
     * Asks nothing yet.
     *
     * @param seen whether somebody looks
     * @param probe the question to a run
     * @param show hears the answers on the window's thread
     */
    LiveQuestion(BooleanSupplier seen, Function<RunSession, Probe<A>> probe, Consumer<A> show) {
        this.seen = seen;
        this.probe = probe;
        this.show = show;
    }

    /** Whether a run is asked. */
    boolean isOpen() {
        return open != null;
    }

    /** Asks a run in place of whatever was asked before; nothing where nobody looks or there is no run. */
    void renew(@Nullable RunSession run) {
        questions++;
        if (open != null) {
            open.close();
            open = null;
        }
        if (run != null && seen.getAsBoolean()) {
            int mine = questions;
            open = run.ask(probe.apply(run), answer -> {
                if (mine == questions) {
                    show.accept(answer);
                }
            });
        }
    }
}
