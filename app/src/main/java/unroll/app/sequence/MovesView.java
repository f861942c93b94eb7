package unroll.app.sequence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import unroll.app.chart.Ink;
import unroll.app.chart.Swatch;
import unroll.engine.motion.Skeleton;
import unroll.engine.motion.Vector;

/** Stick figures at a time step, which are turned by dragging or by the arrow keys; Home turns them back. */
public final class MovesView extends Pane {
    private static final double GAP = 12;

    /** Radians for a point of the screen that is dragged, and for a key. */
    private static final double DRAGGED = 0.01;

    private static final double PRESSED = Math.PI / 24;

    private static final Moves NONE =
            new Moves(new Skeleton(List.of(new Skeleton.Joint("", Skeleton.NOTHING, new Vector(0, 0, 0)))), List.of());

    private final ObjectProperty<Moves> moves = new SimpleObjectProperty<>(this, "moves", NONE);
    private final IntegerProperty time = new SimpleIntegerProperty(this, "time");
    private final ObjectProperty<Eye> eye = new SimpleObjectProperty<>(this, "eye", Eye.FIRST);
    private final List<ScenePlot> plots = new ArrayList<>();
    private final List<Label> captions = new ArrayList<>();
    private final HBox legend = new HBox();
    private Point2D grip = Point2D.ZERO;

    public MovesView() {
        getStyleClass().add("moves-view");
        legend.getStyleClass().add("legend");
        setMinSize(0, 0);
        setFocusTraversable(true);
        setAccessibleText("Truth, prediction and free run as stick figures; arrow keys turn them");
        Tooltip.install(this, new Tooltip("Drag to turn, or use the arrow keys; Home or a double click turns it back"));
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        moves.subscribe(this::show);
        time.subscribe(this::look);
        eye.subscribe(this::look);
    }

    /** What is shown, left to right. */
    public ObjectProperty<Moves> movesProperty() {
        return moves;
    }

    /** The time step that is shown, from 0. */
    public IntegerProperty timeProperty() {
        return time;
    }

    /** From where all scenes are seen. */
    ObjectProperty<Eye> eyeProperty() {
        return eye;
    }

    private void press(MouseEvent event) {
        requestFocus();
        grip = new Point2D(event.getX(), event.getY());
        if (event.getClickCount() == 2) {
            eye.set(Eye.FIRST);
        }
    }

    private void drag(MouseEvent event) {
        Point2D now = new Point2D(event.getX(), event.getY());
        Point2D way = now.subtract(grip);
        grip = now;
        eye.set(eye.get().moved(DRAGGED * way.getX(), DRAGGED * way.getY()));
        event.consume();
    }

    private void key(KeyEvent event) {
        if (event.isAltDown() || event.isShortcutDown() || event.isShiftDown()) {
            return;
        }
        turned(event.getCode()).ifPresent(turned -> {
            eye.set(turned);
            event.consume();
        });
    }

    private Optional<Eye> turned(KeyCode key) {
        Eye now = eye.get();
        return switch (key) {
            case LEFT -> Optional.of(now.moved(-PRESSED, 0));
            case RIGHT -> Optional.of(now.moved(PRESSED, 0));
            case UP -> Optional.of(now.moved(0, PRESSED));
            case DOWN -> Optional.of(now.moved(0, -PRESSED));
            case HOME -> Optional.of(Eye.FIRST);
            default -> Optional.empty();
        };
    }

    private void show() {
        List<Moves.Scene> scenes = moves.get().scenes();
        if (plots.size() != scenes.size()) {
            build(scenes.size());
        }
        Map<String, Ink> names = new LinkedHashMap<>();
        for (int i = 0; i < scenes.size(); i++) {
            Moves.Scene scene = scenes.get(i);
            plots.get(i).show(moves.get().skeleton(), scene);
            captions.get(i).setText(scene.caption());
            scene.bodies().forEach(body -> names.put(body.name(), body.ink()));
        }
        names.remove("");
        legend.getChildren()
                .setAll(names.entrySet().stream()
                        .map(entry -> new Swatch(entry.getValue()).named(entry.getKey()))
                        .toList());
        look();
    }

    private void build(int count) {
        plots.clear();
        captions.clear();
        for (int i = 0; i < count; i++) {
            Label caption = new Label();
            caption.getStyleClass().add("film-caption");
            plots.add(new ScenePlot());
            captions.add(caption);
        }
        getChildren().setAll(plots);
        getChildren().addAll(captions);
        getChildren().add(legend);
    }

    private void look() {
        plots.forEach(plot -> plot.show(time.get(), eye.get()));
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        int count = plots.size();
        if (count == 0) {
            return;
        }
        boolean named = !legend.getChildren().isEmpty();
        double line = named ? legend.prefHeight(-1) : 0;
        double wide = Math.min(getWidth(), legend.prefWidth(-1));
        legend.resizeRelocate(getWidth() - wide, 0, wide, line);
        boolean captioned =
                captions.stream().anyMatch(caption -> !caption.getText().isEmpty());
        double below = captioned ? captions.getFirst().prefHeight(-1) : 0;
        double room = (getWidth() - GAP * (count - 1)) / count;
        double high = Math.max(0, getHeight() - line - below);
        for (int i = 0; i < count; i++) {
            double x = i * (room + GAP);
            plots.get(i).resizeRelocate(x, line, Math.max(0, room), high);
            captions.get(i).resizeRelocate(x, line + high, Math.max(0, room), below);
        }
    }
}
