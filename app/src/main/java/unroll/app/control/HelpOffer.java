package unroll.app.control;

import java.util.Optional;
import javafx.scene.Node;

/** Shows help with a node, for whoever presses F1 there. */
@FunctionalInterface
public interface HelpOffer {
    void show();

    /** Makes this the help with a node and all that is in it. */
    default void on(Node node) {
        node.getProperties().put(HelpOffer.class, this);
    }

    /** Takes the help from a node. */
    static void none(Node node) {
        node.getProperties().remove(HelpOffer.class);
    }

    /** The help that a node was given. */
    static Optional<HelpOffer> of(Node node) {
        return node.hasProperties()
                ? Optional.ofNullable((HelpOffer) node.getProperties().get(HelpOffer.class))
                : Optional.empty();
    }
}
