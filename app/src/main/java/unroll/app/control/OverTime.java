package unroll.app.control;

import javafx.beans.property.IntegerProperty;
import javafx.scene.Node;

/** A view that marks a time step, of which there can be a second one elsewhere that marks others. */
public interface OverTime {
    /** Time steps there are to mark; 0 while there is nothing to see. */
    int steps();

    /** The time step that is marked, from 0. */
    IntegerProperty timeProperty();

    /** The node that is the view. */
    Node node();

    /** Another view of the same numbers, seen the same way, with a time step of its own. */
    OverTime twin();
}
