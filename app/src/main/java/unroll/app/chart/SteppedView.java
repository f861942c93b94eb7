package unroll.app.chart;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import unroll.app.control.OverTime;
import unroll.app.control.Table;
import unroll.app.control.Tabled;

/**
 * A drawing over the time steps of a sequence with the time cursor, a sentence about it below, and a hint in it while there is
 * little to see. Where there is little room the drawing has it.
 *
 * @param <D> what is drawn
 */
public abstract class SteppedView<D extends SteppedData> extends Pane implements Tabled, OverTime {
    protected static final double GAP = 6;

    /** The sentence is shown where it leaves so many font sizes of height to the drawing. */
    private static final double LEAST = 9;

    private final ObjectProperty<D> data;
    private final IntegerProperty time = new SimpleIntegerProperty();
    private final Label words = new Label();
    private final Label hint = new Label();
    private Optional<StepCursor> cursor = Optional.empty();

    /** @param nothing is drawn at first */
    protected SteppedView(D nothing) {
        data = new SimpleObjectProperty<>(nothing);
        words.getStyleClass().add("stepped-words");
        words.setWrapText(true);
        hint.getStyleClass().addAll("stepped-hint", "for-hands");
        hint.setWrapText(true);
        hint.setMouseTransparent(true);
        hint.setManaged(false);
    }

    /**
     * Begins to draw.
     *
     * @param area where the steps lie across the view
     * @param reading of the drawing under the mouse
     * @param parts of the drawing
     */
    protected final void begin(Supplier<Rectangle2D> area, StepCursor.Reading reading, List<? extends Node> parts) {
        setMinSize(0, 0);
        getChildren().setAll(parts);
        getChildren().addAll(words, hint);
        cursor = Optional.of(new StepCursor(this, area, reading));
        hint.textProperty().subscribe(this::requestLayout);
        data.subscribe(now -> {
            parts.forEach(part -> part.setVisible(now.steps() > 0));
            words.setText(now.words());
            draw(now);
            cursor.ifPresent(StepCursor::refresh);
            requestLayout();
        });
    }

    /** Draws this. */
    protected abstract void draw(D now);

    /** Lays out the parts from the top of the view down to {@code height}, and then the cursor and the hint. */
    protected abstract void layoutDrawing(double width, double height);

    /** Another view of this kind, of nothing yet. */
    protected abstract SteppedView<D> another();

    /** What is shown. */
    public final ObjectProperty<D> dataProperty() {
        return data;
    }

    /** What to do while there is little to see; empty if there is much. */
    public final StringProperty hintProperty() {
        return hint.textProperty();
    }

    /** The time step that is marked, from 0; a click marks another. */
    @Override
    public final IntegerProperty timeProperty() {
        return time;
    }

    @Override
    public final int steps() {
        return data.get().steps();
    }

    @Override
    public final List<Table> tables() {
        return data.get().tables();
    }

    @Override
    public final Node node() {
        return this;
    }

    @Override
    public final SteppedView<D> twin() {
        SteppedView<D> twin = another();
        twin.data.set(data.get());
        return twin;
    }

    @Override
    protected final void layoutChildren() {
        double width = getWidth();
        double below = words.getText().isEmpty() ? 0 : words.prefHeight(width) + GAP;
        words.setVisible(getHeight() - below >= LEAST * words.getFont().getSize());
        double high = Math.max(0, getHeight() - (words.isVisible() ? below : 0));
        words.resizeRelocate(0, high + GAP, width, Math.max(0, below - GAP));
        layoutDrawing(width, high);
    }

    /** Lays the cursor over these stretches of the height: over what is drawn, and not over numbers and words between. */
    protected final void layoutCursor(StepCursor.Span... spans) {
        cursor.ifPresent(line -> line.layout(List.of(spans)));
    }

    /** Lays the hint into the middle of a part of the view, where it has room. */
    protected final void layoutHint(Rectangle2D room) {
        double width = Math.min(hint.prefWidth(-1), Math.max(0, room.getWidth() - 4 * GAP));
        double height = hint.prefHeight(width);
        hint.setVisible(!hint.getText().isEmpty() && steps() > 0 && height <= room.getHeight());
        hint.resizeRelocate(
                Math.rint(room.getCenterX() - width / 2), Math.rint(room.getCenterY() - height / 2), width, height);
    }
}
