package unroll.app.chart;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/**
 * The colours of a drawing as style sheets have them: {@code -u-main} for {@code MAIN}.
 *
 * @param <E> their names
 */
public final class StyledColours<E extends Enum<E>> {
    private final Map<E, StyleableProperty<Color>> colours;

    private StyledColours(Class<E> names) {
        colours = new EnumMap<>(names);
    }

    /**
     * Those of a drawing, which is laid out again when one changes.
     *
     * @param css the factory of the drawing's class
     * @param of finds the colours of any drawing of that class
     */
    public static <R extends Region, E extends Enum<E>> StyledColours<E> of(
            R drawing, Class<E> names, StyleablePropertyFactory<R> css, Function<R, StyledColours<E>> of) {
        StyledColours<E> colours = new StyledColours<>(names);
        for (E colour : names.getEnumConstants()) {
            String name = colour.name().toLowerCase(Locale.ROOT);
            StyleableProperty<Color> property = css.createStyleableColorProperty(
                    drawing, name, "-u-" + name, other -> of.apply(other).property(colour));
            colours.colours.put(colour, property);
            follow(property, drawing);
        }
        return colours;
    }

    /** Lays a drawing out again when a property of it changes. */
    public static void follow(StyleableProperty<?> property, Region drawing) {
        ((ObservableValue<?>) property).subscribe(drawing::requestLayout); // as the factory's properties are
    }

    private StyleableProperty<Color> property(E colour) {
        return Objects.requireNonNull(colours.get(colour));
    }

    public Color get(E colour) {
        return property(colour).getValue();
    }
}
