package unroll.app.control;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.CssMetaData;
import javafx.css.PseudoClass;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The panel at the right of a screen: its parts below each other, scrolled where they are longer than the window. Where it leaves
 * too little width to the rest of the screen it folds to a strip: its button, or a key that goes to one of its parts, lays it over
 * the rest until the keys go elsewhere.
 */
public final class SidePanel extends Region {
    /** Font sizes below the part that has the keys that are seen where the page gets longer: room for three lines. */
    private static final double BELOW = 5;

    private static final PseudoClass FOLDED = PseudoClass.getPseudoClass("folded");

    private static final StyleablePropertyFactory<SidePanel> CSS =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());

    /** It folds where the rest of the screen would have fewer font sizes of width. */
    private final StyleableProperty<Number> beside =
            CSS.createStyleableNumberProperty(this, "beside", "-u-beside", side -> side.beside, 36);

    private final Em em = new Em();
    private final ScrollPane scroll = new ScrollPane();
    private final QuietButton handle;
    private final BooleanProperty open = new SimpleBooleanProperty(this, "open");

    /** The page has got another height; what is seen follows once the scrolled pane has done what it does of itself. */
    private boolean longer;

    /** The width of the screen. */
    private final ObservableValue<Double> screen = parentProperty()
            .flatMap(parent -> parent.layoutBoundsProperty())
            .map(Bounds::getWidth)
            .orElse(0.0);

    public SidePanel(Node... parts) {
        VBox page = new VBox(parts);
        page.getStyleClass().add("side-page");
        page.heightProperty().subscribe((before, after) -> {
            longer = true;
            requestLayout();
        });
        scroll.setContent(page);
        scroll.getStyleClass().add("side-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        handle = new QuietButton("left", "", () -> open.set(!open.get()));
        getStyleClass().add("side");
        setViewOrder(-1); // unfolded it lies over the rest
        getChildren().addAll(em, scroll, handle);
        open.subscribe(now -> {
            handle.show(now ? "right" : "left", now ? "Fold the side panel away" : "Unfold the side panel");
            requestLayout();
        });
        scroll.addEventFilter(KeyEvent.ANY, this::unfold);
        sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(owner -> open.set(open.get() && isPart(owner)));
        screen.subscribe(this::requestLayout);
    }

    /** Shows its beginning. */
    public void toTop() {
        scroll.setVvalue(0);
    }

    /** What appears below the part that has the keys, such as why a value is refused, is seen. */
    private void keepInView(Region page) {
        if (hasKeys()) {
            Node owner = getScene().getFocusOwner();
            double end = page.sceneToLocal(owner.localToScene(owner.getBoundsInLocal()))
                            .getMaxY()
                    + BELOW * em.size();
            double seen = scroll.getViewportBounds().getHeight();
            double hidden = page.getHeight() - seen;
            if (end > scroll.getVvalue() * hidden + seen) {
                scroll.setVvalue(Math.min(1, (end - seen) / hidden));
            }
        }
    }

    /** Tab that leads into it is pressed elsewhere and released here. */
    private void unfold(KeyEvent key) {
        open.set(open.get() || key.getEventType() == KeyEvent.KEY_PRESSED || key.getCode() == KeyCode.TAB);
    }

    /** Whether a part of it has the keys. */
    public boolean hasKeys() {
        return getScene() != null && isPart(getScene().getFocusOwner());
    }

    private boolean isPart(@Nullable Node node) {
        return node != null && (scroll.equals(node) || isPart(node.getParent()));
    }

    private boolean folded() {
        return screen.getValue() < scroll.prefWidth(-1) + beside.getValue().doubleValue() * em.size();
    }

    private double strip() {
        return snapSizeX(snappedLeftInset() + handle.prefWidth(-1) + snappedRightInset());
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return CSS.getCssMetaData();
    }

    @Override
    protected double computePrefWidth(double height) {
        return folded() ? strip() : scroll.prefWidth(-1);
    }

    @Override
    protected double computeMinWidth(double height) {
        return computePrefWidth(height);
    }

    @Override
    protected void layoutChildren() {
        if (longer && scroll.getContent() instanceof Region page) {
            longer = false;
            keepInView(page);
        }
        boolean folded = folded();
        pseudoClassStateChanged(FOLDED, folded);
        handle.setVisible(folded);
        double left = 0;
        double wide = getWidth();
        if (folded) {
            handle.autosize();
            handle.relocate(snappedLeftInset(), snappedTopInset());
            wide = Math.min(scroll.prefWidth(-1), screen.getValue() - getWidth());
            left = open.get()
                    ? -wide
                    : getWidth(); // out of sight at the edge of the window, but within reach of the keys
        }
        scroll.resizeRelocate(left, 0, wide, getHeight());
    }
}
