package unroll.engine.planted.graph;

import unroll.engine.model.Layout;

/** Breaks the rule that graphs know no models. */
public final class ImportsTheModel {
    /** The fault. */
    public int fault() {
        return Layout.builder().add("w", Layout.Role.INPUT_WEIGHT, 1, 1).build().size();
    }
}
