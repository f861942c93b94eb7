package unroll.app.export;

import unroll.app.look.Theme;

/** The colours of an exported picture. */
enum Colours {
    AS_SHOWN("as in the window"),
    LIGHT("light"),
    DARK("dark");

    private final String words;

    Colours(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    boolean dark(Theme theme) {
        return this == DARK || this == AS_SHOWN && theme.darkProperty().get();
    }
}
