package unroll.engine.sweep;

import java.util.Optional;
import unroll.engine.record.Expenses;
import unroll.engine.run.Snapshot;

/** How far a run of a sweep has come. */
public sealed interface CellProgress {
    /**
     * It waits for its turn.
     *
     * @param left its cost when it was left; absent where it never began
     */
    record Waiting(Optional<Expenses> left) implements CellProgress {}

    /**
     * It is being opened, or trains.
     *
     * @param threads that share its batches
     * @param snapshot where it stands; absent while it is being opened
     * @param minibatches that its updates took, see {@link Stop#minibatch}
     */
    record Running(int threads, Optional<Snapshot> snapshot, double minibatches) implements CellProgress {}

    /**
     * It is over.
     *
     * @param result how it ended
     */
    record Over(CellResult result) implements CellProgress {}
}
