package unroll.app.look;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.beans.value.ObservableValue;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;

/** One of the project's own icons, drawn on a grid of 16 by 16; the style sheets give it its colour and size. */
public final class Icon extends Region {
    private static final double GRID = 16;
    private static final StyleablePropertyFactory<Icon> CSS =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());
    private static final Pattern PATH = Pattern.compile("<path d=\"([^\"]+)\"");

    private final StyleableProperty<Number> size =
            CSS.createStyleableNumberProperty(this, "size", "-u-size", icon -> icon.size, GRID);
    private final Scale scale = new Scale();

    /** The icon of that name in {@code icons/}. */
    public Icon(String name) {
        String svg = read(name);
        String style = svg.contains("stroke=\"currentColor\"") ? "icon-lined" : "icon-filled";
        Matcher paths = PATH.matcher(svg);
        while (paths.find()) {
            SVGPath path = new SVGPath();
            path.setContent(paths.group(1));
            path.getStyleClass().add(style);
            path.setManaged(false);
            path.getTransforms().add(scale);
            getChildren().add(path);
        }
        getStyleClass().add("icon");
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setMouseTransparent(true);
        observable(size).subscribe(this::requestLayout);
    }

    @SuppressWarnings("unchecked") // the factory's properties are observable values of their type
    private static ObservableValue<Number> observable(StyleableProperty<Number> property) {
        return (ObservableValue<Number>) property;
    }

    @Override
    protected double computePrefWidth(double height) {
        return Math.rint(size.getValue().doubleValue());
    }

    @Override
    protected double computePrefHeight(double width) {
        return computePrefWidth(-1);
    }

    @Override
    protected void layoutChildren() {
        scale.setX(getWidth() / GRID);
        scale.setY(getHeight() / GRID);
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return CSS.getCssMetaData();
    }

    private static String read(String name) {
        try (InputStream in = Icon.class.getResourceAsStream("/unroll/app/icons/" + name + ".svg")) {
            if (in == null) {
                throw new IllegalArgumentException("there is no icon " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
