package unroll.app.tour;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import unroll.app.address.NodeAddress;
import unroll.app.address.NodeFinder;

/**
 * A ring around what a step of the tour is about, and a bubble beside it. Both follow what they are about wherever it goes; all that
 * lies below can be clicked as ever.
 */
public final class TourView extends Pane {
    private static final double RING = 4;

    private final Tour tour;
    private final NodeFinder nodes;
    private final Region ring = new Region();
    private final Label title = new Label();
    private final TextFlow text = new TextFlow();
    private final Label count = new Label();
    private final Button skip = new Button("Skip");
    private final Button back = new Button("Back");
    private final Button next = new Button("Next");
    private final VBox bubble;

    /** What is done after each layout while the tour is under way; nothing at all while it is not. */
    private final Runnable follow = this::place;

    /** @param nodes finds what the steps point at */
    public TourView(Tour tour, NodeFinder nodes) {
        this.tour = tour;
        this.nodes = nodes;
        getStyleClass().add("tour");
        setPickOnBounds(false);
        ring.getStyleClass().add("tour-ring");
        ring.setMouseTransparent(true);
        ring.setManaged(false);
        bubble = bubble();
        getChildren().addAll(ring, bubble);
        setVisible(false);
        tour.atProperty().subscribe((before, after) -> show(before.intValue()));
    }

    private VBox bubble() {
        title.getStyleClass().add("tour-title");
        count.getStyleClass().add("muted");
        button(skip, "Leave the tour; the command list shows it again (Esc)", () -> tour.skip());
        button(back, "The step before (Left)", tour::back);
        button(next, "The next step (Right, Enter)", tour::next);
        next.getStyleClass().add("accent");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox buttons = new HBox(count, space, skip, back, next);
        buttons.getStyleClass().add("tour-buttons");
        VBox made = new VBox(title, text, buttons);
        made.getStyleClass().add("tour-bubble");
        made.setFocusTraversable(true);
        made.setManaged(false);
        made.setOnKeyPressed(this::key);
        return made;
    }

    private static void button(Button button, String help, Runnable action) {
        button.setFocusTraversable(false);
        button.setMinWidth(USE_PREF_SIZE);
        button.setTooltip(new Tooltip(help));
        button.setOnAction(event -> action.run());
    }

    /** While the bubble has the focus; a click elsewhere gives it to the workbench. */
    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case RIGHT, ENTER -> tour.next();
            case LEFT -> tour.back();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void show(int before) {
        Optional<Tour.Step> step = tour.step();
        Scene scene = getScene();
        if (before == Tour.OFF) {
            scene.addPostLayoutPulseListener(follow);
        }
        if (step.isEmpty()) {
            scene.removePostLayoutPulseListener(follow);
            setVisible(false);
            scene.getRoot().requestFocus();
            return;
        }
        int at = tour.atProperty().get();
        title.setText(step.get().title());
        text.getChildren().setAll(words(step.get().text()));
        count.setText((at + 1) + " of " + tour.steps().size());
        boolean last = at + 1 == tour.steps().size();
        back.setDisable(at == 0);
        skip.setVisible(!last);
        next.setText(last ? "Done" : "Next");
        next.disableProperty().bind(step.get().done().map(done -> !done));
        setVisible(true);
        place();
        bubble.requestFocus();
    }

    /** Words, and caps of the keys between them. */
    private static List<Node> words(String text) {
        String[] parts = text.split("`", -1);
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            Node node = i % 2 == 0 ? new Text(parts[i]) : new Label(parts[i]);
            node.getStyleClass().add(i % 2 == 0 ? "tour-words" : "key");
            nodes.add(node);
        }
        return nodes;
    }

    private void place() {
        Optional<Bounds> target = tour.step().map(Tour.Step::target).flatMap(this::room);
        Bounds about = target.orElseGet(() -> new BoundingBox(getWidth() / 2, getHeight() / 2, 0, 0));
        ring.setVisible(target.isPresent());
        ring.resizeRelocate(
                snapPositionX(about.getMinX() - RING),
                snapPositionY(about.getMinY() - RING),
                snapSizeX(about.getWidth() + 2 * RING),
                snapSizeY(about.getHeight() + 2 * RING));
        double width = bubble.prefWidth(-1);
        Optional<Bounds> besides = tour.step().flatMap(Tour.Step::besides).flatMap(this::room);
        Bounds there = Placement.of(about, besides, width, bubble.prefHeight(width), getLayoutBounds());
        bubble.resizeRelocate(
                snapPositionX(there.getMinX()), snapPositionY(there.getMinY()), width, snapSizeY(there.getHeight()));
    }

    /** Where something is, if it is seen in this window. */
    private Optional<Bounds> room(NodeAddress address) {
        return nodes.find(address)
                .seen()
                .filter(node -> Objects.equals(node.getScene(), getScene()))
                .map(node -> sceneToLocal(node.localToScene(node.getLayoutBounds())));
    }
}
