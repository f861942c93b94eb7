package unroll.engine.sweep;

import java.util.Optional;
import unroll.engine.run.Snapshot;

/** How far a run of a sweep has come. */
public sealed interface Progress {
    /** It has not begun, or was left and waits for its turn. */
    record Waiting() implements Progress {}

    /**
     * It is being opened, or trains.
     *
     * @param threads that share its batches
     * @param snapshot where it stands; absent while it is being opened
     */
    record Running(int threads, Optional<Snapshot> snapshot) implements Progress {}

    /**
     * It is over.
     *
     * @param result what it came to
     */
    record Over(CellResult result) implements Progress {}
}
