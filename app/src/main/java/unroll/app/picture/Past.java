package unroll.app.picture;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;

/** The remembered states of a run, for films over training time. */
public interface Past {
    /** A past of nothing. */
    Past NONE = new Past() {
        @Override
        public List<Long> updates() {
            return List.of();
        }

        @Override
        public Optional<Showing> of(Node view) {
            return Optional.empty();
        }
    };

    /** The updates that are remembered, ascending. */
    List<Long> updates();

    /** Another view that shows what a view of the window shows, as it was; empty for one that has no past. */
    Optional<Showing> of(Node view);

    /** A view of the past, for one film. */
    interface Showing {
        Node node();

        /**
         * Finds out what there was to see after so many updates; on a thread that may wait.
         *
         * @return has the view show it, on the window's thread
         */
        Runnable at(long update);
    }
}
