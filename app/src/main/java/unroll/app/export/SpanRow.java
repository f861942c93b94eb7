package unroll.app.export;

import java.util.List;
import java.util.Set;
import javafx.beans.property.StringProperty;
import javafx.event.Event;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.controlsfx.control.RangeSlider;

/** The span of a film: two thumbs over the places that have a frame, and the numbers of both, which can be typed too. */
final class SpanRow extends VBox {
    /** The keys that the thumbs have a use for; they would keep all others from the sheet. */
    private static final Set<KeyCode> OWN = Set.of(KeyCode.LEFT, KeyCode.RIGHT, KeyCode.TAB);

    private final ExportModel model;
    private final TextField first;
    private final RangeSlider slider = new RangeSlider(0, 1, 0, 1);

    /** Whether the thumbs follow the numbers, and nobody moves them. */
    private boolean following;

    SpanRow(ExportModel model) {
        this.model = model;
        Label unit = new Label();
        unit.getStyleClass().add("muted");
        unit.textProperty()
                .bind(model.spanProperty().map(span -> span == FilmAxis.STEPS ? "time steps" : "remembered updates"));
        first = number("From", model.fromProperty());
        HBox numbers = new HBox(first, new Label("to"), number("To", model.toProperty()), unit);
        numbers.getStyleClass().add("export-line");
        slider.setBlockIncrement(1);
        slider.setAccessibleText("First and last frame; the arrow keys move a thumb, Tab leads to the other");
        slider.lowValueProperty().subscribe((before, now) -> choose(model.fromProperty(), now));
        slider.highValueProperty().subscribe((before, now) -> choose(model.toProperty(), now));
        slider.addEventFilter(KeyEvent.KEY_PRESSED, this::handOn);
        getStyleClass().add("export-span");
        getChildren().addAll(slider, numbers);
        model.placesProperty().subscribe(this::follow);
        model.fromProperty().subscribe(this::follow);
        model.toProperty().subscribe(this::follow);
    }

    private static TextField number(String name, StringProperty value) {
        TextField field = new TextField();
        field.setAccessibleText(name);
        field.setPrefColumnCount(7);
        field.textProperty().bindBidirectional(value);
        return field;
    }

    private void follow() {
        List<Long> frames = model.chosenPlaces();
        List<Long> all = model.placesProperty().get();
        slider.setDisable(all.size() < 2);
        if (!following && !frames.isEmpty()) {
            following = true;
            slider.setMax(Math.max(1, all.size() - 1));
            slider.setHighValue(slider.getMax()); // the lower thumb does not pass the upper one
            slider.setLowValue(all.indexOf(frames.getFirst()));
            slider.setHighValue(all.indexOf(frames.getLast()));
            following = false;
        }
    }

    private void choose(StringProperty number, Number place) {
        List<Long> all = model.placesProperty().get();
        int index = (int) Math.rint(place.doubleValue());
        if (!following && index < all.size()) {
            following = true;
            number.set(Long.toString(all.get(index)));
            following = false;
        }
    }

    private void handOn(KeyEvent key) {
        if (!OWN.contains(key.getCode()) || key.isShortcutDown()) {
            key.consume();
            Event.fireEvent(this, key.copyFor(this, this));
        } else if (key.getCode() == KeyCode.TAB
                && !key.isShiftDown()
                && slider.lookup(".high-thumb").isFocused()) {
            key.consume(); // the slider would look for a field among the nodes beside it alone
            first.requestFocus();
        }
    }
}
