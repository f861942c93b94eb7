package unroll.app.shell;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;

/**
 * What a screen shows in the bar on top.
 *
 * @param name of what is open there
 * @param folder where that is kept
 * @param transport the buttons that run it
 * @param chip what computes; empty where that is not said
 */
record BarContent(
        ObservableValue<String> name, ObservableValue<String> folder, Region transport, Optional<Region> chip) {}
