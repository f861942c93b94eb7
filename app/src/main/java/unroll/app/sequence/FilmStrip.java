package unroll.app.sequence;

import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Some frames of a film beside each other, a named row for each strip, and the time steps below the last. */
final class FilmStrip extends VBox {
    private static final int FRAMES = 10;

    FilmStrip(Film film) {
        for (Film.Strip strip : film.strips()) {
            FilmView frames = new FilmView();
            frames.filmProperty().set(frames(film, strip));
            HBox.setHgrow(frames, Priority.ALWAYS);
            Label name = new Label(strip.caption());
            name.getStyleClass().addAll("film-caption", "row-name");
            HBox row = new HBox(name, frames);
            row.setAlignment(Pos.CENTER_LEFT);
            getChildren().add(row);
            VBox.setVgrow(row, Priority.ALWAYS);
        }
    }

    /** The frames of a strip as a film of one time step. */
    private static Film frames(Film film, Film.Strip strip) {
        boolean last = strip.equals(film.strips().getLast());
        return new Film(
                film.width(),
                film.height(),
                IntStream.range(0, FRAMES)
                        .map(i -> i * (film.steps() - 1) / (FRAMES - 1))
                        .mapToObj(t -> new Film.Strip(last ? "t = " + (t + 1) : "", new float[][] {strip.frames()[t]}))
                        .toList());
    }
}
