package unroll.app.export;

import unroll.app.look.Theme;

/** The colours of an exported picture. */
enum Colours {
    AS_SHOWN,
    LIGHT,
    DARK;

    boolean dark(Theme theme) {
        return this == DARK || this == AS_SHOWN && theme.darkProperty().get();
    }
}
