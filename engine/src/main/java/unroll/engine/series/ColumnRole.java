package unroll.engine.series;

/** What a column of a table is for. */
public enum ColumnRole {
    BOTH("input and target"),
    INPUT("input"),
    TARGET("target"),
    TIME("time"),
    NAME("series name"),
    LEFT_OUT("left out");

    private final String words;

    ColumnRole(String words) {
        this.words = words;
    }

    /** As people call it: "input and target". */
    public String words() {
        return words;
    }

    boolean isInput() {
        return this == BOTH || this == INPUT;
    }

    boolean isTarget() {
        return this == BOTH || this == TARGET;
    }

    boolean isUsed() {
        return isInput() || isTarget();
    }
}
