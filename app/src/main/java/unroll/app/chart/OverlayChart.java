package unroll.app.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import unroll.app.control.Table;
import unroll.app.control.Tabled;
import unroll.engine.plot.Scale;

/** Several runs on top of each other: a line each, or for several that are drawn as one their mean in the band of their spread. */
public final class OverlayChart extends StackPane implements Tabled {
    private static final float SINGLE = 0.8f;

    private final ObjectProperty<OverlayData> data = new SimpleObjectProperty<>(this, "data", OverlayData.EMPTY);
    private final BooleanProperty logUp = new SimpleBooleanProperty(this, "logUp", true);
    private final DoubleProperty smoothing = new SimpleDoubleProperty(this, "smoothing");
    private final StringProperty invitation = new SimpleStringProperty(this, "invitation", "");
    private final LinePlot plot = new LinePlot(44);
    private final FlowPane legend = new FlowPane();
    private final VBox drawing = new VBox(legend, plot);

    public OverlayChart() {
        getStyleClass().add("overlay-chart");
        setMinSize(0, 0);
        legend.getStyleClass().add("overlay-legend");
        legend.setMinHeight(USE_PREF_SIZE);
        drawing.getStyleClass().add("overlay-chart");
        drawing.setMinSize(0, 0);
        VBox.setVgrow(plot, Priority.ALWAYS);
        Label inviting = new Label();
        inviting.getStyleClass().add("muted");
        inviting.setWrapText(true);
        inviting.textProperty().bind(invitation);
        inviting.visibleProperty().bind(drawing.visibleProperty().not());
        getChildren().addAll(drawing, inviting);
        data.subscribe(this::redraw);
        logUp.subscribe(this::redraw);
        smoothing.subscribe(this::redraw);
    }

    /** What is shown. */
    public ObjectProperty<OverlayData> dataProperty() {
        return data;
    }

    /** Whether the numbers are on a logarithmic axis, as far as they are above 0. */
    public BooleanProperty logUpProperty() {
        return logUp;
    }

    /** How much of the past smoothed lines keep at each point, below 1; 0 for none. */
    public DoubleProperty smoothingProperty() {
        return smoothing;
    }

    /** The words in place of the drawing while there is nothing to draw. */
    public StringProperty invitationProperty() {
        return invitation;
    }

    @Override
    public List<Table> tables() {
        List<NamedCurve> all = new ArrayList<>();
        for (OverlayData.Entry entry : data.get().entries()) {
            all.add(named(entry));
            if (entry.low().size() > 0) {
                all.add(new NamedCurve(entry.name() + ", least", entry.low()));
                all.add(new NamedCurve(entry.name() + ", most", entry.high()));
            }
            for (int i = 0; i < entry.singles().size(); i++) {
                all.add(new NamedCurve(
                        entry.name() + ", " + (i + 1), entry.singles().get(i)));
            }
        }
        return all.isEmpty()
                ? List.of()
                : List.of(NamedCurve.table("", data.get().across(), all));
    }

    private void redraw() {
        OverlayData now = data.get();
        boolean something = now.entries().stream().flatMap(OverlayChart::curves).anyMatch(curve -> curve.size() > 0);
        drawing.setVisible(something);
        legend.getChildren()
                .setAll(now.entries().stream()
                        .map(entry -> new Swatch(entry.ink()).named(entry.name()))
                        .toList());
        if (!something) {
            return;
        }
        List<Line> lines = new ArrayList<>();
        List<Ribbon> ribbons = new ArrayList<>();
        for (OverlayData.Entry entry : now.entries().reversed()) { // the first lies on top
            ribbons.add(new Ribbon(entry.low(), entry.high(), entry.ink()));
            entry.singles().forEach(single -> lines.add(new Line(single, entry.ink(), SINGLE, false, false)));
            lines.addAll(named(entry).lines(entry.ink(), entry.dashed()));
        }
        plot.setNames(now.across(), "");
        plot.show(across(now), up(now), lines, List.of(), ribbons);
        plot.read(
                place -> place + " " + now.across(),
                now.entries().stream().map(this::named).toList());
    }

    private NamedCurve named(OverlayData.Entry entry) {
        return new NamedCurve(entry.name(), entry.line()).smoothed(smoothing.get());
    }

    private static Stream<Curve> curves(OverlayData.Entry entry) {
        return Stream.concat(Stream.of(entry.line(), entry.low(), entry.high()), entry.singles().stream());
    }

    private static Scale across(OverlayData now) {
        return Scale.upTo(Math.max(1, numbers(now, Curve::x).max().orElse(1))); // updates are whole
    }

    private Scale up(OverlayData now) {
        double[] all = numbers(now, Curve::y).filter(Double::isFinite).toArray();
        double most = DoubleStream.of(all).max().orElse(1);
        double least = DoubleStream.of(all).filter(value -> value > 0).min().orElse(0);
        return logUp.get() && least > 0 ? Scale.around(least, most) : Scale.upTo(most);
    }

    private static DoubleStream numbers(OverlayData now, Function<Curve, double[]> axis) {
        return now.entries().stream()
                .flatMap(OverlayChart::curves)
                .flatMapToDouble(curve -> DoubleStream.of(axis.apply(curve)));
    }
}
