package unroll.app.gallery;

import java.util.List;
import unroll.app.chart.Matrix;
import unroll.app.chart.ValleyData;
import unroll.app.sequence.Film;
import unroll.engine.experiment.Experiment;

/**
 * Something that is offered to be opened.
 *
 * @param goal what it opens
 * @param title what it is called
 * @param line what it is about, in one line
 * @param time how long it takes
 * @param picture what its data look like
 */
public record GalleryCard(GalleryCard.Goal goal, String title, String line, String time, Picture picture) {
    /** What a card opens. */
    public sealed interface Goal {
        /** A new run of an experiment. */
        record Run(Experiment experiment) implements Goal {}

        /** The screen of momentum in a valley. */
        record Valley() implements Goal {}
    }

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

        /** Trails in a valley. */
        record Valley(ValleyData valley) implements Picture {}
    }
}
