package unroll.app.address;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;

/** Finds the node that an address names among all that are shown; nobody keeps a list of them, so none can be out of date. */
public final class NodeFinder {
    private final Supplier<List<Scene>> scenes;
    private final Function<NodeAddress, Optional<String>> title;

    /**
     * @param scenes what the windows show
     * @param title what people call the thing of an address, shown or not; empty where there is no such thing
     */
    public NodeFinder(Supplier<List<Scene>> scenes, Function<NodeAddress, Optional<String>> title) {
        this.scenes = scenes;
        this.title = title;
    }

    /** The node of an address where it is seen, or why it is not. */
    public Sighting find(NodeAddress address) {
        return scenes.get().stream()
                .flatMap(scene -> below(scene.getRoot(), address))
                .findFirst()
                .<Sighting>map(Sighting.Seen::new)
                .orElseGet(() -> new Sighting.Unseen(title.apply(address)
                        .map(called -> "\u201c" + called + "\u201d is not shown now.")
                        .orElse("There is no " + address.kind() + " called \u201c" + address.name() + "\u201d.")));
    }

    private static Stream<Node> below(Node node, NodeAddress address) {
        if (!node.isVisible()) {
            return Stream.empty();
        }
        if (NodeAddress.of(node).filter(address::equals).isPresent()) {
            return Stream.of(node);
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream().flatMap(child -> below(child, address))
                : Stream.empty();
    }
}
