package unroll.app.look;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import unroll.app.look.Looks.Light;

/** Light or dark, and how large the text is: follows the system until a person chooses. */
public final class Theme {
    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");
    private static final PseudoClass PRESENTING = PseudoClass.getPseudoClass("presenting");
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
            "sound.css",
            "sheet.css",
            "overlay.css",
            "controlsfx.css",
            "gallery.css",
            "frame.css",
            "focus.css");

    /** The text sizes a lecture hall needs, in percent. */
    private static final List<Integer> SIZES = List.of(80, 90, 100, 110, 125, 150, 175, 200);

    private final ReadOnlyObjectWrapper<Looks> chosen = new ReadOnlyObjectWrapper<>(this, "chosen", Looks.FIRST);
    private final ReadOnlyBooleanWrapper presenting = new ReadOnlyBooleanWrapper(this, "presenting");
    private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper(this, "dark");
    private final ReadOnlyIntegerWrapper textSize = new ReadOnlyIntegerWrapper(this, "textSize", 100);
    private final ObservableValue<ColorScheme> system;

    /** A theme that follows {@code system}. */
    public Theme(ObservableValue<ColorScheme> system) {
        this.system = system;
        system.subscribe(now -> apply());
    }

    // Properties

    public ReadOnlyBooleanProperty darkProperty() {
        return dark.getReadOnlyProperty();
    }

    /** In percent of the designed size. */
    public ReadOnlyIntegerProperty textSizeProperty() {
        return textSize.getReadOnlyProperty();
    }

    /** What a person chose. */
    public ReadOnlyObjectProperty<Looks> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** Whether the text is as large as a lecture hall needs it. */
    public ReadOnlyBooleanProperty presentingProperty() {
        return presenting.getReadOnlyProperty();
    }

    // Commands

    /** Looks as a person chose before. */
    public void choose(Looks looks) {
        chosen.set(looks);
        apply();
    }

    /** Dark if light, light if dark; the system is not followed any more. */
    public void toggle() {
        choose(chosen.get().with(dark.get() ? Light.LIGHT : Light.DARK));
    }

    /** As the system is, now and whenever it changes. */
    public void follow() {
        choose(chosen.get().with(Light.SYSTEM));
    }

    /** Makes the text as large as a lecture hall needs it, or as before. */
    public void present(boolean on) {
        presenting.set(on);
        apply();
    }

    private void apply() {
        Looks looks = chosen.get();
        dark.set(
                switch (looks.light()) {
                    case SYSTEM -> system.getValue() == ColorScheme.DARK;
                    case LIGHT -> false;
                    case DARK -> true;
                });
        textSize.set(nearest(presenting.get() ? looks.hallTextSize() : looks.textSize()));
    }

    private static int nearest(int percent) {
        return SIZES.stream()
                .min(Comparator.comparingInt(size -> Math.abs(size - percent)))
                .orElseThrow();
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
        size(SIZES.get(Math.min(SIZES.indexOf(textSize.get()) + 1, SIZES.size() - 1)));
    }

    /** The next smaller text. */
    public void smaller() {
        size(SIZES.get(Math.max(SIZES.indexOf(textSize.get()) - 1, 0)));
    }

    /** The text as it was designed, or while something is presented as it is presented at first. */
    public void normal() {
        size(presenting.get() ? Looks.FIRST.hallTextSize() : Looks.FIRST.textSize());
    }

    private void size(int percent) {
        choose(chosen.get().with(presenting.get(), percent));
    }

    /** Dresses a scene now and whenever this theme changes. */
    public void dress(Scene scene) {
        FONTS.forEach(Theme::load);
        SHEETS.forEach(sheet -> scene.getStylesheets().add(resource(sheet)));
        dark.subscribe(now -> scene.setUserAgentStylesheet(base(now)));
        dark.subscribe(() -> mark(scene.getRoot()));
        textSize.subscribe(() -> mark(scene.getRoot()));
        presenting.subscribe(() -> mark(scene.getRoot()));
        scene.rootProperty().subscribe(this::mark);
    }

    /** The style sheets go by the root, of which a window can get another. */
    private void mark(Parent root) {
        root.pseudoClassStateChanged(DARK, dark.get());
        root.pseudoClassStateChanged(PRESENTING, presenting.get());
        SIZES.forEach(size -> root.pseudoClassStateChanged(sized(size), size == textSize.get()));
    }

    /** Dresses what opens before its window is known, lists and menus, which JavaFX' own theme would dress for a moment. */
    public void dressWhatOpens() {
        dark.subscribe(now -> Application.setUserAgentStylesheet(base(now)));
    }

    private static String base(boolean dark) {
        return dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet();
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
