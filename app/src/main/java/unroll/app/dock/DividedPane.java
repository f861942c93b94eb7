package unroll.app.dock;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** Nodes beside or above each other, with gaps between them that can be dragged; each has its share of the room, whatever that is. */
final class DividedPane extends Pane {
    static final double GAP = 12;

    /** As small as a node can be dragged, in pixels. */
    private static final double LEAST = 80;

    private final boolean across;
    private final List<Node> nodes;
    private final List<Region> dividers = new ArrayList<>();
    private double[] shares;

    /**
     * Divides its room.
     *
     * @param nodes at least two
     * @param shares of the room, which sum to 1
     * @param changed hears of other shares when a divider comes to rest
     */
    DividedPane(boolean across, List<Node> nodes, double[] shares, Consumer<double[]> changed) {
        this.across = across;
        this.nodes = List.copyOf(nodes);
        this.shares = shares.clone();
        getStyleClass().add("divided");
        getChildren().addAll(nodes);
        for (int i = 0; i + 1 < nodes.size(); i++) {
            Region divider = new Region();
            divider.getStyleClass().add("divider");
            divider.setCursor(across ? Cursor.H_RESIZE : Cursor.V_RESIZE);
            int before = i;
            divider.setOnMouseDragged(mouse -> drag(before, mouse));
            divider.setOnMouseReleased(mouse -> changed.accept(this.shares.clone()));
            dividers.add(divider);
        }
        getChildren().addAll(dividers);
        setMinSize(0, 0);
    }

    void share(double[] others) {
        shares = others.clone();
        requestLayout();
    }

    private double room() {
        return (across ? getWidth() : getHeight()) - GAP * dividers.size();
    }

    /** Moves the border between a node and the next to the mouse. */
    private void drag(int before, MouseEvent mouse) {
        var here = sceneToLocal(mouse.getSceneX(), mouse.getSceneY());
        double begin = 0;
        for (int i = 0; i < before; i++) {
            begin += shares[i] * room() + GAP;
        }
        double both = shares[before] + shares[before + 1];
        double wanted = ((across ? here.getX() : here.getY()) - begin - GAP / 2) / room();
        double least = Math.min(LEAST / room(), both / 2);
        shares[before] = Math.clamp(wanted, least, both - least);
        shares[before + 1] = both - shares[before];
        requestLayout();
        mouse.consume();
    }

    @Override
    protected void layoutChildren() {
        double at = 0;
        for (int i = 0; i < nodes.size(); i++) {
            double begin = Math.rint(at);
            double size = Math.rint(at + shares[i] * room()) - begin;
            place(nodes.get(i), begin, size);
            if (i < dividers.size()) {
                place(dividers.get(i), begin + size, GAP);
            }
            at += shares[i] * room() + GAP;
        }
    }

    private void place(Node node, double begin, double size) {
        if (across) {
            node.resizeRelocate(begin, 0, Math.max(0, size), getHeight());
        } else {
            node.resizeRelocate(0, begin, getWidth(), Math.max(0, size));
        }
    }
}
