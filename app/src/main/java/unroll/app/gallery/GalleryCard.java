package unroll.app.gallery;

import java.util.function.Supplier;
import javafx.scene.layout.Region;

/**
 * Something that is offered to be opened.
 *
 * @param shelf where it stands
 * @param open opens it, on the window's thread
 * @param title what it is called
 * @param line what it is about, in one line
 * @param time how long it takes
 * @param picture draws what its data look like, on the window's thread
 */
public record GalleryCard(
        Shelf shelf, Runnable open, String title, String line, String time, Supplier<Region> picture) {}
