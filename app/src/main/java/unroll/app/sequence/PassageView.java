package unroll.app.sequence;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import unroll.app.chart.Ink;
import unroll.app.chart.Swatch;

/** A text in lines, under each the prediction and what the network wrote by itself, with the shared time cursor. */
public final class PassageView extends Pane {
    private final ObjectProperty<Passage> passage = new SimpleObjectProperty<>(this, "passage", Passage.EMPTY);
    private final IntegerProperty time = new SimpleIntegerProperty(this, "time");
    private final PassagePlot plot = new PassagePlot();
    private final HBox legend = new HBox();
    private final Label written;

    public PassageView() {
        getStyleClass().add("passage-view");
        setMinSize(0, 0);
        setAccessibleText("Truth, prediction and free run as text");
        written = new Swatch(Ink.SECOND).named("free run");
        legend.getStyleClass().add("legend");
        legend.getChildren()
                .setAll(
                        new Swatch("swatch-text").named("truth"),
                        new Swatch("swatch-shade").named("prediction, shaded by p(truth)"),
                        written);
        getChildren().setAll(plot, legend);
        plot.setOnMousePressed(event -> point(event.getX(), event.getY()));
        plot.setOnMouseDragged(event -> point(event.getX(), event.getY()));
        passage.subscribe(this::show);
        time.subscribe(this::show);
    }

    /** What is shown. */
    public ObjectProperty<Passage> passageProperty() {
        return passage;
    }

    /** The place that is marked, from 0; a click marks another. */
    public IntegerProperty timeProperty() {
        return time;
    }

    private void point(double x, double y) {
        int place = plot.place(x, y);
        if (place >= 0 && !time.isBound()) {
            time.set(place);
        }
    }

    private void show() {
        boolean free = passage.get().written().length > 0;
        written.setVisible(free);
        written.setManaged(free);
        plot.show(passage.get(), time.get());
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double line = legend.prefHeight(-1);
        double wide = Math.min(getWidth(), legend.prefWidth(-1));
        legend.resizeRelocate(getWidth() - wide, 0, wide, line);
        double top = line + line / 2;
        plot.resizeRelocate(0, top, getWidth(), Math.max(0, getHeight() - top));
    }
}
