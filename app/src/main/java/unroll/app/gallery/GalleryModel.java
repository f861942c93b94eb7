package unroll.app.gallery;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** What the gallery offers. */
public final class GalleryModel {
    final ReadOnlyObjectWrapper<List<GalleryCard>> cards = new ReadOnlyObjectWrapper<>(this, "cards", List.of());
    private final ObjectProperty<List<RecentItem>> recent = new SimpleObjectProperty<>(this, "recent", List.of());
    final ReadOnlyObjectWrapper<List<SweepItem>> sweeps = new ReadOnlyObjectWrapper<>(this, "sweeps", List.of());
    final ReadOnlyObjectWrapper<RunItems> runs = new ReadOnlyObjectWrapper<>(this, "runs", RunItems.NONE);

    /** What was opened last, the newest first. */
    public ObjectProperty<List<RecentItem>> recentProperty() {
        return recent;
    }

    /** Sweeps that can be begun or gone on with. */
    public ReadOnlyObjectProperty<List<SweepItem>> sweepsProperty() {
        return sweeps.getReadOnlyProperty();
    }

    /** Ready experiments. */
    public ReadOnlyObjectProperty<List<GalleryCard>> cardsProperty() {
        return cards.getReadOnlyProperty();
    }

    /** Runs that can be gone on with, the newest first. */
    public ReadOnlyObjectProperty<RunItems> runsProperty() {
        return runs.getReadOnlyProperty();
    }
}
