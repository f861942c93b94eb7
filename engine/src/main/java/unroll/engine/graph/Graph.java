package unroll.engine.graph;

import java.util.ArrayList;
import java.util.List;

/**
 * Nodes in an order in which each comes after those it reads, and the three sweeps over them (thesis sec. 2.3). The sweeps
 * count instead of iterating, so that no iterator is allocated.
 */
public final class Graph {
    private final List<Sequence> nodes = new ArrayList<>();

    /** Adds a node that reads only nodes added before it. */
    public <N extends Sequence> N add(N node) {
        nodes.add(node);
        return node;
    }

    /** The value of every node at every step. */
    public void forward() {
        for (int i = 0; i < nodes.size(); i++) {
            nodes.get(i).forward(0, nodes.get(i).steps());
        }
    }

    /** The values at steps {@code from} to {@code to - 1}, where those before are known: what a free run needs. */
    public void forward(int from, int to) {
        for (int i = 0; i < nodes.size(); i++) {
            nodes.get(i).forward(from, to);
        }
    }

    /** The directional value of every node, in the direction that the parameters' tangents hold: the R operator. */
    public void push() {
        for (int i = 0; i < nodes.size(); i++) {
            nodes.get(i).push();
        }
    }

    /**
     * Propagates adjoints from {@code output}, whose adjoint the caller has written, to the parameters.
     *
     * @param structural weight of the structural damping at hidden units, 0 for a gradient
     */
    public void pull(Sequence output, double structural) {
        for (int i = 0; i < nodes.size(); i++) {
            nodes.get(i).release();
        }
        output.claim();
        for (int i = nodes.size() - 1; i >= 0; i--) {
            if (nodes.get(i).claimed()) {
                nodes.get(i).pull(structural);
            }
        }
    }
}
