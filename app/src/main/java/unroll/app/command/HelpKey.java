package unroll.app.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import unroll.app.address.NodeAddress;
import unroll.app.control.HelpBubble;
import unroll.app.control.HelpOffer;

/**
 * F1 shows help with what is under the mouse or has the focus, whichever was used last: the help that it or something around it offers, or its
 * tooltip and key. Where there is none the key is left to the commands.
 */
public final class HelpKey {
    private final Scene scene;
    private final Function<NodeAddress, String> key;
    private Optional<Node> pointed = Optional.empty();

    private HelpKey(Scene scene, Function<NodeAddress, String> key) {
        this.scene = scene;
        this.key = key;
    }

    /** @param key of what has an address, as people read it; empty where there is none */
    public static void listenTo(Scene scene, Function<NodeAddress, String> key) {
        HelpKey help = new HelpKey(scene, key);
        scene.addEventFilter(
                MouseEvent.MOUSE_MOVED,
                mouse ->
                        help.pointed = Optional.ofNullable(mouse.getPickResult().getIntersectedNode()));
        scene.addEventFilter(KeyEvent.KEY_PRESSED, help::pressed);
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() != KeyCode.F1) {
            if (!event.getCode().isModifierKey()) {
                pointed = Optional.empty(); // somebody uses the keyboard
            }
            return;
        }
        Optional<HelpOffer> help = pointed.filter(node -> scene.equals(node.getScene()))
                .or(() -> Optional.ofNullable(scene.getFocusOwner()))
                .flatMap(this::around);
        help.ifPresent(offer -> {
            event.consume();
            offer.show();
        });
    }

    /** The help with a node or with the first around it that has some. */
    private Optional<HelpOffer> around(Node node) {
        return of(node).or(() -> Optional.ofNullable(node.getParent()).flatMap(this::around));
    }

    private Optional<HelpOffer> of(Node node) {
        return HelpOffer.of(node).or(() -> {
            Tooltip tip = node instanceof Control control ? control.getTooltip() : null;
            return tip == null || tip.getText() == null || tip.getText().isBlank()
                    ? Optional.empty()
                    : Optional.of(() -> show(node, tip.getText()));
        });
    }

    private void show(Node node, String text) {
        String keys = NodeAddress.of(node).map(key).orElse("");
        String words = text.replace(" (" + keys + ")", ""); // it is there while the tooltip is
        String name = node instanceof Labeled labeled && labeled.getText() != null ? labeled.getText() : "";
        List<Label> lines = new ArrayList<>();
        if (!name.isBlank() && !name.equals(words)) {
            lines.add(HelpBubble.label("help-words", words));
        }
        if (!keys.isEmpty()) {
            lines.add(HelpBubble.label("help-fact", "Key: " + keys));
        }
        HelpBubble.below(node, HelpBubble.content(name.isBlank() ? words : name, lines));
    }
}
