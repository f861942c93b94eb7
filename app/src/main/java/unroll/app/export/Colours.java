package unroll.app.export;

import unroll.app.look.Theme;

/** The colours of an exported picture. */
enum Colours {
    AS_IN_THE_WINDOW,
    LIGHT,
    DARK;

    boolean dark(Theme theme) {
        return this == DARK || this == AS_IN_THE_WINDOW && theme.darkProperty().get();
    }
}
