package unroll.app.shell;

import javafx.scene.Node;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/**
 * Where the focus goes when what had it is hidden or gone: to the window itself, in place of the setting that happens to stand
 * first, which would take the next keys for itself.
 */
final class FocusHome {
    private final Scene scene;

    /** Whether nothing has had the focus since something lost it. */
    private boolean lost = true;

    private FocusHome(Scene scene) {
        this.scene = scene;
    }

    /** Keeps it so in a window. */
    static void keep(Scene scene) {
        FocusHome home = new FocusHome(scene);
        scene.focusOwnerProperty().subscribe((before, now) -> home.moved(now));
    }

    /** JavaFX takes the focus from what is gone, and then, by itself, gives it to the first control that can have it. */
    private void moved(@Nullable Node now) {
        boolean byItself = lost && now != null && !now.equals(scene.getRoot());
        lost = now == null;
        if (byItself) {
            scene.getRoot().requestFocus();
        }
    }
}
