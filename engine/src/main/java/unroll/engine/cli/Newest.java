package unroll.engine.cli;

import org.jspecify.annotations.Nullable;

/**
 * A slot for values that other threads put in: whoever takes one out gets the newest, and waits where there is nothing new.
 *
 * @param <A> the values
 */
final class Newest<A> {
    private @Nullable A value;

    synchronized void put(A newer) {
        value = newer;
        notifyAll();
    }

    synchronized A take() throws InterruptedException {
        while (true) {
            A taken = value;
            if (taken != null) {
                value = null;
                return taken;
            }
            wait();
        }
    }
}
