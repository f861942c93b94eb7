package unroll.app.control;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;

/** Where a control stands that is off at times, and then tells why, in a tooltip and for F1: what is off receives no mouse itself. */
public final class WhyOff extends StackPane {
    /**
     * A place for a control.
     *
     * @param off while this holds the control is off, or some of what it does
     */
    public WhyOff(Control control, String name, ObservableValue<Boolean> off, ObservableValue<String> why) {
        getChildren().add(control);
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(why);
        HelpOffer help = () -> HelpBubble.below(
                this, HelpBubble.content(name, List.of(HelpBubble.label("help-words", why.getValue()))));
        off.subscribe(now -> {
            if (now) {
                Tooltip.install(this, tip);
                help.on(this);
            } else {
                Tooltip.uninstall(this, tip);
                HelpOffer.none(this);
            }
        });
    }
}
