package unroll.engine.objective;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Threads that share out numbered pieces of one job and wait for the next. Which thread does which piece is left to
 * chance, so pieces must not depend on one another. A round allocates nothing.
 */
public final class Workers implements AutoCloseable {
    /** How often a waiting thread checks before it sleeps: some tens of microseconds, a good part of a short update. */
    private static final int SPINS = 5_000;

    private final Thread[] threads;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger busy = new AtomicInteger();
    private final AtomicInteger round = new AtomicInteger();
    private volatile boolean closed;
    private volatile @Nullable Throwable failure;
    private volatile @Nullable Thread caller;
    private @Nullable IntConsumer job;
    private int pieces;

    /** So many threads, the caller of {@link #run} counted in. */
    public Workers(int count) {
        threads = new Thread[count - 1];
        for (int i = 0; i < threads.length; i++) {
            threads[i] = Thread.ofPlatform().daemon().name("unroll-worker-" + i).unstarted(this::work);
        }
        for (Thread thread : threads) {
            thread.start();
        }
    }

    /** Threads, the caller's among them. */
    public int count() {
        return threads.length + 1;
    }

    /** Does pieces 0 to {@code pieces - 1} of the job and returns when all are done; a piece's failure is thrown here. */
    public void run(int pieces, IntConsumer job) {
        this.job = job;
        this.pieces = pieces;
        failure = null;
        caller = Thread.currentThread();
        next.set(0);
        busy.set(threads.length);
        round.incrementAndGet();
        for (Thread thread : threads) {
            LockSupport.unpark(thread);
        }
        share(job, pieces);
        for (int spins = 0; busy.get() > 0; spins++) {
            pause(spins);
        }
        Throwable thrown = failure;
        if (thrown != null) {
            throw thrown instanceof RuntimeException e ? e : new IllegalStateException(thrown);
        }
    }

    private void work() {
        int seen = 0;
        while (!closed) {
            for (int spins = 0; round.get() == seen && !closed; spins++) {
                pause(spins);
            }
            if (closed) {
                return;
            }
            seen = round.get();
            IntConsumer mine = job;
            if (mine != null) {
                share(mine, pieces);
            }
            if (busy.decrementAndGet() == 0) {
                LockSupport.unpark(caller);
            }
        }
    }

    private void share(IntConsumer job, int pieces) {
        for (int piece = next.getAndIncrement(); piece < pieces; piece = next.getAndIncrement()) {
            try {
                job.accept(piece);
            } catch (RuntimeException | Error e) {
                failure = e;
            }
        }
    }

    private void pause(int spins) {
        if (spins < SPINS) {
            Thread.onSpinWait();
        } else {
            LockSupport.park(this);
        }
    }

    /** Ends the threads. */
    @Override
    public void close() {
        closed = true;
        for (Thread thread : threads) {
            LockSupport.unpark(thread);
        }
    }
}
