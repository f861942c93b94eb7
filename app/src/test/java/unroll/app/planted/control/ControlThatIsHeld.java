package unroll.app.planted.control;

import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;

/** Breaks the rule that nothing which can be observed is held by a class: who observes it is held as long as the program runs. */
public final class ControlThatIsHeld {
    static final ObservableValue<Boolean> ALWAYS = new SimpleBooleanProperty(true);

    private ControlThatIsHeld() {}
}
