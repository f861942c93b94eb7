package unroll.app.design;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;
import unroll.app.control.Table;
import unroll.app.control.Tabled;
import unroll.engine.model.Plan;

/**
 * The drawing of a network: boxes that are chosen and connected by mouse and keys, folded with loops, or unfolded over some
 * time steps.
 */
final class PlanPane extends Pane implements Tabled {
    private static final PseudoClass TROUBLE = PseudoClass.getPseudoClass("trouble");

    /** Time steps of an unfolded drawing. */
    private static final int STEPS = 4;

    private static final double GAP_ACROSS = 30;
    private static final double GAP_UP = 52;

    /** Room for loops at the right of a folded drawing. */
    private static final double LOOPS = 92;

    /** How far a loop reaches out, and the next one further. */
    private static final double LOOP = 54;

    private static final double NEXT_LOOP = 26;

    private static final double EDGE = 26;
    private static final double LARGEST = 1.3;

    /** The font size for which boxes are as large as they say. */
    private static final double FONT = 13;

    private static final Duration TURN = Duration.millis(450);

    private final DesignModel model;
    private final DesignController controller;
    private final Region em = new Region();
    private final LetteredGroup drawn = new LetteredGroup();
    private final Line rubber = new Line();
    private final Label words = new Label();
    private final DoubleProperty unfolding = new SimpleDoubleProperty(this, "unfolding");
    private final Timeline turning = new Timeline();
    private final List<Copy> copies = new ArrayList<>();
    private final List<Joined> links = new ArrayList<>();
    private Places places = Places.of(new Plan(List.of(), List.of()));
    private Optional<String> connecting = Optional.empty();
    private Optional<String> pressed = Optional.empty();

    /** The network at one time step. */
    private record Copy(Map<String, LayerBox> boxes, Label step) {}

    /** A connection from one time step to another; with its loop where the drawing is folded. */
    private record Joined(LinkShape shape, int from, int to, boolean folded) {}

    PlanPane(DesignModel model, DesignController controller) {
        this.model = model;
        this.controller = controller;
        getStyleClass().add("plan");
        setMinSize(0, 0);
        setFocusTraversable(true);
        setAccessibleText("Drawing of the network: arrows move from layer to layer, C connects, Delete deletes");
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        em.getStyleClass().add("em");
        em.setVisible(false);
        drawn.setManaged(false);
        rubber.getStyleClass().add("plan-rubber");
        rubber.setMouseTransparent(true);
        words.getStyleClass().add("plan-words");
        words.setWrapText(true);
        getChildren().addAll(em, drawn, words);
        model.drawingProperty().subscribe(drawing -> build());
        model.selectionProperty().subscribe(chosen -> mark());
        model.unfoldedProperty().subscribe((before, after) -> turn(after));
        unfolding.subscribe(share -> requestLayout());
        addEventHandler(MouseEvent.MOUSE_PRESSED, mouse -> press(mouse, new Selection.Nothing()));
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    @Override
    public List<Table> tables() {
        return model.drawingProperty().get().tables();
    }

    private void turn(boolean unfolded) {
        turning.stop();
        turning.getKeyFrames()
                .setAll(new KeyFrame(TURN, new KeyValue(unfolding, unfolded ? 1 : 0, Interpolator.EASE_BOTH)));
        turning.play();
    }

    // Building

    private void build() {
        NetworkDrawing drawing = model.drawingProperty().get();
        places = Places.of(drawing.plan());
        copies.clear();
        links.clear();
        List<Node> nodes = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            Map<String, LayerBox> boxes = new HashMap<>();
            for (String name : places.spots().keySet()) {
                LayerBox box = new LayerBox(name, drawing);
                listen(box);
                boxes.put(name, box);
            }
            Label label = new Label("t = " + (step + 1));
            label.getStyleClass().add("plan-step");
            copies.add(new Copy(boxes, label));
        }
        for (Plan.Link link : drawing.plan().links()) {
            for (int step = 0; step < STEPS; step++) {
                if (step + link.lag() < STEPS) {
                    links.add(joined(link, step, step + link.lag(), false));
                }
            }
            if (link.lag() > 0) {
                links.add(joined(link, 0, 0, true));
            }
        }
        links.forEach(link -> nodes.add(link.shape()));
        copies.forEach(copy -> {
            nodes.addAll(copy.boxes().values());
            nodes.add(copy.step());
        });
        nodes.add(rubber);
        rubber.setVisible(false);
        drawn.getChildren().setAll(nodes);
        mark();
        requestLayout();
    }

    private Joined joined(Plan.Link link, int from, int to, boolean folded) {
        LinkShape shape = new LinkShape(link, model.drawingProperty().get().faulty(link), folded);
        shape.setOnMousePressed(mouse -> press(mouse, new Selection.OfLink(link)));
        return new Joined(shape, from, to, folded);
    }

    private void mark() {
        Selection chosen = model.selectionProperty().get();
        copies.forEach(copy -> copy.boxes().forEach((name, box) -> {
            box.choose(chosen.equals(new Selection.OfLayer(name)));
            box.aim(false);
        }));
        links.forEach(link -> link.shape()
                .choose(chosen.equals(new Selection.OfLink(link.shape().link()))));
        say();
    }

    private void say() {
        NetworkDrawing drawing = model.drawingProperty().get();
        String text = connecting
                .map(from -> "Connect " + from + " to: arrows choose, Enter connects, Esc leaves it")
                .orElse(
                        drawing.faults().isEmpty()
                                ? ""
                                : drawing.faults().getFirst().reason());
        words.setText(text);
        words.pseudoClassStateChanged(TROUBLE, connecting.isEmpty() && !text.isEmpty());
    }

    // Mouse

    private void listen(LayerBox box) {
        box.setOnMousePressed(mouse -> {
            press(mouse, new Selection.OfLayer(box.name()));
            pressed = Optional.of(box.name());
        });
        box.setOnMouseDragged(mouse -> drag(box, mouse));
        box.setOnMouseReleased(mouse -> release(box, mouse));
    }

    private void press(MouseEvent mouse, Selection chosen) {
        requestFocus();
        connecting = Optional.empty();
        model.selectionProperty().set(chosen);
        say();
        mouse.consume();
    }

    private void drag(LayerBox box, MouseEvent mouse) {
        Point2D here = drawn.sceneToLocal(mouse.getSceneX(), mouse.getSceneY());
        rubber.setStartX(box.middleX());
        rubber.setStartY(box.middleY());
        rubber.setEndX(here.getX());
        rubber.setEndY(here.getY());
        Optional<LayerBox> over = over(here);
        rubber.setVisible(!over.equals(Optional.of(box)));
        copies.forEach(copy -> copy.boxes().values().forEach(other -> other.aim(over.equals(Optional.of(other)))));
        mouse.consume();
    }

    private void release(LayerBox box, MouseEvent mouse) {
        Point2D here = drawn.sceneToLocal(mouse.getSceneX(), mouse.getSceneY());
        boolean moved = rubber.isVisible();
        rubber.setVisible(false);
        Optional<LayerBox> over = over(here);
        over.ifPresent(to -> to.aim(false));
        if (moved && over.isPresent() && pressed.isPresent()) {
            controller.connect(box.name(), over.get().name());
        }
        pressed = Optional.empty();
        mouse.consume();
    }

    private Optional<LayerBox> over(Point2D point) {
        return copies.stream()
                .filter(copy -> copies.indexOf(copy) == 0 || unfolding.get() > 0)
                .flatMap(copy -> copy.boxes().values().stream())
                .filter(box -> box.getBoundsInParent().contains(point))
                .findFirst();
    }

    // Keys

    private void key(KeyEvent key) {
        boolean taken = true;
        switch (key.getCode()) {
            case UP -> move((spot, other) -> other.row() - spot.row(), true);
            case DOWN -> move((spot, other) -> spot.row() - other.row(), true);
            case LEFT -> move((spot, other) -> sign(spot.across() - other.across()), false);
            case RIGHT -> move((spot, other) -> sign(other.across() - spot.across()), false);
            case C -> connect();
            case ENTER -> taken = finish();
            case ESCAPE -> {
                taken = connecting.isPresent();
                connecting = Optional.empty();
                mark();
            }
            default -> taken = false;
        }
        if (taken) {
            key.consume();
        }
    }

    private static int sign(double difference) {
        return (int) Math.signum(difference);
    }

    /** To the nearest in a direction, which {@code ahead} says by a number above 0. */
    private void move(BiFunction<Places.Spot, Places.Spot, Integer> ahead, boolean rows) {
        String from = target().orElse(Plan.INPUT);
        Places.Spot spot = places.spots().getOrDefault(from, new Places.Spot(0, 0));
        places.spots().entrySet().stream()
                .filter(entry -> ahead.apply(spot, entry.getValue()) > 0
                        && (rows || entry.getValue().row() == spot.row()))
                .min(Comparator.comparingDouble((Map.Entry<String, Places.Spot> entry) ->
                        4 * Math.abs(entry.getValue().row() - spot.row())
                                + Math.abs(entry.getValue().across() - spot.across())))
                .ifPresent(entry -> aimAt(entry.getKey()));
    }

    /** What the arrows move from: the aim of a connection, or what is chosen. */
    private Optional<String> target() {
        return model.selectionProperty().get() instanceof Selection.OfLayer(String name)
                ? Optional.of(name)
                : Optional.empty();
    }

    private void aimAt(String name) {
        model.selectionProperty().set(new Selection.OfLayer(name));
        connecting.ifPresent(from -> copies.getFirst().boxes().forEach((other, box) -> box.aim(other.equals(name))));
    }

    /** Begins a connection at the layer that is chosen. */
    void connect() {
        connecting = model.drawingProperty().get().editable() ? target() : Optional.empty();
        say();
    }

    private boolean finish() {
        Optional<String> from = connecting;
        connecting = Optional.empty();
        if (from.isPresent()) {
            target().ifPresent(to -> controller.connect(from.get(), to));
            say();
        }
        return from.isPresent();
    }

    // Layout

    private static double rowHeight() {
        return LayerBox.HEIGHT + GAP_UP;
    }

    private double gridWidth() {
        return places.columns() * (LayerBox.WIDTH + GAP_ACROSS) - GAP_ACROSS;
    }

    /** From one time step to the next. */
    private double stride() {
        return gridWidth() + 64;
    }

    @Override
    protected void layoutChildren() {
        double share = unfolding.get();
        double width = gridWidth() + LOOPS * 2 * (1 - share) + (STEPS - 1) * stride() * share;
        double height = places.rows() * rowHeight() - GAP_UP + 26 * share;
        double scale = Math.min(
                LARGEST * em.prefWidth(-1) / FONT,
                Math.min((getWidth() - 2 * EDGE) / width, (getHeight() - 2 * EDGE) / height));
        if (!(scale > 0)) {
            return;
        }
        double left = getWidth() / 2 - scale * ((STEPS - 1) * stride() * share + gridWidth()) / 2;
        double top = getHeight() / 2 - scale * height / 2;
        drawn.letters((int) (10 * scale * FONT / em.prefWidth(-1)));
        for (int step = 0; step < STEPS; step++) {
            place(copies.get(step), step, left + scale * gridWidth() / 2, top, scale);
        }
        for (Joined link : links) {
            place(link, scale);
        }
        words.resize(getWidth(), words.prefHeight(getWidth()));
        words.relocate(0, getHeight() - words.getHeight() - 6);
    }

    private void place(Copy copy, int step, double middle, double top, double scale) {
        double share = unfolding.get();
        double x = middle + scale * step * stride() * share;
        copy.boxes().forEach((name, box) -> {
            Places.Spot spot = places.spots().getOrDefault(name, new Places.Spot(0, 0));
            box.put(
                    x + scale * spot.across() * (LayerBox.WIDTH + GAP_ACROSS),
                    top + scale * (places.rows() - 1 - spot.row()) * rowHeight(),
                    scale);
            box.setOpacity(step == 0 ? 1 : share);
            box.setVisible(step == 0 || share > 0);
        });
        Label label = copy.step();
        label.autosize();
        label.setOpacity(share);
        label.setVisible(share > 0);
        label.relocate(
                Math.rint(x - label.getWidth() / 2),
                Math.rint(top + scale * (places.rows() * rowHeight() - GAP_UP + 8)));
    }

    private void place(Joined link, double scale) {
        LinkShape shape = link.shape();
        LayerBox from = copies.get(link.from()).boxes().get(shape.link().from());
        LayerBox to = copies.get(link.to()).boxes().get(shape.link().to());
        double share = unfolding.get();
        boolean first = link.from() == 0 && link.to() == 0;
        double opacity = link.folded() ? 1 - share : first ? 1 : share;
        shape.setOpacity(opacity);
        shape.setVisible(opacity > 0);
        if (from == null || to == null) {
            return; // an end that is not drawn
        }
        if (link.folded()) {
            shape.loop(from, to, scale * (LOOP + NEXT_LOOP * indexOfLoop(shape.link())));
        } else if (shape.link().lag() > 0) {
            shape.onwards(from, to);
        } else {
            shape.up(from, to, scale * rowHeight());
        }
    }

    /** Which of several loops between the same layers it is. */
    private int indexOfLoop(Plan.Link link) {
        return model.drawingProperty().get().plan().links().stream()
                .filter(other -> other.lag() > 0
                        && other.from().equals(link.from())
                        && other.to().equals(link.to()))
                .toList()
                .indexOf(link);
    }
}
