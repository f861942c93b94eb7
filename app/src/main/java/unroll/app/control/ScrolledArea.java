package unroll.app.control;

import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/**
 * Gives what lies on it its least size at least, and scrolls where that is more than there is. It follows the keys, and unlike
 * JavaFX' own scroll pane it takes none of them: Space and the arrows are the window's.
 */
public final class ScrolledArea extends Region {
    private final ScrollBar down = bar(Orientation.VERTICAL);
    private final ScrollBar across = bar(Orientation.HORIZONTAL);
    private final Pane port = new Pane();
    private final Rectangle clip = new Rectangle();
    private Optional<Parent> content = Optional.empty();

    /** What is scrolled to as soon as it is known where it lies. */
    private Optional<Node> wanted = Optional.empty();

    /** @param style what style sheets call it */
    public ScrolledArea(String style) {
        getStyleClass().add(style);
        getChildren().addAll(port, down, across);
        addEventHandler(ScrollEvent.SCROLL, this::scroll);
        sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(owner -> {
            if (owner != null) {
                reveal(owner);
            }
        });
    }

    private ScrollBar bar(Orientation orientation) {
        ScrollBar bar = new ScrollBar();
        bar.setOrientation(orientation);
        bar.setVisible(false);
        bar.setFocusTraversable(false);
        bar.valueProperty().subscribe(this::requestLayout);
        return bar;
    }

    /** Takes away what lies on it. */
    public void clear() {
        content = Optional.empty();
        port.getChildren().clear();
    }

    /** Lays this in place of what was there. */
    public void fill(Parent node) {
        clear();
        content = Optional.of(node);
        node.setManaged(false);
        port.getChildren().setAll(node);
        requestLayout();
    }

    /** Scrolls to a node that lies on it. */
    public void reveal(Node node) {
        if (content.filter(whole -> isWithin(node, whole)).isPresent()) {
            wanted = Optional.of(node);
            requestLayout();
        }
    }

    private static boolean isWithin(Node node, Node whole) {
        for (Node outer = node; outer != null; outer = outer.getParent()) {
            if (outer.equals(whole)) {
                return true;
            }
        }
        return false;
    }

    /** Where to scroll to from {@code now}, that what begins and ends there is seen; of what is larger the beginning. */
    private static double nearest(double now, double begin, double end, double room, double most) {
        double latest = Math.min(begin, most);
        return Math.clamp(now, Math.min(latest, Math.max(0, end - room)), latest);
    }

    private static void move(ScrollBar bar, double by) {
        bar.setValue(Math.clamp(bar.getValue() + by, 0, bar.getMax()));
    }

    private void follow(Parent whole) {
        wanted.ifPresent(node -> {
            Bounds there = whole.sceneToLocal(node.localToScene(node.getLayoutBounds()));
            down.setValue(nearest(down.getValue(), there.getMinY(), there.getMaxY(), port.getHeight(), down.getMax()));
            across.setValue(
                    nearest(across.getValue(), there.getMinX(), there.getMaxX(), port.getWidth(), across.getMax()));
        });
        wanted = Optional.empty();
    }

    private void scroll(ScrollEvent wheel) {
        if (down.isVisible() || across.isVisible()) {
            move(down, -wheel.getDeltaY());
            move(across, -wheel.getDeltaX());
            wheel.consume();
        }
    }

    @Override
    protected void layoutChildren() {
        Insets edge = getInsets();
        double wide = getWidth() - edge.getLeft() - edge.getRight();
        double high = getHeight() - edge.getTop() - edge.getBottom();
        double leastWide = content.map(node -> node.minWidth(-1)).orElse(0.0);
        double leastHigh = content.map(node -> node.minHeight(-1)).orElse(0.0);
        double beside = leastHigh > high ? down.prefWidth(-1) : 0;
        double below = leastWide > wide - beside ? across.prefHeight(-1) : 0;
        double seenWide = Math.max(0, wide - beside);
        double seenHigh = Math.max(0, high - below);
        port.resizeRelocate(edge.getLeft(), edge.getTop(), seenWide, seenHigh);
        clip.setWidth(seenWide);
        clip.setHeight(seenHigh);
        port.setClip(beside + below > 0 ? clip : null);
        range(down, leastHigh, seenHigh);
        range(across, leastWide, seenWide);
        down.resizeRelocate(getWidth() - beside, edge.getTop(), beside, seenHigh);
        across.resizeRelocate(edge.getLeft(), getHeight() - below, seenWide, below);
        content.ifPresent(node -> {
            node.resize(Math.max(seenWide, leastWide), Math.max(seenHigh, leastHigh));
            node.layout();
            follow(node);
            node.relocate(-Math.rint(across.getValue()), -Math.rint(down.getValue()));
        });
    }

    private static void range(ScrollBar bar, double needed, double seen) {
        double hidden = Math.max(0, needed - seen);
        bar.setVisible(hidden > 0);
        bar.setMax(hidden);
        bar.setVisibleAmount(hidden == 0 ? 0 : hidden * seen / needed);
        bar.setUnitIncrement(seen / 10);
        bar.setBlockIncrement(seen);
        move(bar, 0);
    }
}
