package unroll.app.dock;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.geometry.Rectangle2D;
import unroll.app.control.OnScreens;

/**
 * Where every open view is; immutable. A view is open in one place at most; what is nowhere is closed.
 *
 * @param main what the main window shows; empty where all views are closed or in windows of their own
 * @param windows the others
 */
public record Arrangement(Optional<DockPart> main, List<Window> windows) {
    /** What a part gets that is put beside everything else. */
    private static final double EDGE = 0.3;

    /**
     * A window beside the main one.
     *
     * @param x of its left edge on the screens, in points
     * @param y of its upper edge
     * @param width in points
     * @param height in points
     * @param part what it shows
     * @param tabs of the place that its first view comes from, in their order; none where it was alone there
     */
    public record Window(double x, double y, double width, double height, DockPart part, List<String> tabs) {
        public Window {
            tabs = List.copyOf(tabs);
        }

        /** A window whose view comes from nowhere. */
        Window(double x, double y, double width, double height, DockPart part) {
            this(x, y, width, height, part, List.of());
        }

        Window of(DockPart other) {
            return new Window(x, y, width, height, other, tabs);
        }

        Window at(double otherX, double otherY, double otherWidth, double otherHeight) {
            return new Window(otherX, otherY, otherWidth, otherHeight, part, tabs);
        }

        /** The same where a person can take it on the screens that are there. */
        Window onOneOf(List<Rectangle2D> screens) {
            Rectangle2D there = OnScreens.fit(new Rectangle2D(x, y, Math.max(1, width), Math.max(1, height)), screens);
            return at(there.getMinX(), there.getMinY(), there.getWidth(), there.getHeight());
        }
    }

    public Arrangement {
        windows = List.copyOf(windows);
        List<String> all = Stream.concat(main.stream(), windows.stream().map(Window::part))
                .flatMap(part -> part.views().stream())
                .toList();
        if (all.stream().distinct().count() < all.size()) {
            throw new IllegalArgumentException("a view has two places: " + all);
        }
    }

    /** Everything in the main window. */
    public static Arrangement of(DockPart main) {
        return new Arrangement(Optional.of(main), List.of());
    }

    /** All open views. */
    public List<String> views() {
        return parts().flatMap(part -> part.views().stream()).toList();
    }

    /** Whether a view is open. */
    public boolean has(String view) {
        return views().contains(view);
    }

    /** Whether a view is open and in front of those that share its place. */
    public boolean inFront(String view) {
        return parts().flatMap(DockPart::places).anyMatch(place -> place.front().equals(view));
    }

    /** Closes a view; a window with none left goes, and who was behind comes to the front. */
    public Arrangement without(String view) {
        return new Arrangement(
                main.flatMap(part -> part.only(other -> !other.equals(view))),
                windows.stream()
                        .flatMap(window -> window.part().only(other -> !other.equals(view)).map(window::of).stream())
                        .toList());
    }

    /** Brings a view to the front of its place; one that is closed comes into the last place of the main window. */
    public Arrangement showing(String view) {
        if (has(view)) {
            return at(view, part -> new DockPart.Place(part.views(), view));
        }
        return main.isEmpty()
                ? new Arrangement(Optional.of(DockPart.Place.of(view)), windows)
                : into(view, main.get().places().toList().getLast().front());
    }

    /** Moves or opens a view into the place of another, in front. */
    public Arrangement into(String view, String other) {
        if (view.equals(other)) {
            return showing(view);
        }
        return without(view).at(other, place -> {
            List<String> views = new ArrayList<>(place.views());
            views.add(view);
            return new DockPart.Place(views, view);
        });
    }

    /** Moves or opens a view beside the place of another, which gives it half its room. */
    public Arrangement beside(String view, String other, Side side) {
        if (view.equals(other) && parts().flatMap(DockPart::places).anyMatch(DockPart.Place.of(view)::equals)) {
            return this; // alone in its place it is beside itself already
        }
        String neighbour = view.equals(other) ? neighbour(view) : other;
        return without(view).at(neighbour, place -> place.beside(side, DockPart.Place.of(view), 0.5));
    }

    /** Moves or opens a view to an edge of the main window. */
    public Arrangement toEdge(String view, Side side) {
        Arrangement rest = without(view);
        DockPart there = DockPart.Place.of(view);
        return new Arrangement(
                Optional.of(
                        rest.main().map(part -> part.beside(side, there, EDGE)).orElse(there)),
                rest.windows());
    }

    /** Moves or opens a view into a window of its own. */
    public Arrangement floating(String view, double x, double y, double width, double height) {
        Arrangement rest = without(view);
        List<Window> more = new ArrayList<>(rest.windows());
        List<String> tabs = place(view)
                .map(DockPart.Place::views)
                .filter(views -> views.size() > 1)
                .orElse(List.of());
        more.add(new Window(x, y, width, height, DockPart.Place.of(view), tabs));
        return new Arrangement(rest.main(), more);
    }

    /** Brings the views of a window back into the main one: where they were among tabs that are still there, to these. */
    public Arrangement withoutWindow(int window) {
        List<Window> others = new ArrayList<>(windows);
        Window gone = others.remove(window);
        Arrangement back = new Arrangement(main, others);
        for (String view : gone.part().views()) {
            back = back.among(gone.tabs(), view);
        }
        return back;
    }

    private Arrangement among(List<String> tabs, String view) {
        Optional<String> neighbour = tabs.contains(view)
                ? tabs.stream().filter(tab -> !tab.equals(view) && has(tab)).findFirst()
                : Optional.empty();
        return neighbour
                .map(other -> into(view, other).at(view, place -> {
                    List<String> views = new ArrayList<>(place.views());
                    views.remove(view);
                    long before = views.stream()
                            .filter(tab -> tabs.contains(tab) && tabs.indexOf(tab) < tabs.indexOf(view))
                            .count();
                    views.add((int) before, view);
                    return new DockPart.Place(views, view);
                }))
                .orElseGet(() -> showing(view));
    }

    /** The same where a window is moved, or its parts have other shares. */
    public Arrangement withWindow(int window, Window changed) {
        List<Window> others = new ArrayList<>(windows);
        others.set(window, changed);
        return new Arrangement(main, others);
    }

    /** What a window shows; the main one is -1. */
    Optional<DockPart> part(int window) {
        return window < 0 ? main : Optional.of(windows.get(window).part());
    }

    /** The same with another part in a window; the main one is -1. */
    Arrangement with(int window, DockPart part) {
        return window < 0
                ? new Arrangement(Optional.of(part), windows)
                : withWindow(window, windows.get(window).of(part));
    }

    private Arrangement at(String view, UnaryOperator<DockPart> change) {
        return new Arrangement(
                main.map(part -> part.at(view, change)),
                windows.stream()
                        .map(window -> window.of(window.part().at(view, change)))
                        .toList());
    }

    private Optional<DockPart.Place> place(String view) {
        return parts().flatMap(DockPart::places)
                .filter(place -> place.views().contains(view))
                .findFirst();
    }

    private String neighbour(String view) {
        return place(view).stream()
                .flatMap(place -> place.views().stream())
                .filter(other -> !other.equals(view))
                .findFirst()
                .orElseThrow();
    }

    private Stream<DockPart> parts() {
        return Stream.concat(main.stream(), windows.stream().map(Window::part));
    }
}
