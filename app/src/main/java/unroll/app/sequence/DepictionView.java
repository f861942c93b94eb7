package unroll.app.sequence;

import java.util.function.Consumer;
import javafx.scene.layout.Region;

/**
 * A view that shows depictions of one kind, one after the other.
 *
 * @param kind what it can show
 * @param node the view itself
 * @param shown takes what is to be shown
 */
public record DepictionView<D extends Depiction>(Class<D> kind, Region node, Consumer<D> shown) {
    /** Shows a depiction; false if it is of another kind, for which this view is of no use. */
    boolean show(Depiction depiction) {
        boolean fits = kind.isInstance(depiction);
        if (fits) {
            shown.accept(kind.cast(depiction));
        }
        return fits;
    }
}
