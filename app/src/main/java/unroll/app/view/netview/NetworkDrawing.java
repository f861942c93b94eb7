package unroll.app.view.netview;

import java.awt.BasicStroke;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import unroll.app.chart.DrawnCanvas;
import unroll.app.chart.Pen;
import unroll.app.chart.Readout;
import unroll.app.chart.StyledColours;
import unroll.app.control.Em;
import unroll.app.view.WeightPlace;

/** The circles and connections of a network: a click or the arrow keys choose a unit, a drag changes a weight. */
final class NetworkDrawing extends DrawnCanvas {
    private static final StyleablePropertyFactory<NetworkDrawing> CSS =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());

    /** A connection is hit this near, in font sizes. */
    private static final double NEAR = 0.5;

    /** Pixels of a drag by which a weight changes in its second figure. */
    private static final double DRAG = 3;

    private final StyledColours<NetworkPainter.Colour> colours =
            StyledColours.of(this, NetworkPainter.Colour.class, CSS, drawing -> drawing.colours);
    private final ObjectProperty<NetworkFrame> frame = new SimpleObjectProperty<>(this, "frame", NetworkFrame.EMPTY);
    private final Em em = new Em();
    private final Readout readout = new Readout();
    private final Hands hands;
    private NetworkPlan plan = NetworkPlan.of(List.of(), 1, 1, 1, 1);
    private Optional<NetworkPainter> painter = Optional.empty();

    /** The weight in the hand. */
    private Optional<Drag> drag = Optional.empty();

    private record Drag(WeightPlace place, double from, double y, double value) {}

    /**
     * What a person does to the drawing.
     *
     * @param unit chooses one
     * @param weight chooses one
     * @param moved holds a weight at a number while it is dragged
     * @param dropped holds it for good
     * @param edit leads to the number of the chosen weight
     * @param step marks another time step
     */
    record Hands(
            Consumer<UnitPlace> unit,
            Consumer<WeightPlace> weight,
            BiConsumer<WeightPlace, Double> moved,
            BiConsumer<WeightPlace, Double> dropped,
            Runnable edit,
            Consumer<Integer> step) {}

    NetworkDrawing(Hands hands) {
        this.hands = hands;
        getStyleClass().add("net-drawing");
        setFocusTraversable(true);
        setAccessibleText(
                "The network: arrow keys choose a unit, Shift and an arrow key one of its weights, Enter changes it");
        setMinSize(0, 0);
        em.setManaged(false);
        getChildren().addAll(em, readout);
        frame.subscribe(this::requestLayout);
        setOnMousePressed(this::press);
        setOnMouseDragged(this::move);
        setOnMouseReleased(mouse -> drop());
        setOnMouseMoved(this::read);
        setOnMouseExited(mouse -> readout.hide());
        setOnKeyPressed(this::key);
    }

    ObjectProperty<NetworkFrame> frameProperty() {
        return frame;
    }

    /** Where everything lies. */
    NetworkPlan plan() {
        return plan;
    }

    /** The connections as they are drawn. */
    List<NetworkPainter.Drawn> drawn() {
        return painter.map(NetworkPainter::drawn).orElse(List.of());
    }

    @Override
    protected void arrange(double width, double height) {
        NetworkFrame now = frame.get();
        plan = NetworkPlan.of(now.sizes(), now.copies(), width, height, em.size());
        painter = now.empty() ? Optional.empty() : Optional.of(new NetworkPainter(now, plan, colours::get, em.size()));
    }

    @Override
    public void draw(Pen pen) {
        painter.ifPresent(all -> all.paint(pen));
    }

    // Hands

    private void press(MouseEvent mouse) {
        requestFocus();
        for (int copy = 0; copy < plan.copies(); copy++) {
            UnitPlace under = unitAt(mouse.getX(), mouse.getY(), copy);
            if (!under.none()) {
                hands.step().accept(frame.get().first() + copy);
                hands.unit().accept(under);
                return;
            }
        }
        wireAt(mouse.getX(), mouse.getY())
                .ifPresent(wire -> wire.place().ifPresent(place -> {
                    hands.weight().accept(place);
                    double weight = wire.weight();
                    drag = Optional.of(new Drag(place, weight, mouse.getY(), weight));
                }));
    }

    private UnitPlace unitAt(double x, double y, int copy) {
        for (int row = 0; row < plan.sizes().size(); row++) {
            for (int unit = 0; unit < plan.sizes().get(row); unit++) {
                UnitPlace place = new UnitPlace(row, unit);
                if (NetworkPainter.circle(plan, place, copy).contains(x, y)) {
                    return place;
                }
            }
        }
        return UnitPlace.NONE;
    }

    /** A number that lies there before a connection, the thickest first. */
    private Optional<NetworkFrame.Wire> wireAt(double x, double y) {
        List<NetworkPainter.Drawn> thickest = drawn().reversed();
        float near = (float) (2 * NEAR * em.size());
        return thickest.stream()
                .filter(each -> each.label().contains(x, y))
                .findFirst()
                .or(() -> thickest.stream()
                        .filter(each -> each.way()
                                .getBounds2D()
                                .getBounds()
                                .intersects(x - near, y - near, 2.0 * near, 2.0 * near))
                        .filter(each -> new BasicStroke(near)
                                .createStrokedShape(each.way())
                                .contains(x, y))
                        .findFirst())
                .map(NetworkPainter.Drawn::wire);
    }

    private void move(MouseEvent mouse) {
        readout.hide(); // what was read is no longer so
        drag = drag.map(held -> {
            double figure = Math.pow(10, Math.floor(Math.log10(Math.max(0.1, Math.abs(held.from())))) - 1);
            double steps = Math.rint((held.y() - mouse.getY()) / DRAG);
            double value = Math.rint((held.from() + steps * figure) / figure) * figure;
            double tidy = Double.parseDouble(Float.toString((float) value));
            if (tidy != held.value()) {
                hands.moved().accept(held.place(), tidy);
            }
            return new Drag(held.place(), held.from(), held.y(), steps == 0 ? held.from() : tidy);
        });
    }

    private void drop() {
        Optional<Drag> held = drag;
        drag = Optional.empty();
        held.filter(last -> last.value() != last.from())
                .ifPresent(last -> hands.dropped().accept(last.place(), last.value()));
    }

    private void read(MouseEvent mouse) {
        Optional<String> reading = Optional.empty();
        for (int copy = 0; copy < plan.copies() && reading.isEmpty(); copy++) {
            UnitPlace under = unitAt(mouse.getX(), mouse.getY(), copy);
            if (!under.none()) {
                reading = Optional.of(reading(under, frame.get().first() + copy));
            }
        }
        reading.or(() -> wireAt(mouse.getX(), mouse.getY()).map(NetworkDrawing::reading))
                .ifPresentOrElse(words -> readout.near(mouse.getX(), mouse.getY(), this, words), readout::hide);
    }

    private String reading(UnitPlace place, int step) {
        NetworkFrame now = frame.get();
        String name = now.group(place.row()).name(place.unit());
        double bias = now.bias(place);
        return (now.errors() ? "dL/d" + name : name) + " = " + Figures.value(now.number(place, step))
                + (bias == 0 ? "" : ", bias " + Figures.of(bias));
    }

    private static String reading(NetworkFrame.Wire wire) {
        int lag = wire.bundle().connection().lag();
        return wire.name() + ": " + Figures.of(wire.weight())
                + (lag == 0 ? "" : lag == 1 ? ", from the step before" : ", from " + lag + " steps before");
    }

    private void key(KeyEvent key) {
        if (key.isShortcutDown() || key.isAltDown() || frame.get().empty()) {
            return;
        }
        switch (key.getCode()) {
            case LEFT -> sideways(-1, key.isShiftDown());
            case RIGHT -> sideways(1, key.isShiftDown());
            case UP -> hands.unit().accept(upwards(1));
            case DOWN -> hands.unit().accept(upwards(-1));
            case ENTER -> {
                if (key.isShiftDown()) {
                    return;
                }
                hands.edit().run();
            }
            default -> {
                return;
            }
        }
        key.consume();
    }

    private void sideways(int by, boolean weights) {
        NetworkFrame now = frame.get();
        if (!weights) {
            hands.unit().accept(now.unit().none() ? first() : beside(now.unit(), by));
            return;
        }
        List<WeightPlace> into =
                now.intoChosen().stream().flatMap(wire -> wire.place().stream()).toList();
        if (!into.isEmpty()) {
            int at = into.indexOf(now.weight());
            hands.weight().accept(into.get(at < 0 ? 0 : Math.floorMod(at + by, into.size())));
        }
    }

    private UnitPlace beside(UnitPlace place, int by) {
        return new UnitPlace(
                place.row(),
                Math.clamp(place.unit() + (long) by, 0, plan.sizes().get(place.row()) - 1));
    }

    private UnitPlace upwards(int by) {
        UnitPlace now = frame.get().unit();
        if (now.none()) {
            return first();
        }
        int row = Math.clamp(now.row() + (long) by, 0, plan.sizes().size() - 1);
        return new UnitPlace(row, Math.min(now.unit(), plan.sizes().get(row) - 1));
    }

    /** The first unit above the inputs. */
    private UnitPlace first() {
        return new UnitPlace(Math.min(1, plan.sizes().size() - 1), 0);
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return CSS.getCssMetaData();
    }
}
