package unroll.app.design;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.shape.Line;
import unroll.engine.model.Plan;

/** The boxes and connections of a network, folded with loops, unfolded over some time steps, or on the way between. */
final class PlanDrawing extends Group {
    /** Time steps of an unfolded drawing. */
    private static final int STEPS = 4;

    private static final double GAP_ACROSS = 30;
    private static final double GAP_UP = 52;

    /** Room for loops at the right of a folded drawing. */
    private static final double LOOPS = 92;

    /** How far a loop reaches out, and the next one further. */
    private static final double LOOP = 54;

    private static final double NEXT_LOOP = 26;

    /** A loop's curve goes so far of the way to the points that it bends towards; there its number stands. */
    private static final double CURVED = 0.75;

    /** Room for half of that number. */
    private static final double NUMBER = 14;

    private static final double EDGE = 26;
    private static final double LARGEST = 1.3;

    /** The font size for which boxes have their own size. */
    private static final double FONT = 13;

    /** The smallest letters, in tenths of the usual ones. */
    private static final int SMALLEST = 4;

    private static final PseudoClass[] SIZES = IntStream.range(0, 10)
            .mapToObj(i -> PseudoClass.getPseudoClass("size-" + (SMALLEST + i)))
            .toArray(PseudoClass[]::new);

    private final Consumer<LayerBox> onBox;
    private final Consumer<LinkShape> onLink;
    private final Line rubber = new Line();
    private final List<Copy> copies = new ArrayList<>();
    private final List<Joined> links = new ArrayList<>();
    private NetworkDrawing drawing = NetworkDrawing.NONE;
    private Places places = Places.of(drawing.plan());
    private double unfolded;

    /** The network at one time step. */
    private record Copy(Map<String, LayerBox> boxes, Label step) {}

    /** A connection from one time step to another; with its loop where the drawing is folded. */
    private record Joined(LinkShape shape, int from, int to, boolean folded) {}

    /**
     * A drawing of nothing.
     *
     * @param onBox receives every box that is made, to listen to it
     * @param onLink receives every connection that is made
     */
    PlanDrawing(Consumer<LayerBox> onBox, Consumer<LinkShape> onLink) {
        this.onBox = onBox;
        this.onLink = onLink;
        getStyleClass().add("plan-drawing");
        setManaged(false);
        rubber.getStyleClass().add("plan-rubber");
        rubber.setMouseTransparent(true);
    }

    /** Where the layers are. */
    Places places() {
        return places;
    }

    // What is drawn

    /** Draws a network. */
    void show(NetworkDrawing network) {
        drawing = network;
        places = Places.of(network.plan());
        copies.clear();
        links.clear();
        for (int step = 0; step < STEPS; step++) {
            copies.add(copy(step));
        }
        for (Plan.Link link : network.plan().links()) {
            for (int step = 0; step + link.lag() < STEPS; step++) {
                links.add(joined(link, step, step + link.lag(), false));
            }
            if (link.lag() > 0) {
                links.add(joined(link, 0, 0, true));
            }
        }
        List<Node> nodes = new ArrayList<>();
        links.forEach(link -> nodes.add(link.shape()));
        copies.forEach(copy -> {
            nodes.addAll(copy.boxes().values());
            nodes.add(copy.step());
        });
        nodes.add(rubber);
        rubber.setVisible(false);
        getChildren().setAll(nodes);
    }

    private Copy copy(int step) {
        Map<String, LayerBox> boxes = new HashMap<>();
        for (String name : places.spots().keySet()) {
            LayerBox box = new LayerBox(name, drawing);
            onBox.accept(box);
            boxes.put(name, box);
        }
        Label label = new Label("t = " + (step + 1));
        label.getStyleClass().add("plan-step");
        return new Copy(boxes, label);
    }

    private Joined joined(Plan.Link link, int from, int to, boolean folded) {
        LinkShape shape = new LinkShape(link, drawing.faulty(link), folded);
        onLink.accept(shape);
        return new Joined(shape, from, to, folded);
    }

    /** Marks what is chosen, and nothing as the aim of a connection. */
    void mark(Selection chosen) {
        copies.forEach(copy -> copy.boxes().forEach((name, box) -> {
            box.choose(chosen.equals(new Selection.OfLayer(name)));
            box.aim(false);
        }));
        links.forEach(link -> link.shape()
                .choose(chosen.equals(new Selection.OfLink(link.shape().link()))));
    }

    /** Marks a layer as the aim of a connection that is made by keys. */
    void aimAt(String layer) {
        copies.getFirst().boxes().forEach((name, box) -> box.aim(name.equals(layer)));
    }

    // A connection that is being dragged

    /** Draws a line from a box to a point, unless that is still in the box, and marks the box below the point. */
    void drag(LayerBox from, Point2D to) {
        rubber.setStartX(from.middleX());
        rubber.setStartY(from.middleY());
        rubber.setEndX(to.getX());
        rubber.setEndY(to.getY());
        Optional<LayerBox> over = over(to);
        rubber.setVisible(!over.equals(Optional.of(from)));
        copies.forEach(copy -> copy.boxes().values().forEach(other -> other.aim(over.equals(Optional.of(other)))));
    }

    /** Ends the line; the box at its end, if it led out of the one where it began. */
    Optional<LayerBox> drop(Point2D at) {
        boolean moved = rubber.isVisible();
        rubber.setVisible(false);
        Optional<LayerBox> over = over(at);
        over.ifPresent(to -> to.aim(false));
        return over.filter(to -> moved);
    }

    private Optional<LayerBox> over(Point2D point) {
        return copies.stream()
                .limit(unfolded > 0 ? STEPS : 1)
                .flatMap(copy -> copy.boxes().values().stream())
                .filter(box -> box.getBoundsInParent().contains(point))
                .findFirst();
    }

    // Layout

    private static double rowHeight() {
        return LayerBox.HEIGHT + GAP_UP;
    }

    private double gridWidth() {
        return places.columns() * (LayerBox.WIDTH + gapAcross()) - gapAcross();
    }

    /** Between layers beside each other: room for the loops of the left one. */
    private double gapAcross() {
        return drawing.plan().links().stream()
                .filter(link -> link.lag() > 0 && link.from().equals(link.to()))
                .mapToDouble(link -> CURVED * reach(link) + NUMBER)
                .reduce(GAP_ACROSS, Math::max);
    }

    /** How far out the points lie that a loop bends towards. */
    private double reach(Plan.Link link) {
        return LOOP + NEXT_LOOP * indexOfLoop(link);
    }

    /** From one time step to the next. */
    private double stride() {
        return gridWidth() + 64;
    }

    /**
     * Lays everything out in the middle of a rectangle, as large as it can be.
     *
     * @param share from 0, folded, to 1, unfolded
     * @param em the size of the font
     */
    void fit(double width, double height, double share, double em) {
        unfolded = share;
        double wanted = gridWidth() + LOOPS * 2 * (1 - share) + (STEPS - 1) * stride() * share;
        double high = places.rows() * rowHeight() - GAP_UP + 26 * share;
        double scale = Math.min(LARGEST * em / FONT, Math.min((width - 2 * EDGE) / wanted, (height - 2 * EDGE) / high));
        if (!(scale > 0)) {
            return;
        }
        double left = width / 2 - scale * ((STEPS - 1) * stride() * share + gridWidth()) / 2;
        double top = height / 2 - scale * high / 2;
        letters((int) (10 * scale * FONT / em));
        for (int step = 0; step < copies.size(); step++) {
            place(copies.get(step), step, left + scale * gridWidth() / 2, top, scale);
        }
        links.forEach(link -> place(link, scale));
    }

    /** Letters of so many tenths of their usual size, in steps that the style sheet has. */
    private void letters(int tenths) {
        int chosen = Math.clamp(tenths - SMALLEST, 0, SIZES.length - 1);
        for (int size = 0; size < SIZES.length; size++) {
            pseudoClassStateChanged(SIZES[size], size == chosen);
        }
    }

    private void place(Copy copy, int step, double middle, double top, double scale) {
        double x = middle + scale * step * stride() * unfolded;
        copy.boxes().forEach((name, box) -> {
            Places.Spot spot = places.spots().getOrDefault(name, new Places.Spot(0, 0));
            box.put(
                    x + scale * spot.across() * (LayerBox.WIDTH + gapAcross()),
                    top + scale * (places.rows() - 1 - spot.row()) * rowHeight(),
                    scale);
            box.setOpacity(step == 0 ? 1 : unfolded);
            box.setVisible(step == 0 || unfolded > 0);
        });
        Label label = copy.step();
        label.autosize();
        label.setOpacity(unfolded);
        label.setVisible(unfolded > 0);
        label.relocate(
                Math.rint(x - label.getWidth() / 2),
                Math.rint(top + scale * (places.rows() * rowHeight() - GAP_UP + 8)));
    }

    private void place(Joined link, double scale) {
        LinkShape shape = link.shape();
        LayerBox from = copies.get(link.from()).boxes().get(shape.link().from());
        LayerBox to = copies.get(link.to()).boxes().get(shape.link().to());
        boolean first = link.from() == 0 && link.to() == 0;
        double opacity = link.folded() ? 1 - unfolded : first ? 1 : unfolded;
        shape.setOpacity(opacity);
        shape.setVisible(opacity > 0);
        if (from == null || to == null) {
            return; // an end that is not drawn
        }
        if (link.folded()) {
            shape.loop(from, to, scale * reach(shape.link()));
        } else if (shape.link().lag() > 0) {
            shape.onwards(from, to);
        } else {
            shape.up(from, to, scale * rowHeight());
        }
    }

    /** Which of several loops between the same layers it is. */
    private int indexOfLoop(Plan.Link link) {
        return drawing.plan().links().stream()
                .filter(other -> other.lag() > 0
                        && other.from().equals(link.from())
                        && other.to().equals(link.to()))
                .toList()
                .indexOf(link);
    }
}
