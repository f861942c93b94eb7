package unroll.app.dock;

import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import unroll.app.address.NodeAddress;
import unroll.app.control.Card;

/**
 * A view that can be arranged.
 *
 * @param name what arrangements call it, for ever: it is kept in files
 * @param card its frame, by whose title people know it
 * @param applies whether it has something to show; one that does not is left out and keeps its place
 */
public record View(String name, Card card, ObservableValue<Boolean> applies) {
    public View {
        NodeAddress.view(name).on(card);
    }

    /** Says now, and whenever that changes, whether it is in front in a window; one that is not costs nothing. */
    public void whileSeen(Consumer<Boolean> told) {
        card.sceneProperty().subscribe(scene -> told.accept(scene != null));
    }
}
