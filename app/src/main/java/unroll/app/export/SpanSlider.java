package unroll.app.export;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.event.Event;
import javafx.scene.TraversalDirection;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.controlsfx.control.RangeSlider;

/** The span of a film as two thumbs over the places that have a frame. */
final class SpanSlider extends StackPane {
    /** The keys that the thumbs have a use for; they would keep all others from the sheet. */
    private static final Set<KeyCode> OWN = Set.of(KeyCode.LEFT, KeyCode.RIGHT, KeyCode.TAB);

    private final ExportModel model;
    private final RangeSlider slider = new RangeSlider(0, 1, 0, 1);

    /** Whether the thumbs follow the settings, and nobody moves them. */
    private boolean following;

    SpanSlider(ExportModel model) {
        this.model = model;
        slider.setBlockIncrement(1);
        slider.setAccessibleText("First and last frame; the arrow keys move a thumb, Tab leads to the other");
        slider.lowValueProperty().subscribe(this::choose);
        slider.highValueProperty().subscribe(this::choose);
        slider.addEventFilter(KeyEvent.KEY_PRESSED, this::handOn);
        getChildren().add(slider);
        managedProperty().bind(visibleProperty());
        model.subjectProperty().subscribe(this::follow);
        model.settingsProperty().subscribe(this::follow);
        follow();
    }

    private Optional<FilmFormat> film() {
        return model.format() instanceof FilmFormat film ? Optional.of(film) : Optional.empty();
    }

    private List<Long> places(FilmFormat film) {
        return model.subjectProperty()
                .get()
                .map(view -> view.places(film.along()))
                .orElse(List.of());
    }

    private void follow() {
        setVisible(film().filter(film -> places(film).size() > 1).isPresent());
        film().ifPresent(film -> show(places(film), film));
    }

    private void show(List<Long> all, FilmFormat film) {
        List<Long> frames = film.between(all);
        if (!following && !frames.isEmpty()) {
            following = true;
            slider.setMax(Math.max(1, all.size() - 1));
            slider.setHighValue(slider.getMax()); // the lower thumb does not pass the upper one
            slider.setLowValue(all.indexOf(frames.getFirst()));
            slider.setHighValue(all.indexOf(frames.getLast()));
            following = false;
        }
    }

    private void choose() {
        film().filter(film -> !following && places(film).size() > 1).ifPresent(film -> {
            List<Long> all = places(film);
            following = true;
            model.choose(
                    new ExportSettings(film.cut(place(all, slider.getLowValue()), place(all, slider.getHighValue()))));
            following = false;
        });
    }

    private static long place(List<Long> all, double index) {
        return all.get(Math.clamp((int) Math.rint(index), 0, all.size() - 1));
    }

    private void handOn(KeyEvent key) {
        if (!OWN.contains(key.getCode()) || key.isShortcutDown()) {
            key.consume();
            Event.fireEvent(this, key.copyFor(this, this));
        } else if (key.getCode() == KeyCode.TAB
                && !key.isShiftDown()
                && slider.lookup(".high-thumb").isFocused()) {
            key.consume(); // the slider would look for the next node beside it alone
            slider.lookup(".high-thumb").requestFocusTraversal(TraversalDirection.NEXT);
        }
    }
}
