package unroll.app.dock;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import unroll.app.control.Card;
import unroll.app.control.ScrolledArea;

/** What one window shows of an arrangement: cards with dividers between them, and where a dragged one would go. */
final class Floor extends StackPane {
    /** Told when dividers come to rest. */
    @FunctionalInterface
    interface Shared {
        void to(List<Integer> path, List<Double> shares);
    }

    private final Map<String, View> views;
    private final Consumer<View> choose;
    private final BiConsumer<Node, View> handle;
    private final Shared shared;
    private final ScrolledArea area = new ScrolledArea("dock-scrolled");
    private final Region hint = new Region();
    private final List<Divided> divided = new ArrayList<>();

    /** Of views that had a place together: they stay the same, so that what has the focus keeps it. */
    private final Map<List<View>, Tabs> tabs = new HashMap<>();

    /** What was built last, but for its shares, and of which views. */
    private Built built = new Built(Optional.empty(), List.of());

    /** A split that is on the screen, and which of the parts it has are. */
    private record Divided(DividedPane pane, List<Integer> path, List<Integer> shown) {}

    /** What is on the screen. */
    private Optional<DockPart> shown = Optional.empty();

    /** The views of the part that was given last. */
    private List<String> open = List.of();

    private record Built(Optional<DockPart> part, List<View> shown) {}

    Floor(Map<String, View> views, Consumer<View> choose, BiConsumer<Node, View> handle, Shared shared) {
        this.views = views;
        this.choose = choose;
        this.handle = handle;
        this.shared = shared;
        getStyleClass().add("dock");
        hint.getStyleClass().add("dock-hint");
        hint.setManaged(false);
        hint.setMouseTransparent(true);
        hint.setVisible(false);
        getChildren().addAll(area, hint);
    }

    /** Shows a part, or a maximised view of it alone, or where there is nothing what brings views back. */
    void show(Optional<DockPart> part, Supplier<Node> nothing) {
        Optional<View> alone = part.stream()
                .flatMap(whole -> whole.views().stream())
                .map(views::get)
                .filter(view -> view != null && view.card().maximisedProperty().get())
                .findFirst();
        Optional<DockPart> seen =
                alone.<DockPart>map(view -> DockPart.Place.of(view.name())).or(() -> part);
        Built wanted = new Built(
                seen.map(DockPart::evenly),
                views.values().stream()
                        .filter(view -> view.applies().getValue())
                        .toList());
        if (!wanted.equals(built) || seen.isEmpty()) {
            built = wanted;
            divided.clear();
            area.clear();
            area.fill(seen.flatMap(whole -> node(whole, List.of()))
                    .orElseGet(() -> nothing(
                            seen.isEmpty()
                                    ? "All views are closed."
                                    : "None of the views here applies to this experiment.",
                            nothing.get())));
        }
        for (Divided line : divided) {
            line.pane().share(shares(split(seen.orElseThrow(), line.path()), line.shown()));
        }
        shown = seen;
        open = part.map(DockPart::views).orElse(List.of());
    }

    private static DockPart.Split split(DockPart whole, List<Integer> path) {
        DockPart part = whole;
        for (int index : path) {
            part = ((DockPart.Split) part).parts().get(index);
        }
        return (DockPart.Split) part;
    }

    /** What each of those that are shown has of their room. */
    private static double[] shares(DockPart.Split split, List<Integer> shown) {
        double all = shown.stream().mapToDouble(split.shares()::get).sum();
        return shown.stream().mapToDouble(i -> split.shares().get(i) / all).toArray();
    }

    private Optional<Parent> node(DockPart part, List<Integer> path) {
        return switch (part) {
            case DockPart.Place place -> place(place);
            case DockPart.Split split -> split(split, path);
        };
    }

    private Optional<Parent> place(DockPart.Place place) {
        List<View> shown = place.views().stream()
                .map(views::get)
                .filter(view -> view != null && view.applies().getValue())
                .toList();
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        View front = shown.stream()
                .filter(view -> view.name().equals(place.front()))
                .findFirst()
                .orElse(shown.getFirst());
        shown.forEach(view -> view.card().setNoTabs());
        if (shown.size() > 1) {
            tabs.computeIfAbsent(shown, views -> new Tabs(views, choose, handle))
                    .show(front);
        }
        return Optional.of(front.card());
    }

    private Optional<Parent> split(DockPart.Split split, List<Integer> path) {
        List<Parent> nodes = new ArrayList<>();
        List<Integer> shown = new ArrayList<>();
        for (int i = 0; i < split.parts().size(); i++) {
            List<Integer> longer = new ArrayList<>(path);
            longer.add(i);
            int index = i;
            node(split.parts().get(i), longer).ifPresent(node -> {
                nodes.add(node);
                shown.add(index);
            });
        }
        if (nodes.size() < 2) {
            return nodes.stream().findFirst();
        }
        DividedPane pane =
                new DividedPane(split.across(), nodes, shares(split, shown), shares -> released(path, shown, shares));
        divided.add(new Divided(pane, path, shown));
        return Optional.of(pane);
    }

    /** What is not on the screen keeps its share. */
    private void released(List<Integer> path, List<Integer> indices, double[] now) {
        List<Double> before = split(shown.orElseThrow(), path).shares();
        double all = indices.stream().mapToDouble(before::get).sum();
        List<Double> after = new ArrayList<>(before);
        for (int i = 0; i < now.length; i++) {
            after.set(indices.get(i), now[i] * all);
        }
        shared.to(path, after);
    }

    /** What was shown last, seen or behind. */
    List<String> views() {
        return open;
    }

    /** The view at a point of the screen. */
    Optional<View> at(Point2D screen) {
        return views.values().stream()
                .filter(view -> view.card().getScene() != null && isIn(view.card()))
                .filter(view ->
                        view.card().getLayoutBounds().contains(view.card().screenToLocal(screen)))
                .findFirst();
    }

    /** Scrolls to a view that is here. */
    void reveal(View view) {
        area.reveal(view.card());
    }

    private boolean isIn(Card card) {
        for (Node node = card; node != null; node = node.getParent()) {
            if (node == this) {
                return true;
            }
        }
        return false;
    }

    /** Shows where a view would go, if it is here. */
    void hint(Optional<Drop> drop) {
        Optional<Drop> here = drop.filter(there -> isIn(there.target().card()));
        hint.setVisible(here.isPresent());
        here.ifPresent(there -> {
            Card card = there.target().card();
            Bounds room = there.room(sceneToLocal(card.localToScene(card.getLayoutBounds())));
            hint.resizeRelocate(room.getMinX(), room.getMinY(), room.getWidth(), room.getHeight());
        });
    }

    private static Parent nothing(String why, Node action) {
        Label label = new Label(why);
        label.getStyleClass().add("dock-empty");
        VBox words = new VBox(label, action);
        words.getStyleClass().add("dock-nothing");
        return words;
    }
}
