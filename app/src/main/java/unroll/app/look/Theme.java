package unroll.app.look;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.application.ColorScheme;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/** Light or dark, and how large the text is: follows the system until a person chooses. */
public final class Theme {
    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");
    private static final double FONT_SIZE = 13;

    private static final List<String> FONTS =
            List.of("Inter-Regular.ttf", "Inter-Medium.ttf", "Inter-SemiBold.ttf", "JetBrainsMono-Regular.ttf");

    /** One sheet per concern; tokens first, for the others to use. */
    private static final List<String> SHEETS = List.of(
            "tokens.css",
            "text.css",
            "input.css",
            "icon.css",
            "plan.css",
            "panel.css",
            "table.css",
            "plot.css",
            "valley.css",
            "perturb.css",
            "sheet.css",
            "overlay.css",
            "gallery.css",
            "frame.css");

    /** The text sizes a lecture hall needs, in percent. */
    private static final List<Integer> SIZES = List.of(80, 90, 100, 110, 125, 150, 175, 200);

    private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper(this, "dark");
    private final ReadOnlyIntegerWrapper textSize = new ReadOnlyIntegerWrapper(this, "textSize", 100);
    private final ObservableValue<ColorScheme> system;
    private boolean chosen;

    /** A theme that follows {@code system}. */
    public Theme(ObservableValue<ColorScheme> system) {
        this.system = system;
        follow();
        system.subscribe(scheme -> {
            if (!chosen) {
                dark.set(scheme == ColorScheme.DARK);
            }
        });
    }

    public ReadOnlyBooleanProperty darkProperty() {
        return dark.getReadOnlyProperty();
    }

    /** In percent of the designed size. */
    public ReadOnlyIntegerProperty textSizeProperty() {
        return textSize.getReadOnlyProperty();
    }

    /** Dark if light, light if dark; the system is not followed any more. */
    public void toggle() {
        chosen = true;
        dark.set(!dark.get());
    }

    /** As the system is, now and whenever it changes. */
    public void follow() {
        chosen = false;
        dark.set(system.getValue() == ColorScheme.DARK);
    }

    /** Light or dark for as long as something is made, and then as before; nobody has chosen anything. */
    public <T> T during(boolean wanted, Supplier<T> work) {
        boolean before = dark.get();
        dark.set(wanted);
        try {
            return work.get();
        } finally {
            dark.set(before);
        }
    }

    /** A theme that stays as it is, with text as large as here. */
    public Theme still(boolean wanted) {
        Theme still = new Theme(new SimpleObjectProperty<>(wanted ? ColorScheme.DARK : ColorScheme.LIGHT));
        still.textSize.set(textSize.get());
        return still;
    }

    /** The next larger text. */
    public void larger() {
        textSize.set(SIZES.get(Math.min(SIZES.indexOf(textSize.get()) + 1, SIZES.size() - 1)));
    }

    /** The next smaller text. */
    public void smaller() {
        textSize.set(SIZES.get(Math.max(SIZES.indexOf(textSize.get()) - 1, 0)));
    }

    /** The text as it was designed. */
    public void normal() {
        textSize.set(100);
    }

    /** Dresses a scene now and whenever this theme changes. */
    public void dress(Scene scene) {
        FONTS.forEach(Theme::load);
        SHEETS.forEach(sheet -> scene.getStylesheets().add(resource(sheet)));
        SIZES.forEach(size -> scene.getRoot().pseudoClassStateChanged(sized(size), size == textSize.get()));
        textSize.subscribe((before, after) -> {
            scene.getRoot().pseudoClassStateChanged(sized(before.intValue()), false);
            scene.getRoot().pseudoClassStateChanged(sized(after.intValue()), true);
        });
        dark.subscribe(now -> {
            scene.setUserAgentStylesheet(
                    now ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
            scene.getRoot().pseudoClassStateChanged(DARK, now);
        });
    }

    private static PseudoClass sized(int percent) {
        return PseudoClass.getPseudoClass("text-" + percent);
    }

    private static String resource(String name) {
        return Objects.requireNonNull(Theme.class.getResource(name), name).toExternalForm();
    }

    private static void load(String font) {
        try (InputStream in = Objects.requireNonNull(Theme.class.getResourceAsStream("fonts/" + font), font)) {
            if (Font.loadFont(in, FONT_SIZE) == null) {
                throw new IllegalStateException("the font " + font + " cannot be read");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
