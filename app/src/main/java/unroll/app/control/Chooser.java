package unroll.app.control;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.Property;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Tooltip;

/** A small list in a card's header from which one of several names is chosen; what the keys pass in the open list is not chosen yet. */
public final class Chooser extends DropDown<String> {
    private final BooleanProperty several = new SimpleBooleanProperty(this, "several");
    private Map<String, String> titles = Map.of();
    private final Consumer<String> choose;
    private String chosen = "";
    private boolean shows;

    /** @param choose takes what a person chooses */
    public Chooser(String what, String help, Consumer<String> choose) {
        this.choose = choose;
        getStyleClass().add("card-choice");
        setMinWidth(USE_PREF_SIZE);
        setTooltip(new Tooltip(help));
        setAccessibleText(what);
        setConverter(new ChoiceWords<>(name -> titles.getOrDefault(name, name)));
        setOnAction(event -> take());
        setOnHidden(event -> take());
    }

    /** A list of all values of a kind, of which a property has one. */
    public static <E extends Enum<E>> Chooser of(
            String what, String help, Class<E> kind, Function<E, String> words, Property<E> chosen) {
        Chooser chooser = new Chooser(what, help, name -> chosen.setValue(Enum.valueOf(kind, name)));
        SequencedMap<String, String> called = new LinkedHashMap<>();
        for (E value : kind.getEnumConstants()) {
            called.put(value.name(), words.apply(value));
        }
        chosen.subscribe(now -> chooser.show(called, now.name()));
        return chooser;
    }

    private void take() {
        String value = getValue();
        if (!shows && !isShowing() && value != null && !value.equals(chosen)) {
            chosen = value;
            choose.accept(value);
        }
    }

    /** Whether there is anything to choose. */
    public ReadOnlyBooleanProperty severalProperty() {
        return several;
    }

    /** Shows these names with one chosen, and for each what people read. */
    public void show(SequencedMap<String, String> called, String now) {
        if (!titles.equals(called)) {
            titles = new LinkedHashMap<>(called);
            show(List.of(), "");
        }
        show(List.copyOf(called.keySet()), now);
    }

    /** Shows these names with one chosen. */
    public void show(List<String> names, String now) {
        shows = true;
        if (!List.copyOf(getItems()).equals(names)) {
            getItems().setAll(names);
        }
        chosen = now;
        setValue(now);
        several.set(names.size() > 1);
        shows = false;
    }
}
