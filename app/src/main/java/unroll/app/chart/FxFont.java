package unroll.app.chart;

import java.awt.Font;

/** A font that JavaFX knows and AWT does not: charts ask it for its name only, and JavaFX draws it. */
final class FxFont extends Font {
    private static final long serialVersionUID = 1;

    FxFont(String family, double size) {
        super(family, PLAIN, (int) Math.round(size));
    }

    @Override
    public String getFamily() {
        return getName();
    }
}
