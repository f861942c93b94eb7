package unroll.app.address;

import java.util.Optional;
import javafx.scene.Node;

/**
 * What something in the window is called, for ever: {@code view:loss}, {@code setting:optimiser.learningRate}, {@code
 * command:run.play}, {@code screen:runs}.
 *
 * @param kind what it is
 * @param name which of its kind
 */
public record NodeAddress(String kind, String name) {
    /** The button of a command. */
    public static final String COMMAND = "command";

    /** Where a screen is entered. */
    public static final String SCREEN = "screen";

    /** A view that can be arranged. */
    public static final String VIEW = "view";

    /** The row of a setting, by its dotted path; a section by the name of the setting that it is about. */
    public static final String SETTING = "setting";

    /** A card of the gallery, by its title. */
    public static final String CARD = "card";

    private static final String SEPARATOR = ":";

    public NodeAddress {
        if (kind.isBlank() || name.isBlank() || kind.contains(SEPARATOR)) {
            throw new IllegalArgumentException("'" + kind + SEPARATOR + name + "' is no address, such as 'view:loss'");
        }
    }

    /**
     * An address as it is written.
     *
     * @throws IllegalArgumentException where the text is none
     */
    public static NodeAddress of(String text) {
        int end = Math.max(0, text.indexOf(SEPARATOR));
        return new NodeAddress(text.substring(0, end), text.substring(Math.min(text.length(), end + 1)));
    }

    public static NodeAddress command(String id) {
        return new NodeAddress(COMMAND, id);
    }

    public static NodeAddress screen(String id) {
        return new NodeAddress(SCREEN, id);
    }

    public static NodeAddress view(String name) {
        return new NodeAddress(VIEW, name);
    }

    public static NodeAddress setting(String path) {
        return new NodeAddress(SETTING, path);
    }

    public static NodeAddress card(String title) {
        return new NodeAddress(CARD, title);
    }

    /** Gives this address to a node. */
    public <N extends Node> N on(N node) {
        node.getProperties().put(NodeAddress.class, this);
        return node;
    }

    /** The address that a node was given. */
    public static Optional<NodeAddress> of(Node node) {
        return node.hasProperties()
                ? Optional.ofNullable((NodeAddress) node.getProperties().get(NodeAddress.class))
                : Optional.empty();
    }

    /** As it is written. */
    @Override
    public String toString() {
        return kind + SEPARATOR + name;
    }
}
