package unroll.app.chart;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import unroll.app.control.Table;
import unroll.app.control.Tabled;
import unroll.engine.plot.Scale;

/** Numbers of several methods over the updates on decades that stay as they are given; hovering reads them. */
public final class DecayChart extends StackPane implements Tabled {
    private final ObjectProperty<DecayData> data = new SimpleObjectProperty<>(this, "data", DecayData.EMPTY);
    private final LinePlot plot = new LinePlot(26);
    private final HBox legend = new HBox();

    public DecayChart() {
        getStyleClass().add("decay-chart");
        setMinSize(0, 0);
        plot.setNames("updates", "");
        legend.getStyleClass().addAll("legend", "for-pictures");
        legend.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        legend.setMouseTransparent(true);
        setAlignment(legend, Pos.TOP_RIGHT);
        getChildren().addAll(plot, legend);
        data.subscribe(this::redraw);
    }

    /** What is shown. */
    public ObjectProperty<DecayData> dataProperty() {
        return data;
    }

    @Override
    public List<Table> tables() {
        List<NamedCurve> lanes = named(data.get());
        return lanes.isEmpty() ? List.of() : List.of(NamedCurve.table("", "update", lanes));
    }

    private static List<NamedCurve> named(DecayData now) {
        return now.lanes().stream()
                .map(lane -> new NamedCurve(lane.name(), lane.curve()))
                .toList();
    }

    private Scale across() {
        return new Scale(0, Math.max(1, data.get().updates()), false);
    }

    private void redraw() {
        DecayData now = data.get();
        List<Line> lines = now.lanes().stream()
                .map(lane -> new Line(lane.curve(), lane.ink(), 1.8f, false, false))
                .toList();
        legend.getChildren()
                .setAll(now.lanes().stream()
                        .map(lane -> new Swatch(lane.ink()).named(lane.name()))
                        .toList());
        plot.show(across(), new Decades(now.low(), now.high(), false).scale(), lines, List.of());
        plot.read(update -> "update " + update, named(now));
    }
}
