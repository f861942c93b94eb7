package unroll.app.training;

import java.util.function.Consumer;
import unroll.engine.probe.Probe;
import unroll.engine.probe.Subscription;

/** A question that an open run is asked until it is closed: what is answered later is not shown any more. On the window's thread. */
final class LiveQuestion implements AutoCloseable {
    private final Subscription asked;
    private boolean closed;

    /** @param show receives the answers */
    <A> LiveQuestion(RunSession run, Probe<A> probe, Consumer<A> show) {
        asked = run.ask(probe, answer -> {
            if (!closed) {
                show.accept(answer);
            }
        });
    }

    @Override
    public void close() {
        closed = true;
        asked.close();
    }
}
