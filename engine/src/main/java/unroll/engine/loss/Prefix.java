package unroll.engine.loss;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of a label string in a beam, as a node of the tree of all that were kept, with the log mass of its
 * alignments: {@code closed} of those that end in its last label, with which an equal label would merge, {@code open} of
 * the others.
 */
final class Prefix {
    /** The label of the empty prefix: equal to none. */
    private static final int NONE = -1;

    private final @Nullable Prefix parent;
    private final int label;
    private final Map<Integer, Prefix> children = new HashMap<>();
    private double open = Double.NEGATIVE_INFINITY;
    private double closed = Double.NEGATIVE_INFINITY;
    private double mass = Double.NEGATIVE_INFINITY;
    private double nextOpen = Double.NEGATIVE_INFINITY;
    private double nextClosed = Double.NEGATIVE_INFINITY;
    private int reachedAt = -1;

    private Prefix(@Nullable Prefix parent, int label) {
        this.parent = parent;
        this.label = label;
    }

    /** The string of no label, which is certain before the first step. */
    static Prefix empty() {
        Prefix empty = new Prefix(null, NONE);
        empty.open = 0;
        empty.mass = 0;
        return empty;
    }

    int label() {
        return label;
    }

    double open() {
        return open;
    }

    double closed() {
        return closed;
    }

    double mass() {
        return mass;
    }

    /** This prefix and one label more: the node of the tree, or a new one that is not yet in it. */
    Prefix child(int label) {
        Prefix child = children.get(label);
        return child != null ? child : new Prefix(this, label);
    }

    /** Adds mass for after step t; at the first of a step it enters {@code reached}; nothing where it is log 0. */
    void addOpen(double log, int t, List<Prefix> reached) {
        if (log != Double.NEGATIVE_INFINITY) {
            reach(t, reached);
            nextOpen = Lattice.logAdd(nextOpen, log);
        }
    }

    /** The same for alignments that end in its last label. */
    void addClosed(double log, int t, List<Prefix> reached) {
        if (log != Double.NEGATIVE_INFINITY) {
            reach(t, reached);
            nextClosed = Lattice.logAdd(nextClosed, log);
        }
    }

    private void reach(int t, List<Prefix> reached) {
        if (reachedAt != t) {
            reachedAt = t;
            reached.add(this);
        }
    }

    /** The step is over: what was added is its mass. */
    void take() {
        open = nextOpen;
        closed = nextClosed;
        mass = Lattice.logAdd(open, closed);
        nextOpen = Double.NEGATIVE_INFINITY;
        nextClosed = Double.NEGATIVE_INFINITY;
    }

    /** Enters the tree, now that it is kept. */
    void join() {
        if (parent != null) {
            parent.children.put(label, this);
        }
    }

    List<Integer> labels() {
        List<Integer> labels = new ArrayList<>();
        for (Prefix at = this; at != null && at.parent != null; at = at.parent) {
            labels.add(at.label);
        }
        Collections.reverse(labels);
        return labels;
    }
}
