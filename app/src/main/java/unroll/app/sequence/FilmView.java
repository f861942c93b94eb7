package unroll.app.sequence;

import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.control.Control;
import javafx.scene.control.Skin;
import javafx.scene.paint.Color;
import unroll.app.chart.GreyMap;

/** One time step of several films side by side, each a crisp enlarged picture with its caption. */
public final class FilmView extends Control {
    private static final StyleablePropertyFactory<FilmView> CSS =
            new StyleablePropertyFactory<>(Control.getClassCssMetaData());

    private final StyleableProperty<Color> dark =
            CSS.createStyleableColorProperty(this, "dark", "-u-dark", v -> v.dark);
    private final StyleableProperty<Color> bright =
            CSS.createStyleableColorProperty(this, "bright", "-u-bright", v -> v.bright);

    private final ObjectProperty<Film> film = new SimpleObjectProperty<>(this, "film", Film.EMPTY);
    private final IntegerProperty time = new SimpleIntegerProperty(this, "time");

    public FilmView() {
        getStyleClass().add("film-view");
        setFocusTraversable(false);
        setAccessibleText("Truth, prediction and free run as pictures");
    }

    /** What is shown. */
    public ObjectProperty<Film> filmProperty() {
        return film;
    }

    /** The time step that is shown, from 0. */
    public IntegerProperty timeProperty() {
        return time;
    }

    GreyMap colours() {
        return new GreyMap(dark.getValue(), bright.getValue());
    }

    @SuppressWarnings("unchecked") // the factory's properties are observable values of their type
    List<ObservableValue<Color>> colourProperties() {
        return List.of((ObservableValue<Color>) dark, (ObservableValue<Color>) bright);
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new FilmSkin(this);
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getControlCssMetaData() {
        return CSS.getCssMetaData();
    }
}
