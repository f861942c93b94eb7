package unroll.app.view.netview;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Pane;
import unroll.app.control.OverTime;
import unroll.app.control.Table;
import unroll.app.control.Tabled;
import unroll.app.view.weights.WeightHand;
import unroll.engine.anatomy.Anatomy;
import unroll.engine.anatomy.UnitGroup;

/** The drawing of a network, the sum of the chosen unit below it, and the row that changes the chosen weight. */
final class NetworkView extends Pane implements Tabled, OverTime {
    private static final double GAP = 6;

    /** The sum is shown where it leaves so many font sizes of height to the drawing, and this share of all. */
    private static final double LEAST = 9;

    private static final double SHARE = 0.55;

    private static final String INVITATION =
            "A click or the arrow keys choose a unit, whose sum is written here; a drag changes a weight";

    private final NetworkModel model;
    private final Optional<WeightHand> hand;
    private final IntegerProperty time = new SimpleIntegerProperty(this, "time");
    private final ObjectBinding<NetworkFrame> frame;
    private final NetworkDrawing drawing;
    private final Label words = new Label();
    private final ScrollPane scroll = new ScrollPane(words);
    private final Optional<NetworkBar> bar;

    /** @param hand changes weights; empty where nothing is changed */
    NetworkView(NetworkModel model, Optional<WeightHand> hand) {
        this.model = model;
        this.hand = hand;
        frame = Bindings.createObjectBinding(
                this::frame,
                model.lookProperty(),
                model.unrolledProperty(),
                model.errorsProperty(),
                model.gateProperty(),
                model.unitProperty(),
                model.weightProperty(),
                time);
        drawing = new NetworkDrawing(hands());
        bar = hand.map(whose -> new NetworkBar(model, frame, whose, drawing::requestFocus));
        words.getStyleClass().add("net-sum");
        words.setWrapText(true);
        scroll.getStyleClass().add("net-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        setMinSize(0, 0);
        getChildren().addAll(drawing, scroll);
        bar.ifPresent(getChildren()::add);
        drawing.frameProperty().bind(frame);
        frame.subscribe(this::tell);
    }

    private NetworkDrawing.Hands hands() {
        return new NetworkDrawing.Hands(
                model.unitProperty()::set,
                model.weightProperty()::set,
                (place, number) ->
                        hand.ifPresent(whose -> model.triedProperty().set(Optional.of(NetworkBar.held(place, number)))),
                (place, number) -> hand.ifPresent(whose -> {
                    whose.hold(List.of(NetworkBar.held(place, number)));
                    model.triedProperty().set(Optional.empty());
                }),
                this::edit,
                time::set);
    }

    /** The chosen weight, or the first of the chosen unit, gets the keys. */
    private void edit() {
        if (frame.get().chosenWire().isEmpty()) {
            frame.get().intoChosen().stream()
                    .flatMap(wire -> wire.place().stream())
                    .findFirst()
                    .ifPresent(model.weightProperty()::set);
        }
        bar.ifPresent(NetworkBar::edit);
    }

    private NetworkFrame frame() {
        Anatomy anatomy = model.lookProperty().get().anatomy();
        return new NetworkFrame(
                anatomy,
                Bundle.of(anatomy, model.gateProperty().get()),
                Math.clamp(time.get(), 0, Math.max(0, anatomy.steps() - 1)),
                model.unrolledProperty().get(),
                model.errorsProperty().get(),
                model.unitProperty().get(),
                model.weightProperty().get());
    }

    /** What is written below the drawing. */
    private void tell() {
        NetworkFrame now = frame.get();
        words.setText(now.empty() ? "" : told(now));
        words.getStyleClass().remove("for-hands");
        if (now.unit().none() && now.left().isEmpty()) {
            words.getStyleClass().add("for-hands");
        }
        requestLayout();
    }

    private static String told(NetworkFrame now) {
        if (now.unit().none()) {
            return now.left().isEmpty() ? INVITATION : now.left();
        }
        List<String> lines = new ArrayList<>(
                Arithmetic.of(now.anatomy(), now.unit().row(), now.unit().unit(), now.time()));
        if (now.errors()) {
            UnitGroup group = now.group(now.unit().row());
            double error = now.number(now.unit(), now.time());
            lines.add("dL/d" + group.name(now.unit().unit()) + " = "
                    + (Double.isNaN(error) ? "none flows here" : Figures.value(error)));
        }
        if (!now.left().isEmpty()) {
            lines.add(now.left());
        }
        return String.join("\n", lines);
    }

    /** What is drawn. */
    ObjectBinding<NetworkFrame> frameProperty() {
        return frame;
    }

    NetworkDrawing drawing() {
        return drawing;
    }

    /** What is written. */
    String words() {
        return words.getText();
    }

    @Override
    public int steps() {
        return model.lookProperty().get().anatomy().steps();
    }

    @Override
    public IntegerProperty timeProperty() {
        return time;
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public NetworkView twin() {
        NetworkView twin = new NetworkView(model.twin(), Optional.empty());
        twin.time.set(time.get());
        return twin;
    }

    /** Values and errors with a row for each step, and the connections at the marked step. */
    @Override
    public List<Table> tables() {
        NetworkFrame now = frame.get();
        if (now.empty()) {
            return List.of();
        }
        List<NetworkFrame.Wire> wires = now.wires();
        return List.of(
                new Table("", overTime(now, false)),
                new Table("errors", overTime(now, true)),
                new Table(
                        "connections at step " + (now.time() + 1),
                        List.of(
                                Table.Column.of(
                                        "weight of",
                                        wires.stream()
                                                .map(NetworkFrame.Wire::name)
                                                .toList()),
                                Table.Column.of(
                                        "steps ago",
                                        wires.stream()
                                                .map(wire -> Integer.toString(wire.bundle()
                                                        .connection()
                                                        .lag()))
                                                .toList()),
                                Table.Column.of(
                                        "weight",
                                        wires.stream()
                                                .mapToDouble(NetworkFrame.Wire::weight)
                                                .toArray()),
                                Table.Column.of(
                                        "received",
                                        wires.stream()
                                                .mapToDouble(wire -> wire.bundle()
                                                        .connection()
                                                        .received()[now.time()][
                                                        wire.from().unit()])
                                                .toArray()))));
    }

    private static List<Table.Column> overTime(NetworkFrame now, boolean errors) {
        List<Table.Column> columns = new ArrayList<>();
        columns.add(Table.Column.counting("step", now.anatomy().steps()));
        for (UnitGroup group : now.anatomy().parts()) {
            double[][] rows = errors ? group.errors() : group.values();
            for (int unit = 0; unit < (rows.length == 0 ? 0 : group.shown()); unit++) {
                int at = unit;
                columns.add(Table.Column.of(
                        (errors ? "dL/d" : "") + group.name(unit),
                        IntStream.range(0, rows.length)
                                .mapToDouble(step -> rows[step][at])
                                .toArray()));
            }
        }
        return columns;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double row = bar.filter(Node::isVisible)
                .map(shown -> shown.prefHeight(width) + GAP)
                .orElse(0.0);
        double em = words.getFont().getSize();
        double wanted = words.getText().isEmpty() ? 0 : words.prefHeight(width) + GAP;
        double most = Math.max(0, getHeight() - row - Math.max(LEAST * em, SHARE * getHeight()));
        double below = Math.min(wanted, most);
        scroll.setVisible(below > em);
        double high = Math.max(0, getHeight() - row - (scroll.isVisible() ? below : 0));
        drawing.resizeRelocate(0, 0, width, high);
        scroll.resizeRelocate(0, high + GAP, width, Math.max(0, below - GAP));
        bar.ifPresent(shown -> shown.resizeRelocate(0, getHeight() - row + GAP, width, Math.max(0, row - GAP)));
    }
}
