package unroll.engine.table;

/** What the cells of a column are. */
public enum ColumnKind {
    NUMBER("numbers"),
    TIME("times"),
    WORD("words"),
    EMPTY("nothing");

    private final String words;

    ColumnKind(String words) {
        this.words = words;
    }

    /** In the plural: "numbers". */
    public String words() {
        return words;
    }
}
