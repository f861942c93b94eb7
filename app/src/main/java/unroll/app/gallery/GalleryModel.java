package unroll.app.gallery;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** What the gallery offers. */
public final class GalleryModel {
    private final ObjectProperty<List<GalleryCard>> cards = new SimpleObjectProperty<>(this, "cards", List.of());
    private final ObjectProperty<List<RecentItem>> recent = new SimpleObjectProperty<>(this, "recent", List.of());
    private final ObjectProperty<List<SweepItem>> sweeps = new SimpleObjectProperty<>(this, "sweeps", List.of());
    private final ObjectProperty<List<RunItem>> runs = new SimpleObjectProperty<>(this, "runs", List.of());

    /** What was opened last, the newest first. */
    public ObjectProperty<List<RecentItem>> recentProperty() {
        return recent;
    }

    /** Sweeps that can be begun or gone on with. */
    public ObjectProperty<List<SweepItem>> sweepsProperty() {
        return sweeps;
    }

    /** Ready experiments. */
    public ObjectProperty<List<GalleryCard>> cardsProperty() {
        return cards;
    }

    /** Runs that can be gone on with, the newest first. */
    public ObjectProperty<List<RunItem>> runsProperty() {
        return runs;
    }
}
