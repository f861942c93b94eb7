package unroll.app.sheet;

import atlantafx.base.controls.ToggleSwitch;
import javafx.scene.layout.Region;

/** A switch for a setting that is on or off. */
final class FlagEditor implements Editor {
    private final ToggleSwitch flag = new ToggleSwitch();
    private boolean showing;

    FlagEditor(String name, Submission submission) {
        flag.setAccessibleText(name);
        flag.getStyleClass().add("value-flag");
        flag.selectedProperty().subscribe((before, after) -> {
            if (!showing) {
                submission.submit(after.toString());
            }
        });
    }

    @Override
    public Region node() {
        return flag;
    }

    @Override
    public void show(Object value) {
        showing = true;
        flag.setSelected((Boolean) value);
        showing = false;
    }
}
