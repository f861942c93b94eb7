package unroll.app.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import unroll.app.control.Table;
import unroll.app.control.Tabled;
import unroll.engine.plot.Scale;

/** Mean, least and most of several trials, and below it the share that failed, as thesis fig. 4.1. */
public final class SpreadChart extends VBox implements Tabled {
    private static final List<Ink> INKS = List.of(Ink.MAIN, Ink.SECOND, Ink.QUIET);

    /** Room at both ends of the axis, as a share of it: bars do not stand on the edge. */
    private static final double ROOM = 0.06;

    /** From none to all, with room for a line along either. */
    private static final Scale SHARES = new Scale(-ROOM, 1 + ROOM, false);

    /** Height for the shares that failed, where there is room. */
    private static final double FAILURES = 120;

    private final LinePlot numbers = new LinePlot(44);
    private final LinePlot failures = new LinePlot(36);
    private final HBox legend = new HBox();
    private final Label failed = new Label();

    private final ObjectProperty<Spreads> spreads = new SimpleObjectProperty<>(this, "spreads", Spreads.EMPTY);

    public SpreadChart() {
        getStyleClass().add("spread-chart");
        setMinSize(0, 0);
        legend.getStyleClass().add("legend");
        failed.getStyleClass().add("axis-label");
        failed.setMinHeight(USE_PREF_SIZE);
        legend.setMinHeight(USE_PREF_SIZE);
        numbers.setNumbersBelow(false);
        numbers.setPrefHeight(FAILURES);
        setVgrow(numbers, Priority.ALWAYS);
        failures.setPrefHeight(FAILURES);
        failures.setMinHeight(FAILURES / 2);
        getChildren().addAll(legend, numbers, failed, failures);
        spreads.subscribe(this::draw);
    }

    /** What is shown; the numbers are above 0. */
    public ObjectProperty<Spreads> spreadsProperty() {
        return spreads;
    }

    @Override
    public List<Table> tables() {
        List<String> names = new ArrayList<>();
        List<Spreads.Point> points = new ArrayList<>();
        for (Spreads.Named curve : spreads.get().curves()) {
            curve.points().forEach(point -> names.add(curve.name()));
            points.addAll(curve.points());
        }
        boolean named = names.stream().anyMatch(name -> !name.isEmpty());
        List<Table.Column> columns = new ArrayList<>(named ? List.of(Table.Column.of("curve", names)) : List.of());
        columns.add(column(spreads.get().across(), points, Spreads.Point::x));
        columns.add(column("mean", points, Spreads.Point::mean));
        columns.add(column("least", points, Spreads.Point::min));
        columns.add(column("most", points, Spreads.Point::max));
        columns.add(column("share that failed", points, Spreads.Point::failures));
        return points.isEmpty() ? List.of() : List.of(new Table("", columns));
    }

    private static Table.Column column(
            String head, List<Spreads.Point> points, ToDoubleFunction<Spreads.Point> number) {
        return Table.Column.of(head, points.stream().mapToDouble(number).toArray());
    }

    private void draw(Spreads now) {
        legend.getChildren().clear();
        for (int i = 0; i < now.curves().size(); i++) {
            String name = now.curves().get(i).name();
            if (!name.isEmpty()) {
                legend.getChildren().add(new Swatch(INKS.get(i % INKS.size())).named(name));
            }
        }
        failed.setText("share that failed, against " + now.across());
        getChildren().forEach(part -> part.setVisible(!now.curves().isEmpty()));
        if (!now.curves().isEmpty()) {
            plot(now);
        }
    }

    private void plot(Spreads now) {
        Scale across = across(now);
        List<NamedCurve> means = new ArrayList<>();
        List<NamedCurve> shares = new ArrayList<>();
        List<Line> rates = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < now.curves().size(); i++) {
            List<Spreads.Point> points = now.curves().get(i).points();
            Ink ink = INKS.get(i % INKS.size());
            for (Spreads.Point point : points) {
                lines.add(bar(point, ink));
            }
            lines.add(new Line(curve(points, Spreads.Point::mean), ink, 2, true, false));
            Curve share = curve(points, Spreads.Point::failures);
            rates.add(new Line(share, ink, 2, true, false));
            String name = now.curves().get(i).name();
            means.add(new NamedCurve((name + " mean").strip(), curve(points, Spreads.Point::mean)));
            means.add(new NamedCurve((name + " least").strip(), curve(points, Spreads.Point::min)));
            means.add(new NamedCurve((name + " most").strip(), curve(points, Spreads.Point::max)));
            shares.add(new NamedCurve((name + " failed").strip(), share));
        }
        double[] extremes = all(now, Spreads.Point::min, Spreads.Point::max);
        numbers.setVisible(extremes.length > 0);
        numbers.show(across, Scale.around(least(extremes), most(extremes)), lines, List.of());
        failures.show(across, SHARES, rates, List.of());
        numbers.read(place -> now.across() + " " + place, means);
        failures.read(place -> now.across() + " " + place, shares);
    }

    private static Scale across(Spreads now) {
        double[] x = all(now, Spreads.Point::x, Spreads.Point::x);
        double width = most(x) - least(x) > 0 ? most(x) - least(x) : Math.max(1, Math.abs(least(x)));
        return new Scale(least(x) - ROOM * width, most(x) + ROOM * width, false);
    }

    private static Line bar(Spreads.Point point, Ink ink) {
        double[] x = {point.x(), point.x()};
        return new Line(new Curve(x, new double[] {point.min(), point.max()}), ink, 1, true, false);
    }

    private static Curve curve(List<Spreads.Point> points, ToDoubleFunction<Spreads.Point> y) {
        return new Curve(
                points.stream().mapToDouble(Spreads.Point::x).toArray(),
                points.stream().mapToDouble(y).toArray());
    }

    private static double[] all(
            Spreads now, ToDoubleFunction<Spreads.Point> low, ToDoubleFunction<Spreads.Point> high) {
        return now.curves().stream()
                .flatMap(curve -> curve.points().stream())
                .flatMapToDouble(point -> DoubleStream.of(low.applyAsDouble(point), high.applyAsDouble(point)))
                .filter(Double::isFinite)
                .toArray();
    }

    private static double least(double[] values) {
        return DoubleStream.of(values).min().orElse(1);
    }

    private static double most(double[] values) {
        return DoubleStream.of(values).max().orElse(1);
    }
}
