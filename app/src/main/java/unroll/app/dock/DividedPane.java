package unroll.app.dock;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/**
 * Nodes beside or above each other, with gaps between them that can be dragged; each has its share of the room, whatever that is,
 * and its least size at least.
 */
final class DividedPane extends Pane {
    static final double GAP = 12;

    private final boolean across;
    private final List<Node> nodes;
    private final List<Region> dividers = new ArrayList<>();
    private double[] shares;

    /**
     * Divides its room.
     *
     * @param nodes at least two
     * @param shares of the room, which sum to 1
     * @param changed takes the shares when a divider is let go
     */
    DividedPane(boolean across, List<? extends Node> nodes, double[] shares, Consumer<double[]> changed) {
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
        double[] sizes = sizes();
        double begin = Arrays.stream(sizes).limit(before).sum() + before * GAP;
        double both = sizes[before] + sizes[before + 1];
        double wanted = (across ? here.getX() : here.getY()) - begin - GAP / 2;
        double most = both - least(before + 1);
        sizes[before] = Math.clamp(wanted, Math.min(least(before), most), most);
        sizes[before + 1] = both - sizes[before];
        double all = Arrays.stream(sizes).sum();
        shares = Arrays.stream(sizes).map(size -> size / all).toArray();
        requestLayout();
        mouse.consume();
    }

    private double least(int node) {
        return across ? nodes.get(node).minWidth(-1) : nodes.get(node).minHeight(-1);
    }

    /** What each node has: those whose share is too little their least size, the others their shares of what is left. */
    private double[] sizes() {
        double[] sizes = new double[nodes.size()];
        boolean[] small = new boolean[sizes.length];
        boolean more = true;
        while (more) {
            more = false;
            double left = room();
            double shared = 0;
            for (int i = 0; i < sizes.length; i++) {
                left -= small[i] ? least(i) : 0;
                shared += small[i] ? 0 : shares[i];
            }
            for (int i = 0; i < sizes.length; i++) {
                sizes[i] = small[i] ? least(i) : Math.max(0, left) * shares[i] / shared;
                more |= !small[i] && sizes[i] < least(i);
                small[i] |= sizes[i] < least(i);
            }
        }
        return sizes;
    }

    @Override
    protected double computeMinWidth(double height) {
        DoubleStream widths = nodes.stream().mapToDouble(node -> node.minWidth(-1));
        return across ? widths.sum() + GAP * dividers.size() : widths.max().orElse(0);
    }

    @Override
    protected double computeMinHeight(double width) {
        DoubleStream heights = nodes.stream().mapToDouble(node -> node.minHeight(-1));
        return across ? heights.max().orElse(0) : heights.sum() + GAP * dividers.size();
    }

    @Override
    protected void layoutChildren() {
        double[] sizes = sizes();
        double at = 0;
        for (int i = 0; i < nodes.size(); i++) {
            double begin = Math.rint(at);
            double size = Math.rint(at + sizes[i]) - begin;
            place(nodes.get(i), begin, size);
            if (i < dividers.size()) {
                place(dividers.get(i), begin + size, GAP);
            }
            at += sizes[i] + GAP;
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
