package unroll.app.control;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import unroll.app.look.Icon;

/** A small button that is an icon alone; its tooltip and screen readers explain it. */
public final class QuietButton extends Button {
    public QuietButton(String icon, String help, Runnable action) {
        getStyleClass().add("quiet-button");
        setTooltip(new Tooltip());
        show(icon, help);
        setOnAction(event -> action.run());
    }

    /** From now on the button does something else. */
    public void show(String icon, String help) {
        setGraphic(new Icon(icon));
        getTooltip().setText(help);
        setAccessibleText(help);
    }
}
