package unroll.app.view.dreams;

import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import unroll.engine.task.ThrownBalls;
import unroll.engine.task.ThrownBalls.Ball;

/**
 * Throws balls into the first picture of a film below it: a drag begins where the ball is and leads where it goes, so far in ten frames;
 * or the arrow keys move a ball, Enter holds it there, the arrow keys aim, and Enter throws it.
 */
final class ThrowingHand extends Region {
    /** Frames in which a ball goes as far as it was dragged. */
    private static final double FRAMES = 10;

    /** The farthest that a ball goes in a frame: less than the smallest ball is wide, so that none goes through another. */
    private static final double FASTEST = 0.6;

    /** How far an arrow key moves a ball, and how far it moves what is aimed at. */
    private static final double STEP = 0.5;

    private static final String INVITATION = "Drag in the first picture to throw a ball in, or press an arrow key";
    private static final String CROWDED = "There is no room for a ball here";

    /** What is done with the ball in the hand, in words for whoever does it. */
    private enum Mode {
        PLACED("Arrow keys move the ball, Enter holds it there, Esc drops it"),
        AIMED("Arrow keys aim, Enter throws the ball, Esc drops it"),
        DRAGGED("Let go to throw the ball: far is fast");

        private final String words;

        Mode(String words) {
            this.words = words;
        }
    }

    private final DreamsModel model;
    private final Region film;
    private final Runnable thrown;
    private final Circle ball = new Circle();
    private final Line way = new Line();
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper(this, "words", INVITATION);

    /** The ball in the hand, if there is one; its speed is where a drag has led to. */
    private Optional<Ball> held = Optional.empty();

    private Mode mode = Mode.PLACED;

    /**
     * A hand over a film that lies where it lies.
     *
     * @param film in which the first picture has the box
     * @param thrown is told when a ball was thrown
     */
    ThrowingHand(DreamsModel model, Region film, Runnable thrown) {
        this.model = model;
        this.film = film;
        this.thrown = thrown;
        getStyleClass().addAll("throwing-hand", "for-hands");
        setFocusTraversable(true);
        setAccessibleText("Throw a ball: arrow keys and Enter");
        ball.getStyleClass().add("thrown-ball");
        way.getStyleClass().add("thrown-way");
        for (Node part : new Node[] {ball, way}) {
            part.setManaged(false);
            part.setMouseTransparent(true);
            part.setVisible(false);
        }
        getChildren().addAll(ball, way);
        setOnMousePressed(this::press);
        setOnMouseDragged(this::drag);
        setOnMouseReleased(this::release);
        setOnKeyPressed(this::key);
    }

    /** What can be done now. */
    ReadOnlyStringProperty wordsProperty() {
        return words.getReadOnlyProperty();
    }

    // The mouse

    private void press(MouseEvent mouse) {
        requestFocus();
        Bounds box = box();
        if (box.contains(mouse.getX(), mouse.getY())) {
            hold(new Ball(inBox(mouse.getX(), box), inBoxDown(mouse.getY(), box), 0, 0), Mode.DRAGGED);
        }
    }

    private void drag(MouseEvent mouse) {
        Bounds box = box();
        held.ifPresent(now -> hold(
                slowed(
                        now,
                        (inBox(mouse.getX(), box) - now.x()) / FRAMES,
                        (inBoxDown(mouse.getY(), box) - now.y()) / FRAMES),
                Mode.DRAGGED));
    }

    private void release(MouseEvent mouse) {
        hurl();
    }

    private static double inBox(double x, Bounds box) {
        return (x - box.getMinX()) / box.getWidth() * ThrownBalls.SIZE;
    }

    private static double inBoxDown(double y, Bounds box) {
        return (y - box.getMinY()) / box.getHeight() * ThrownBalls.SIZE;
    }

    // The keys

    private void key(KeyEvent key) {
        if (key.isShortcutDown() || key.isAltDown() || key.isShiftDown()) {
            return;
        }
        boolean known = true;
        switch (key.getCode()) {
            case LEFT -> move(-STEP, 0);
            case RIGHT -> move(STEP, 0);
            case UP -> move(0, -STEP);
            case DOWN -> move(0, STEP);
            case ENTER -> enter();
            case ESCAPE -> {
                known = held.isPresent();
                drop();
            }
            default -> known = false;
        }
        if (known) {
            key.consume();
        }
    }

    private void move(double right, double down) {
        Ball now = held.orElse(new Ball(ThrownBalls.SIZE / 2, ThrownBalls.SIZE / 2, 0, 0));
        if (held.isPresent() && mode == Mode.AIMED) {
            hold(slowed(now, now.right() + right / FRAMES, now.down() + down / FRAMES), Mode.AIMED);
        } else {
            double least = model.ball().orElse(0);
            hold(
                    new Ball(
                            Math.clamp(now.x() + right, least, ThrownBalls.SIZE - least),
                            Math.clamp(now.y() + down, least, ThrownBalls.SIZE - least),
                            0,
                            0),
                    Mode.PLACED);
        }
    }

    private void enter() {
        if (held.isEmpty()) {
            move(0, 0);
        } else if (mode == Mode.AIMED) {
            hurl();
        } else {
            held.ifPresent(now -> hold(now, Mode.AIMED));
        }
    }

    // The ball

    private static Ball slowed(Ball ball, double right, double down) {
        double slower = Math.min(1, FASTEST / Math.max(FASTEST, Math.hypot(right, down)));
        return new Ball(ball.x(), ball.y(), slower * right, slower * down);
    }

    private void hold(Ball now, Mode how) {
        held = Optional.of(now);
        mode = how;
        words.set(model.hasRoomFor(now) ? how.words : CROWDED);
        requestLayout();
    }

    private void hurl() {
        Optional<Ball> flies = held.filter(model::hasRoomFor);
        boolean crowded = held.isPresent() && flies.isEmpty();
        drop();
        flies.ifPresent(now -> {
            model.hurl(now);
            thrown.run();
        });
        if (crowded) {
            words.set(CROWDED);
        }
    }

    private void drop() {
        held = Optional.empty();
        words.set(INVITATION);
        requestLayout();
    }

    // Looks

    /** Where the first picture lies; nowhere while there is none. */
    private Bounds box() {
        Node frame = film.lookup(".film-frame");
        return frame == null
                ? new BoundingBox(0, 0, -1, -1)
                : sceneToLocal(frame.localToScene(frame.getLayoutBounds()));
    }

    @Override
    protected void layoutChildren() {
        Bounds box = box();
        ball.setVisible(held.isPresent() && !box.isEmpty());
        way.setVisible(ball.isVisible() && mode != Mode.PLACED);
        held.ifPresent(now -> {
            double point = box.getWidth() / ThrownBalls.SIZE;
            ball.setCenterX(box.getMinX() + now.x() * point);
            ball.setCenterY(box.getMinY() + now.y() * point);
            ball.setRadius(model.ball().orElse(0) * point);
            way.setStartX(ball.getCenterX());
            way.setStartY(ball.getCenterY());
            way.setEndX(ball.getCenterX() + FRAMES * now.right() * point);
            way.setEndY(ball.getCenterY() + FRAMES * now.down() * point);
        });
    }
}
