package unroll.app.view.live;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import unroll.app.sequence.MovementsView;

/**
 * A hand over a movement below it: it drags the target, or pushes by as much as it is dragged elsewhere; a double click moves the target there.
 * Arrow keys move the target, and push while Shift is held.
 */
final class LiveHand extends Region {
    /** The target is taken from so far away, in pixels. */
    private static final double NEAR = 16;

    /** An arrow key moves the target by this share of where targets are, and pushes with this share of what a drag that long does. */
    private static final double KEY_MOVES = 0.1;

    private static final double KEY_PUSHES = 0.5;

    /** The wings of an arrow's head, in pixels, and how far they are turned from its way. */
    private static final double WING = 9;

    private static final double TURNED = Math.toRadians(28);

    private static final Set<KeyCode> ARROWS = EnumSet.of(KeyCode.LEFT, KeyCode.RIGHT, KeyCode.UP, KeyCode.DOWN);

    private final LiveModel model;
    private final Node film;
    private final Path arrow = new Path();

    /** Where a drag began that pushes; empty where it leads the target, or there is none. */
    private Optional<Point2D> pushedFrom = Optional.empty();

    private boolean leads;
    private final Set<KeyCode> held = EnumSet.noneOf(KeyCode.class);

    /** @param film the view of the movement, which lies where this does */
    LiveHand(LiveModel model, Node film) {
        this.model = model;
        this.film = film;
        getStyleClass().addAll("live-hand", "for-hands");
        setFocusTraversable(true);
        setAccessibleText("Move the target by arrow keys, push with Shift and arrow keys");
        arrow.getStyleClass().add("live-push");
        arrow.setManaged(false);
        arrow.setMouseTransparent(true);
        arrow.setVisible(false);
        getChildren().add(arrow);
        Rectangle inside = new Rectangle();
        inside.widthProperty().bind(widthProperty());
        inside.heightProperty().bind(heightProperty());
        setClip(inside);
        setOnMousePressed(this::press);
        setOnMouseDragged(this::drag);
        setOnMouseReleased(mouse -> release());
        setOnKeyPressed(this::pressed);
        setOnKeyReleased(this::released);
        focusedProperty().subscribe(focused -> {
            if (!focused && !held.isEmpty()) {
                held.clear();
                model.push(Point2D.ZERO, false);
            }
        });
        model.movementsProperty().subscribe(this::requestLayout);
    }

    // The mouse

    private void press(MouseEvent mouse) {
        requestFocus();
        Optional<MovementsView> plane = plane();
        if (plane.isEmpty() || model.frameProperty().get().isEmpty() || mouse.getButton() != MouseButton.PRIMARY) {
            return;
        }
        Point2D here = new Point2D(mouse.getX(), mouse.getY());
        if (mouse.getClickCount() == 2) {
            model.lead(placeAt(plane.get(), here), false);
        } else if (pointAt(plane.get(), goal()).distance(here) < NEAR) {
            leads = true;
        } else {
            pushedFrom = Optional.of(here);
        }
    }

    private void drag(MouseEvent mouse) {
        Point2D here = new Point2D(mouse.getX(), mouse.getY());
        plane().ifPresent(plane -> {
            if (leads) {
                model.lead(placeAt(plane, here), true);
            }
            pushedFrom.ifPresent(from -> {
                Point2D way = placeAt(plane, here).subtract(placeAt(plane, from));
                model.stage().ifPresent(stage -> model.push(way.multiply(stage.newtons() / stage.size()), true));
            });
        });
    }

    private void release() {
        if (leads) {
            model.lead(goal(), false);
        }
        pushedFrom.ifPresent(from -> model.push(Point2D.ZERO, false));
        leads = false;
        pushedFrom = Optional.empty();
    }

    // The keys

    private void pressed(KeyEvent key) {
        if (key.isShortcutDown() || key.isAltDown() || !ARROWS.contains(key.getCode())) {
            return;
        }
        key.consume();
        if (key.isShiftDown()) {
            if (held.add(key.getCode())) {
                pushByKeys();
            }
        } else {
            model.stage()
                    .ifPresent(stage ->
                            model.lead(goal().add(direction(key.getCode()).multiply(KEY_MOVES * stage.size())), false));
        }
    }

    private void released(KeyEvent key) {
        boolean pushed = !held.isEmpty();
        held.remove(key.getCode());
        if (key.getCode() == KeyCode.SHIFT) {
            held.clear();
        }
        if (pushed) {
            pushByKeys();
            key.consume();
        }
    }

    private void pushByKeys() {
        Point2D all = held.stream().map(LiveHand::direction).reduce(Point2D.ZERO, Point2D::add);
        model.stage().ifPresent(stage -> model.push(all.multiply(KEY_PUSHES * stage.newtons()), !held.isEmpty()));
    }

    private static Point2D direction(KeyCode arrow) {
        return switch (arrow) {
            case LEFT -> new Point2D(-1, 0);
            case RIGHT -> new Point2D(1, 0);
            case UP -> new Point2D(0, 1);
            default -> new Point2D(0, -1);
        };
    }

    // Places

    private Optional<MovementsView> plane() {
        return Optional.ofNullable((MovementsView) film.lookup(".movements-view"));
    }

    private Point2D placeAt(MovementsView plane, Point2D here) {
        return plane.placeAt(plane.sceneToLocal(localToScene(here)));
    }

    private Point2D pointAt(MovementsView plane, Point2D place) {
        return sceneToLocal(plane.localToScene(plane.pointAt(place)));
    }

    private Point2D goal() {
        return model.stage()
                .flatMap(stage -> model.frameProperty()
                        .get()
                        .map(frame -> point(stage.plant().tip(frame.hand().goal(), 0))))
                .orElse(Point2D.ZERO);
    }

    private static Point2D point(double[] xy) {
        return new Point2D(xy[0], xy[1]);
    }

    /** The push as an arrow from the tip. */
    @Override
    protected void layoutChildren() {
        arrow.setVisible(false);
        plane().ifPresent(plane -> model.stage()
                .ifPresent(stage -> model.frameProperty()
                        .get()
                        .filter(frame -> frame.hand().pushes())
                        .ifPresent(frame -> {
                            Point2D tip = point(
                                    stage.plant().tip(frame.trail().getLast().state(), 0));
                            Point2D way = new Point2D(
                                            frame.hand().forceX(), frame.hand().forceY())
                                    .multiply(stage.size() / stage.newtons());
                            draw(pointAt(plane, tip), pointAt(plane, tip.add(way)));
                            arrow.setVisible(true);
                        })));
    }

    private void draw(Point2D from, Point2D to) {
        arrow.getElements().setAll(new MoveTo(from.getX(), from.getY()), new LineTo(to.getX(), to.getY()));
        double direction = Math.atan2(to.getY() - from.getY(), to.getX() - from.getX());
        for (double wing : new double[] {direction - TURNED, direction + TURNED}) {
            arrow.getElements()
                    .addAll(
                            new MoveTo(to.getX() - WING * Math.cos(wing), to.getY() - WING * Math.sin(wing)),
                            new LineTo(to.getX(), to.getY()));
        }
    }
}
