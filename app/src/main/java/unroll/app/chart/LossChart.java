package unroll.app.chart;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import unroll.app.control.FittingRow;
import unroll.app.control.Numbers;
import unroll.app.control.Table;
import unroll.app.control.Tabled;
import unroll.app.look.Icon;
import unroll.engine.plot.Scale;

/** Training and test loss over the updates, raw and smoothed, with the baselines to beat. */
public final class LossChart extends StackPane implements Tabled {
    /** How much of the past the smoothed line keeps at each point. */
    private static final double KEPT = 0.9;

    /** Few tests are marked: there the run was tested. */
    private static final int MARKED = 40;

    /** Share of the height that upright marks have, below the legend. */
    private static final double BELOW_LEGEND = 0.88;

    private final ObjectProperty<LossData> data = new SimpleObjectProperty<>(this, "data", LossData.EMPTY);
    private final BooleanProperty logAcross = new SimpleBooleanProperty(this, "logAcross");
    private final BooleanProperty logUp = new SimpleBooleanProperty(this, "logUp", true);
    private final BooleanProperty held = new SimpleBooleanProperty(this, "held");
    private final BooleanProperty smooth = new SimpleBooleanProperty(this, "smooth", true);

    private final StringProperty measure = new SimpleStringProperty(this, "measure", "");

    private final LinePlot plot = new LinePlot(44);
    private final FittingRow legend = new FittingRow();
    private final LongProperty mark = new SimpleLongProperty(this, "mark", -1);
    private final Region marker = new Region();
    private final Label broken = new Label();
    private final Label invitation = new Label("Space starts the training");

    private Scale across = Scale.upTo(1);
    private Scale up = Scale.upTo(1);

    public LossChart() {
        getStyleClass().add("loss-chart");
        setMinSize(0, 0);
        marker.getStyleClass().add("time-cursor");
        broken.getStyleClass().add("broken");
        broken.setGraphic(new Icon("warning"));
        for (Region floating : List.of(marker, broken)) {
            floating.setManaged(false);
            floating.setVisible(false);
            floating.setMouseTransparent(true);
        }
        legend.getStyleClass().add("legend");
        legend.addYielding(
                0,
                new Swatch(Ink.QUIET).named("train"),
                data.map(now -> now.train().size() > 0 || now.test().size() == 0));
        legend.addYielding(2, new Swatch(Ink.MAIN).named("test"));
        legend.addYielding(
                1,
                new Swatch(Ink.SECOND).named("test of the first run"),
                data.map(now -> now.left().isPresent()));
        legend.setMaxHeight(Region.USE_PREF_SIZE);
        legend.setAlignment(Pos.TOP_RIGHT);
        legend.setMouseTransparent(true);
        setAlignment(legend, Pos.TOP_RIGHT);
        invitation.getStyleClass().add("muted");
        getChildren().addAll(plot, legend, marker, broken, invitation);
        data.subscribe(this::redraw);
        logAcross.subscribe(this::redraw);
        logUp.subscribe(this::redraw);
        held.subscribe(this::redraw);
        smooth.subscribe(this::redraw);
        mark.subscribe(update -> {
            plot.readAt(update.longValue() < 0 ? Double.NaN : update.doubleValue());
            requestLayout();
        });
        measure.subscribe(now -> plot.setNames("updates", now));
        redraw();
    }

    /** What is shown. */
    public ObjectProperty<LossData> dataProperty() {
        return data;
    }

    /** The update whose network is looked at, if that is an earlier one; negative for none. */
    public LongProperty markProperty() {
        return mark;
    }

    /** Another chart of the same curves, seen the same way, with a mark of its own. */
    public LossChart twin() {
        LossChart twin = new LossChart();
        twin.logAcross.set(logAcross.get());
        twin.logUp.set(logUp.get());
        twin.smooth.set(smooth.get());
        twin.measure.set(measure.get());
        twin.data.set(data.get());
        twin.across = across;
        twin.up = up;
        twin.held.set(held.get());
        return twin;
    }

    /** What a loss is and its unit, for those who get its numbers. */
    public StringProperty measureProperty() {
        return measure;
    }

    @Override
    public List<Table> tables() {
        LossData now = data.get();
        String unit = measure.get().isEmpty() ? "" : " (" + measure.get() + ")";
        List<NamedCurve> curves = new ArrayList<>();
        curves.add(new NamedCurve("train" + unit, now.train()));
        curves.add(new NamedCurve("test" + unit, now.test()));
        now.left().ifPresent(run -> curves.add(new NamedCurve("test of the first run" + unit, run.test())));
        List<Table> tables = new ArrayList<>();
        if (now.train().size() > 0 || now.test().size() > 0) {
            tables.add(NamedCurve.table("", "update", curves));
        }
        if (!tables.isEmpty() && !now.baselines().isEmpty()) {
            tables.add(Level.table("baselines", "test" + unit, now.baselines()));
        }
        return tables;
    }

    /** Whether the updates are on a logarithmic axis. */
    public BooleanProperty logAcrossProperty() {
        return logAcross;
    }

    /** Whether the loss is on a logarithmic axis. */
    public BooleanProperty logUpProperty() {
        return logUp;
    }

    /** Whether the axes stay as they are, whatever comes. */
    public BooleanProperty heldProperty() {
        return held;
    }

    /** Whether a smoothed line of the training loss lies over its own. */
    public BooleanProperty smoothProperty() {
        return smooth;
    }

    private void redraw() {
        LossData now = data.get();
        boolean begun = now.train().size() > 0 || now.test().size() > 0;
        plot.setVisible(begun);
        legend.setVisible(begun);
        invitation.setVisible(!begun);
        if (!held.get() || across.logarithmic() != logAcross.get()) {
            across = LossScales.across(now, logAcross.get());
        }
        if (!held.get() || up.logarithmic() != logUp.get()) {
            up = LossScales.up(now, logUp.get());
        }
        plot.show(across, up, lines(), now.baselines());
        List<NamedCurve> curves =
                new ArrayList<>(List.of(new NamedCurve("train", now.train()), new NamedCurve("test", now.test())));
        now.left().ifPresent(run -> curves.add(new NamedCurve("test of the first run", run.test())));
        plot.read(update -> "update " + update, curves);
        requestLayout();
    }

    /** What is drawn, the last on top. */
    List<Line> lines() {
        LossData now = data.get();
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(now.train(), smooth.get() ? Ink.FAINT : Ink.QUIET, 1, false, false));
        if (smooth.get()) {
            lines.add(new Line(now.train().smoothed(KEPT), Ink.QUIET, 1.6f, false, false));
        }
        now.left().ifPresent(run -> {
            double[] at = {run.update(), run.update()};
            double[] below = {up.low(), up.value(BELOW_LEGEND)};
            lines.add(new Line(new Curve(at, below), Ink.QUIET, 1, false, true));
            lines.add(new Line(run.test(), Ink.SECOND, 1.6f, run.test().size() <= MARKED, true));
        });
        lines.add(new Line(now.test(), Ink.MAIN, 2, now.test().size() <= MARKED, false));
        return lines;
    }

    Scale across() {
        return across;
    }

    Scale up() {
        return up;
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        layoutMarker();
        broken.setVisible(data.get().brokenAt().isPresent());
        data.get().brokenAt().ifPresent(update -> {
            broken.setText("NaN at " + Numbers.whole(update));
            broken.autosize();
            Rectangle2D area = plot.area();
            double x =
                    plot.getLayoutX() + area.getX() + Math.clamp(across.share((double) update), 0, 1) * area.getWidth();
            boolean left = x + broken.getWidth() > getWidth();
            broken.relocate(left ? x - broken.getWidth() - 6 : x + 2, plot.getLayoutY() + area.getY() + legendHeight());
        });
    }

    private void layoutMarker() {
        marker.setVisible(mark.get() >= 0 && plot.isVisible());
        Rectangle2D area = plot.area();
        double share = Math.clamp(across.share((double) mark.get()), 0, 1);
        double x = plot.getLayoutX() + area.getX() + share * area.getWidth();
        double high = Math.rint(BELOW_LEGEND * area.getHeight());
        marker.resizeRelocate(Math.rint(x) - 1, plot.getLayoutY() + area.getMaxY() - high, 2, high);
    }

    private double legendHeight() {
        return 1.5 * broken.getHeight();
    }
}
