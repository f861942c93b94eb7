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

    /** The id of the command that shows or closes the view of a name. */
    public static String command(String name) {
        return "view." + name;
    }

    /** Calls {@code listener} now and at each change with whether it is in front in a window; one that is not costs nothing. */
    public void whileSeen(Consumer<Boolean> listener) {
        card.sceneProperty().subscribe(scene -> listener.accept(scene != null));
    }
}
