package unroll.engine.run;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** What other threads ask of the one that trains, in the order in which they ask. */
final class Requests {
    private final BlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>();
    private final AtomicInteger urgent = new AtomicInteger();

    /** Asks; on any thread. */
    void add(Runnable request) {
        waiting.add(request);
    }

    /** Asks for something for which an update under way ends. */
    void addUrgent(Runnable request) {
        urgent.incrementAndGet();
        waiting.add(() -> {
            urgent.decrementAndGet();
            request.run();
        });
    }

    /** Whether something urgent waits. */
    boolean urgent() {
        return urgent.get() > 0;
    }

    /**
     * Does all that waits, on this thread; where nothing does, waits for something.
     *
     * @param patience for so many milliseconds at most
     */
    void serve(long patience) throws InterruptedException {
        Runnable request = waiting.poll(patience, TimeUnit.MILLISECONDS);
        while (request != null) {
            request.run();
            request = waiting.poll();
        }
    }
}
