package unroll.app.gallery;

import java.util.function.Supplier;
import javafx.scene.layout.Region;
import unroll.engine.experiment.Experiment;

/**
 * Something that is offered to be opened.
 *
 * @param goal what it opens
 * @param title what it is called
 * @param line what it is about, in one line
 * @param time how long it takes
 * @param picture draws what its data look like, on the window's thread
 */
public record GalleryCard(GalleryCard.Goal goal, String title, String line, String time, Supplier<Region> picture) {
    /** What a card opens. */
    public sealed interface Goal {
        /** A new run of an experiment. */
        record Run(Experiment experiment) implements Goal {}

        /** The screen of momentum in a valley. */
        record Valley() implements Goal {}
    }
}
