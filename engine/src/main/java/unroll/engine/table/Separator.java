package unroll.engine.table;

/** What stands between the cells of a row. */
public enum Separator {
    FOUND('\0', "found"),
    COMMA(',', "commas"),
    SEMICOLON(';', "semicolons"),
    TAB('\t', "tabs"),
    BAR('|', "vertical bars"),
    BLANKS(' ', "blanks");

    private final char character;
    private final String words;

    Separator(char character, String words) {
        this.character = character;
        this.words = words;
    }

    /** The sign itself. */
    public char character() {
        return character;
    }

    /** As it is called in a sentence: "semicolons". */
    public String words() {
        return words;
    }
}
