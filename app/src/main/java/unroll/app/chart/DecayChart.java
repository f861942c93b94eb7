package unroll.app.chart;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import unroll.app.control.Numbers;
import unroll.app.control.Table;
import unroll.app.control.Tabled;
import unroll.engine.plot.Scale;

/** Numbers of several methods over the updates on decades that stay as they are given; hovering reads them. */
public final class DecayChart extends StackPane implements Tabled {
    private final ObjectProperty<DecayData> data = new SimpleObjectProperty<>(this, "data", DecayData.EMPTY);
    private final LinePlot plot = new LinePlot(26);
    private final HBox legend = new HBox();
    private final Region hair = new Region();
    private final Readout readout = new Readout();

    public DecayChart() {
        getStyleClass().add("decay-chart");
        setMinSize(0, 0);
        hair.getStyleClass().add("hair");
        hair.setManaged(false);
        hair.setVisible(false);
        hair.setMouseTransparent(true);
        plot.setNames("updates", "");
        legend.getStyleClass().addAll("legend", "for-pictures");
        legend.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        legend.setMouseTransparent(true);
        setAlignment(legend, Pos.TOP_RIGHT);
        getChildren().addAll(plot, legend, hair, readout);
        data.subscribe(this::redraw);
        setOnMouseMoved(this::read);
        setOnMouseExited(mouse -> hover(false));
    }

    /** What is shown. */
    public ObjectProperty<DecayData> dataProperty() {
        return data;
    }

    @Override
    public List<Table> tables() {
        List<NamedCurve> lanes = data.get().lanes().stream()
                .map(lane -> new NamedCurve(lane.name(), lane.curve()))
                .toList();
        return lanes.isEmpty() ? List.of() : List.of(NamedCurve.table("", "update", lanes));
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
        hover(false);
    }

    private void hover(boolean seen) {
        hair.setVisible(seen);
        readout.setVisible(seen);
    }

    private void read(MouseEvent mouse) {
        Rectangle2D area = plot.area();
        double share = (mouse.getX() - area.getX()) / area.getWidth();
        int update = (int) Math.rint(across().value(share));
        String numbers = data.get().lanes().stream()
                .filter(lane -> update >= 0 && update < lane.curve().size())
                .map(lane -> lane.name() + " " + Numbers.measured(lane.curve().y()[update]))
                .collect(Collectors.joining("\n"));
        boolean known = share >= 0 && share <= 1 && !numbers.isEmpty();
        hover(known);
        if (known) {
            hair.resizeRelocate(Math.rint(mouse.getX()), area.getY(), 1, area.getHeight());
            readout.above(mouse.getX(), area.getMaxX(), area.getMaxY() - 8, "update " + update + "\n" + numbers);
        }
    }
}
