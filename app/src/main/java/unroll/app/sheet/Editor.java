package unroll.app.sheet;

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

    /** Shows the value that holds now; what was typed and not taken is forgotten. */
    void show(Object value);
}
