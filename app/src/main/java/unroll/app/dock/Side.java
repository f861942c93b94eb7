package unroll.app.dock;

/** Where something goes, seen from something else. */
public enum Side {
    LEFT(true, true),
    RIGHT(true, false),
    ABOVE(false, true),
    BELOW(false, false);

    private final boolean across;
    private final boolean first;

    Side(boolean across, boolean first) {
        this.across = across;
        this.first = first;
    }

    /** Whether both are then beside each other; else above each other. */
    boolean across() {
        return across;
    }

    /** Whether what is placed comes before the other in reading order. */
    boolean first() {
        return first;
    }
}
