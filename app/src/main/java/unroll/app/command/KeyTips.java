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
            NodeAddress.of(control).ifPresent(address -> tip.setOnShowing(event -> complete(tip, key.apply(address))));
        }
    }

    /** The key is there while the tooltip is: next time it may be another, or none. */
    private static void complete(Tooltip tip, String key) {
        if (!key.isEmpty()) {
            String help = tip.getText();
            String whole = help + " (" + key + ")";
            tip.setText(whole);
            tip.setOnHidden(event -> {
                if (tip.getText().equals(whole)) {
                    tip.setText(help);
                }
            });
        }
    }
}
