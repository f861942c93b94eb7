package unroll.app.sheet;

import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.scene.layout.Region;

/** Shows one setting's value and submits what a person makes of it. */
interface Editor {
    /** Takes a value as text. */
    @FunctionalInterface
    interface Submission {
        /** Empty if the text was taken, otherwise the sentence why not. */
        String submit(String text);
    }

    Region node();

    /** Why what was typed was not taken, empty if nothing is wrong; nothing where everything that can be submitted is taken. */
    default Optional<ReadOnlyStringProperty> refusal() {
        return Optional.empty();
    }

    /** Shows the value that holds now; what was typed and not taken is forgotten. */
    void show(Object value);
}
