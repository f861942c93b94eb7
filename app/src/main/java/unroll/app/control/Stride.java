package unroll.app.control;

import java.util.List;

/** How far a step goes. */
public enum Stride {
    TIME_STEP(0, "1 time step"),
    UPDATE(1, "1 update"),
    TEN(10, "10 updates"),
    HUNDRED(100, "100 updates");

    private final long updates;
    private final String words;

    Stride(long updates, String words) {
        this.updates = updates;
        this.words = words;
    }

    /** Those that train. */
    public static List<Stride> training() {
        return List.of(UPDATE, TEN, HUNDRED);
    }

    /** Updates it makes; none where only the time step moves that is looked at. */
    public long updates() {
        return updates;
    }

    /** What people read. */
    public String words() {
        return words;
    }
}
