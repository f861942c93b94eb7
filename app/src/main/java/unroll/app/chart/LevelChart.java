package unroll.app.chart;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.layout.StackPane;

/** One number over the updates beside a level that matters; hovering reads it. */
public final class LevelChart extends StackPane {
    private final ObjectProperty<Curve> curve = new SimpleObjectProperty<>(this, "curve", Curve.EMPTY);

    /** @param level a height that is drawn as a line */
    public LevelChart(String name, String help, double level) {
        setMinSize(0, 0);
        GaugeChart chart = new GaugeChart(update -> {});
        getChildren().add(chart);
        curve.subscribe(now -> chart.show(new GaugeData(name, help, now, false, List.of(level))));
    }

    /** The number over the updates. */
    public ObjectProperty<Curve> curveProperty() {
        return curve;
    }
}
