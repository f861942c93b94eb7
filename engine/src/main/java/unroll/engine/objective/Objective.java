package unroll.engine.objective;

import java.util.Map;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;

/** What is to be minimised: for each update a batch is drawn, and on it the parameters have a {@link Surface}. */
public interface Objective {
    /** Numbers in the parameter vector. */
    int dimension();

    /** Where its vectors live. */
    Backend backend();

    /**
     * Updates that share a batch, because each sees the next piece of the same sequences: a computation begins or resumes only
     * at a multiple of it.
     */
    default int updatesPerBatch() {
        return 1;
    }

    /** Draws the batch of that update; the same update gives the same batch, always. */
    void draw(long update);

    /** The mean over the whole batch that is drawn. */
    Surface whole();

    /**
     * The mean over the first sequences of whatever batch is drawn: it shares memory with the whole, so that a sweep of one changes
     * what was swept of the other. An objective that cannot be divided is its own part.
     *
     * @param sequences how many at least; it may take a few more, and all where the batch has fewer
     */
    default Surface part(int sequences) {
        return whole();
    }

    /**
     * What it carries from update to update by name, such as the states of Markov chains: a resumed run needs these vectors as it
     * needs those of the optimiser. Most objectives are functions of the parameters and the update, and carry none.
     */
    default Map<String, Buffer> state() {
        return Map.of();
    }
}
