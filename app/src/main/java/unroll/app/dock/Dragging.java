package unroll.app.dock;

import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.MouseEvent;

/** Takes views by their headers or tabs to other places, or out of the window. */
final class Dragging {
    /** Fewer pixels are a click. */
    private static final double CLICK = 8;

    private final Dock dock;
    private Point2D pressed = Point2D.ZERO;
    private boolean under;

    Dragging(Dock dock) {
        this.dock = dock;
    }

    /** @param handle by which the view is taken */
    void listenTo(Node handle, View view) {
        handle.setOnMousePressed(mouse -> pressed = screen(mouse));
        handle.setOnMouseDragged(mouse -> {
            drag(screen(mouse));
            if (under && handle instanceof ButtonBase button) {
                button.disarm(); // what is taken is not clicked
            }
        });
        handle.setOnMouseReleased(mouse -> release(view, screen(mouse)));
    }

    private static Point2D screen(MouseEvent mouse) {
        return new Point2D(mouse.getScreenX(), mouse.getScreenY());
    }

    private void drag(Point2D screen) {
        under |= screen.distance(pressed) > CLICK;
        if (under) {
            dock.hint(dock.at(screen).map(target -> Drop.at(target, screen)));
        }
    }

    private void release(View view, Point2D screen) {
        if (under) {
            under = false;
            dock.hint(Optional.empty());
            Optional<View> target = dock.at(screen);
            if (target.isPresent()) {
                dock.apply("Move a view", Drop.at(target.get(), screen).of(dock.arrangement(), view.name()));
            } else if (!dock.covers(screen)) {
                dock.detach(view, screen);
            }
        }
    }
}
