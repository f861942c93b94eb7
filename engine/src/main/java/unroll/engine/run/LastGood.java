package unroll.engine.run;

import java.util.List;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;

/**
 * The vectors of a run as they were before the last update: only the next one shows whether it led where nothing can be computed.
 * Allocates nothing once made.
 */
final class LastGood {
    private final Backend backend;
    private final List<Buffer> live;
    private List<Buffer> before;
    private List<Buffer> now;
    private boolean known;

    /** Keeps copies of {@code live}, which others change. */
    LastGood(Backend backend, List<Buffer> live) {
        this.backend = backend;
        this.live = List.copyOf(live);
        before = live.stream().map(this::room).toList();
        now = live.stream().map(this::room).toList();
    }

    private LastGood(LastGood known, List<Buffer> live) {
        backend = known.backend;
        this.live = List.copyOf(live);
        before = known.before;
        now = known.now;
        this.known = known.known;
    }

    /** The same copies for other vectors, which have taken the place of the live ones. */
    LastGood of(List<Buffer> others) {
        return new LastGood(this, others);
    }

    private Buffer room(Buffer like) {
        return backend.allocate(like.rows(), like.columns());
    }

    /** Before an update: copies the live vectors. */
    void save() {
        for (int i = 0; i < live.size(); i++) {
            backend.copy(live.get(i), now.get(i));
        }
    }

    /** The copies that were saved last, in the order of the live vectors. */
    List<Buffer> saved() {
        return now;
    }

    /** After an update that was made: what was saved before it can be returned to. */
    void accept() {
        List<Buffer> free = before;
        before = now;
        now = free;
        known = true;
    }

    /** Returns to what was before the last update that was made; false if that is not known. Works once. */
    boolean takeBack() {
        if (!known) {
            return false;
        }
        for (int i = 0; i < live.size(); i++) {
            backend.copy(before.get(i), live.get(i));
        }
        known = false;
        return true;
    }

    /** From now on nothing is known of an update before. */
    void forget() {
        known = false;
    }
}
