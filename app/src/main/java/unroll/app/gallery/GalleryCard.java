package unroll.app.gallery;

import java.util.List;
import unroll.app.control.Film;
import unroll.app.control.Matrix;

/**
 * A ready experiment as it is offered.
 *
 * @param id tells it from others
 * @param title what it is called
 * @param line what it is about, in one line
 * @param time how long it trains
 * @param picture what its data look like
 */
public record GalleryCard(String id, String title, String line, String time, Picture picture) {
    /** What a task's data look like. */
    public sealed interface Picture {
        /** Moments of a film, side by side. */
        record Moments(Film film) implements Picture {}

        /** Numbers over time. */
        record Curves(List<float[]> curves) implements Picture {}

        /** Numbers as colours: rows down, time steps across. */
        record Cells(Matrix cells) implements Picture {}

        /** A piece of text. */
        record Words(String text) implements Picture {}
    }
}
