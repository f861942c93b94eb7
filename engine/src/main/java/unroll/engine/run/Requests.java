package unroll.engine.run;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** What the thread that trains is to do between two updates, in the order in which other threads requested it. */
final class Requests {
    private final BlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>();
    private final AtomicInteger urgent = new AtomicInteger();

    /** Adds a request; on any thread. */
    void add(Runnable request) {
        waiting.add(request);
    }

    /** Adds a request for which an update under way is given up. */
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
