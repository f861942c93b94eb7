package unroll.app.dock;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import unroll.app.edit.History;

/** The views of a screen where a person wants them, in its window and in windows of their own. */
public final class Dock extends StackPane {
    private static final PseudoClass IN_HAND = PseudoClass.getPseudoClass("in-hand");

    private final Map<String, View> views = new LinkedHashMap<>();
    private final History<Arrangement> history;
    private final Arrangement standard;
    private final Supplier<Stage> stages;
    private final Dragging dragging = new Dragging(this);
    private final Floor main;
    private final List<Floating> windows = new ArrayList<>();
    private final ObjectProperty<View> inHand;

    /** Windows that were closed, for the next that are opened. */
    private final List<Stage> spare = new ArrayList<>();

    private boolean rearranging;

    /**
     * Shows the value of {@code history}, and every change of it.
     *
     * @param all the views; the first is in hand
     * @param standard how they are arranged at first
     * @param stages makes windows that look like the main one and know the same keys
     */
    public Dock(List<View> all, Arrangement standard, History<Arrangement> history, Supplier<Stage> stages) {
        this.history = history;
        this.standard = standard;
        this.stages = stages;
        all.forEach(view -> views.put(view.name(), view));
        inHand = new SimpleObjectProperty<>(this, "inHand", all.getFirst());
        main = floor(-1);
        getChildren().setAll(main);
        for (View view : all) {
            dragging.listenTo(view.card().header(), view);
            view.card().addAction(ViewMenu.button(this, view));
            view.card().addEventFilter(MouseEvent.MOUSE_PRESSED, mouse -> inHand.set(view));
            view.card().maximisedProperty().subscribe((before, after) -> renew());
            view.applies().subscribe(applies -> {
                if (!applies) {
                    view.card().maximisedProperty().set(false);
                }
                renew();
            });
        }
        inHand.subscribe(
                chosen -> all.forEach(view -> view.card().pseudoClassStateChanged(IN_HAND, view.equals(chosen))));
        history.valueProperty().subscribe(this::renew);
    }

    // Properties

    /** The view that was touched or shown last, which commands move. */
    public ObjectProperty<View> inHandProperty() {
        return inHand;
    }

    /** All views, open or not. */
    public List<View> views() {
        return List.copyOf(views.values());
    }

    /** Where they are, and where windows of their own are on the screens. */
    public Arrangement arrangement() {
        Arrangement now = history.valueProperty().get();
        for (int i = 0; i < windows.size() && i < now.windows().size(); i++) {
            Stage stage = windows.get(i).stage();
            now = now.withWindow(
                    i, now.windows().get(i).at(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight()));
        }
        return now;
    }

    // Commands

    /** Brings a view to the front, or opens it. */
    public void show(View view) {
        restore();
        inHand.set(view);
        apply("Show " + title(view), arrangement().showing(view.name()));
        floors().forEach(floor -> floor.reveal(view));
    }

    /** Shows a view, or closes it where it is in front. */
    public void showOrClose(View view) {
        if (arrangement().inFront(view.name())) {
            close(view);
        } else {
            show(view);
        }
    }

    /** Closes a view. */
    public void close(View view) {
        view.card().maximisedProperty().set(false);
        apply("Close " + title(view), arrangement().without(view.name()));
    }

    /** Moves a view to an edge of the main window. */
    public void toEdge(View view, Side side) {
        restore();
        inHand.set(view);
        apply("Move " + title(view), arrangement().toEdge(view.name(), side));
    }

    /** Moves a view into a window of its own, over where it is. */
    public void detach(View view) {
        Point2D corner = view.card().getScene() == null
                ? localToScreen(0, 0)
                : view.card().localToScreen(0, 0);
        detach(view, corner.add(40, 40));
    }

    void detach(View view, Point2D corner) {
        restore();
        inHand.set(view);
        double width = Math.max(480, view.card().getWidth());
        double height = Math.max(320, view.card().getHeight());
        apply(
                "Window for " + title(view),
                arrangement().floating(view.name(), corner.getX(), corner.getY(), width, height));
    }

    /** Arranges the views as at first. */
    public void arrangeAsAtFirst() {
        restore();
        apply("Arrange as at first", standard);
    }

    /** Restores a view that is maximised; false if none was. */
    public boolean restore() {
        boolean alone = views.values().stream()
                .anyMatch(view -> view.card().maximisedProperty().get());
        views.values().forEach(view -> view.card().maximisedProperty().set(false));
        return alone;
    }

    /** Closes the windows of their own, for the main one is closed; the arrangement remembers where they were. */
    public void closeWindows() {
        if (!arrangement().equals(history.valueProperty().get())) {
            apply("Move the windows", arrangement());
        }
        windows.forEach(window -> window.stage().hide());
        windows.clear();
    }

    void apply(String name, Arrangement after) {
        history.apply(name, after);
    }

    private static String title(View view) {
        return view.card().titleProperty().get().toLowerCase(Locale.ROOT);
    }

    // Dragging

    /** The view at a point of the screen, in whatever window; windows of views lie above the main one. */
    Optional<View> at(Point2D screen) {
        return floors().reversed().stream()
                .flatMap(floor -> floor.at(screen).stream())
                .findFirst();
    }

    /** Whether a window covers a point of the screen. */
    boolean covers(Point2D screen) {
        return floors().stream()
                .map(floor -> floor.getScene().getWindow())
                .filter(Objects::nonNull)
                .anyMatch(window -> screen.getX() >= window.getX()
                        && screen.getY() >= window.getY()
                        && screen.getX() <= window.getX() + window.getWidth()
                        && screen.getY() <= window.getY() + window.getHeight());
    }

    void hint(Optional<Drop> drop) {
        floors().forEach(floor -> floor.hint(drop));
    }

    private List<Floor> floors() {
        List<Floor> all = new ArrayList<>(List.of(main));
        windows.forEach(window -> all.add(window.floor()));
        return all;
    }

    // What is shown

    /** A window of its own. */
    private record Floating(Stage stage, Floor floor) {
        /** Shows other views where the arrangement says, and the same wherever a person has put them since. */
        void show(Arrangement.Window window, Supplier<Node> nothing) {
            boolean others = !floor.views().equals(window.part().views());
            floor.show(Optional.of(window.part()), nothing);
            if (others) {
                Arrangement.Window seen = window.onOneOf(screens());
                stage.setX(seen.x());
                stage.setY(seen.y());
                stage.setWidth(seen.width());
                stage.setHeight(seen.height());
            }
            stage.show();
        }

        private static List<Rectangle2D> screens() {
            return Stream.concat(Stream.of(Screen.getPrimary()), Screen.getScreens().stream())
                    .map(Screen::getVisualBounds)
                    .toList();
        }
    }

    private Floor floor(int window) {
        return new Floor(
                views,
                this::show,
                dragging::listenTo,
                (path, shares) -> apply(
                        "Sizes of the views",
                        arrangement()
                                .with(
                                        window,
                                        arrangement().part(window).orElseThrow().shared(path, shares))));
    }

    private void renew() {
        if (rearranging) {
            return; // cards that come and go call this too
        }
        rearranging = true;
        Arrangement now = history.valueProperty().get();
        while (windows.size() > now.windows().size()) {
            Stage closed = windows.removeLast().stage();
            closed.hide();
            spare.add(closed);
        }
        while (windows.size() < now.windows().size()) {
            windows.add(open(windows.size()));
        }
        main.show(now.main(), this::nothing);
        for (int i = 0; i < windows.size(); i++) {
            windows.get(i).show(now.windows().get(i), this::nothing);
        }
        rearranging = false;
    }

    private Button nothing() {
        Button button = new Button("Arrange them as at first");
        button.setOnAction(event -> arrangeAsAtFirst());
        return button;
    }

    private Floating open(int index) {
        Floor floor = floor(index);
        Stage stage = spare.isEmpty() ? stages.get() : spare.removeLast();
        stage.getScene().setRoot(floor);
        stage.titleProperty()
                .bind(Bindings.createStringBinding(
                        () -> history.valueProperty().get().windows().size() > index
                                ? titles(history.valueProperty()
                                        .get()
                                        .windows()
                                        .get(index)
                                        .part())
                                : "",
                        history.valueProperty()));
        Floating opened = new Floating(stage, floor);
        stage.setOnCloseRequest(close -> {
            close.consume();
            apply("Close the window", arrangement().withoutWindow(windows.indexOf(opened)));
        });
        return opened;
    }

    private String titles(DockPart part) {
        return String.join(
                " \u00b7 ",
                part.views().stream()
                        .map(views::get)
                        .filter(Objects::nonNull)
                        .map(view -> view.card().titleProperty().get())
                        .toList());
    }
}
