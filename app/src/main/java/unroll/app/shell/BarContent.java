package unroll.app.shell;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;

/**
 * What a screen has in the bar on top.
 *
 * @param name of what is open there
 * @param folder where that is kept
 * @param transport the buttons that drive it
 * @param chip what computes; empty where that is not said
 */
record Drive(ObservableValue<String> name, ObservableValue<String> folder, Region transport, Optional<Region> chip) {}
