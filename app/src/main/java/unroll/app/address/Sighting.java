package unroll.app.address;

import java.util.Optional;
import javafx.scene.Node;

/** The result of a search for the node of an address. */
public sealed interface Sighting {
    /** It is shown. */
    record Seen(Node node) implements Sighting {}

    /**
     * It is not shown.
     *
     * @param reason why, in one sentence
     */
    record Unseen(String reason) implements Sighting {}

    /** The node; empty where it is not seen. */
    default Optional<Node> seen() {
        return this instanceof Seen(Node node) ? Optional.of(node) : Optional.empty();
    }
}
