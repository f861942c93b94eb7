package unroll.engine.backend;

/** A loop over time that lasts until it is closed: {@link Backend#loop}. */
@FunctionalInterface
public interface RowLoop extends AutoCloseable {
    /** In which every operation is done at once. */
    RowLoop AT_ONCE = () -> {};

    @Override
    void close();
}
