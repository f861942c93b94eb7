package unroll.app.command;

import java.util.function.Function;
import javafx.event.EventTarget;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import unroll.app.address.NodeAddress;

/** Adds the key of a command to the tooltip of whatever has its address, so that no tooltip repeats a key by hand. */
public final class KeyTips {
    private final Function<NodeAddress, String> key;

    /** @param key of what has an address, as people read it; empty where there is none */
    public KeyTips(Function<NodeAddress, String> key) {
        this.key = key;
    }

    public void listenTo(Scene scene) {
        scene.addEventFilter(MouseEvent.MOUSE_ENTERED_TARGET, event -> entered(event.getTarget()));
    }

    private void entered(EventTarget target) {
        if (target instanceof Control control && control.getTooltip() != null) {
            Tooltip tip = control.getTooltip();
            NodeAddress.of(control)
                    .map(key)
                    .filter(text -> !text.isEmpty())
                    .ifPresent(text -> tip.setOnShowing(event -> complete(tip, " (" + text + ")")));
        }
    }

    private static void complete(Tooltip tip, String key) {
        if (!tip.getText().endsWith(key)) {
            tip.setText(tip.getText() + key);
        }
    }
}
