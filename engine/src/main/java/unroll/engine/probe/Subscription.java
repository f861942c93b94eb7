package unroll.engine.probe;

/** An open question; closing it makes it cost nothing. */
@FunctionalInterface
public interface Subscription extends AutoCloseable {
    @Override
    void close();
}
