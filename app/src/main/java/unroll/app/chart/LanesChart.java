package unroll.app.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import unroll.app.control.Table;
import unroll.app.control.Tabled;
import unroll.engine.plot.Scale;

/** The losses of several lanes against what they spend, and a mark up to where all have come. */
public final class LanesChart extends StackPane implements Tabled {
    /** Share of the loss axis that stays free above all lines, for the legend. */
    private static final double HEADROOM = 0.12;

    private final ObjectProperty<LanesData> data = new SimpleObjectProperty<>(this, "data", LanesData.EMPTY);
    private final BooleanProperty logUp = new SimpleBooleanProperty(this, "logUp", true);
    private final DoubleProperty smoothing = new SimpleDoubleProperty(this, "smoothing");
    private final LinePlot plot = new LinePlot(44);
    private final HBox legend = new HBox();
    private final Label invitation = new Label("Space starts the race");

    public LanesChart() {
        getStyleClass().add("loss-chart");
        setMinSize(0, 0);
        legend.getStyleClass().add("legend");
        legend.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        legend.setMouseTransparent(true);
        setAlignment(legend, Pos.TOP_RIGHT);
        invitation.getStyleClass().add("muted");
        getChildren().addAll(plot, legend, invitation);
        data.subscribe(this::redraw);
        logUp.subscribe(this::redraw);
        smoothing.subscribe(this::redraw);
    }

    /** What is shown. */
    public ObjectProperty<LanesData> dataProperty() {
        return data;
    }

    /** Whether the losses are on a logarithmic axis. */
    public BooleanProperty logUpProperty() {
        return logUp;
    }

    /** How much of the past smoothed lines keep at each point, below 1; 0 for none. */
    public DoubleProperty smoothingProperty() {
        return smoothing;
    }

    @Override
    public List<Table> tables() {
        LanesData now = data.get();
        if (now.lanes().stream().allMatch(lane -> lane.curve().size() == 0)) {
            return List.of();
        }
        List<Table> tables = new ArrayList<>();
        tables.add(NamedCurve.table("", now.across(), named(now)));
        if (!now.baselines().isEmpty()) {
            tables.add(Level.table("baselines", "loss", now.baselines()));
        }
        return tables;
    }

    private List<NamedCurve> named(LanesData now) {
        return now.lanes().stream().map(this::named).toList();
    }

    private NamedCurve named(LanesData.Lane lane) {
        return new NamedCurve(lane.name(), lane.curve()).smoothed(smoothing.get());
    }

    private void redraw() {
        LanesData now = data.get();
        boolean begun = now.lanes().stream().anyMatch(lane -> lane.curve().size() > 0);
        plot.setVisible(begun);
        legend.setVisible(begun);
        invitation.setVisible(!begun);
        legend.getChildren()
                .setAll(now.lanes().stream()
                        .map(lane -> new Swatch(lane.ink()).named(lane.name()))
                        .toList());
        if (begun) {
            Scale up = up(now);
            List<Line> lines = new ArrayList<>();
            if (now.common() > 0) {
                double[] x = {now.common(), now.common()};
                lines.add(new Line(new Curve(x, new double[] {up.low(), up.high()}), Ink.QUIET, 1, false, true));
            }
            for (LanesData.Lane lane : now.lanes()) {
                lines.addAll(named(lane).lines(lane.ink(), false));
            }
            plot.setNames(now.across(), "loss");
            plot.show(across(now), up, lines, now.baselines());
            plot.read(place -> place + " " + now.across(), named(now));
        }
    }

    private static Scale across(LanesData now) {
        return Scale.upTo(now.lanes().stream()
                .map(LanesData.Lane::curve)
                .filter(curve -> curve.size() > 0)
                .mapToDouble(curve -> curve.x()[curve.size() - 1])
                .max()
                .orElse(1));
    }

    private Scale up(LanesData now) {
        double[] all = Stream.concat(
                        now.lanes().stream()
                                .map(lane -> DoubleStream.of(lane.curve().y())),
                        Stream.of(now.baselines().stream().mapToDouble(Level::value)))
                .flatMapToDouble(values -> values)
                .filter(value -> value > 0 && Double.isFinite(value))
                .toArray();
        double least = DoubleStream.of(all).min().orElse(0.1);
        double most = DoubleStream.of(all).max().orElse(1);
        return logUp.get()
                ? Scale.around(least, most * Math.pow(most / least, HEADROOM))
                : Scale.upTo(most * (1 + HEADROOM));
    }
}
