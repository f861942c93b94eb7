package unroll.app.design;

import java.util.Comparator;
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
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;
import unroll.app.control.Table;
import unroll.app.control.Tabled;
import unroll.engine.model.Plan;

/** A drawing of a network in which layers and connections are chosen and connected by mouse and keys. */
final class PlanPane extends Pane implements Tabled {
    private static final PseudoClass TROUBLE = PseudoClass.getPseudoClass("trouble");

    /** How long the drawing takes to unfold. */
    private static final Duration TURN = Duration.millis(450);

    private final DesignModel model;
    private final PlanEditor editor;
    private final Region em = new Region();
    private final PlanDrawing drawn = new PlanDrawing(this::listen, this::listen);
    private final Label words = new Label();
    private final DoubleProperty unfolding = new SimpleDoubleProperty(this, "unfolding");
    private final Timeline turning = new Timeline();
    private Optional<String> connecting = Optional.empty();
    private Optional<String> pressed = Optional.empty();

    PlanPane(DesignModel model, PlanEditor editor) {
        this.model = model;
        this.editor = editor;
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
        words.getStyleClass().add("plan-words");
        words.setWrapText(true);
        getChildren().addAll(em, drawn, words);
        model.drawingProperty().subscribe(this::show);
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

    private void show(NetworkDrawing drawing) {
        drawn.show(drawing);
        mark();
        requestLayout();
    }

    private void turn(boolean unfolded) {
        turning.stop();
        turning.getKeyFrames()
                .setAll(new KeyFrame(TURN, new KeyValue(unfolding, unfolded ? 1 : 0, Interpolator.EASE_BOTH)));
        turning.play();
    }

    private void mark() {
        drawn.mark(model.selectionProperty().get());
        explain();
    }

    /** Writes below the drawing what to press while connecting, or else what is wrong with the network. */
    private void explain() {
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

    @Override
    protected void layoutChildren() {
        drawn.fit(getWidth(), getHeight(), unfolding.get(), em.prefWidth(-1));
        words.resize(getWidth(), words.prefHeight(getWidth()));
        words.relocate(0, getHeight() - words.getHeight() - 6);
    }

    // Mouse

    private void listen(LinkShape shape) {
        shape.setOnMousePressed(mouse -> press(mouse, new Selection.OfLink(shape.link())));
    }

    private void listen(LayerBox box) {
        box.setOnMousePressed(mouse -> {
            press(mouse, new Selection.OfLayer(box.name()));
            pressed = Optional.of(box.name());
        });
        box.setOnMouseDragged(mouse -> {
            drawn.drag(box, here(mouse));
            mouse.consume();
        });
        box.setOnMouseReleased(mouse -> {
            drawn.drop(here(mouse))
                    .filter(to -> pressed.isPresent())
                    .ifPresent(to -> editor.connect(box.name(), to.name()));
            pressed = Optional.empty();
            mouse.consume();
        });
    }

    private Point2D here(MouseEvent mouse) {
        return drawn.sceneToLocal(mouse.getSceneX(), mouse.getSceneY());
    }

    private void press(MouseEvent mouse, Selection chosen) {
        requestFocus();
        connecting = Optional.empty();
        model.selectionProperty().set(chosen);
        explain();
        mouse.consume();
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

    /**
     * Chooses the nearest layer in a direction.
     *
     * @param ahead above 0 for the spots that lie in that direction
     * @param rows whether the layer may be in another row
     */
    private void move(BiFunction<Places.Spot, Places.Spot, Integer> ahead, boolean rows) {
        Map<String, Places.Spot> spots = drawn.places().spots();
        Places.Spot spot = spots.getOrDefault(target().orElse(Plan.INPUT), new Places.Spot(0, 0));
        spots.entrySet().stream()
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
        connecting.ifPresent(from -> drawn.aimAt(name));
    }

    /** Begins a connection at the layer that is chosen. */
    private void connect() {
        connecting = model.drawingProperty().get().editable() ? target() : Optional.empty();
        explain();
    }

    private boolean finish() {
        Optional<String> from = connecting;
        connecting = Optional.empty();
        if (from.isPresent()) {
            target().ifPresent(to -> editor.connect(from.get(), to));
            explain();
        }
        return from.isPresent();
    }
}
