package unroll.app.screen;

import java.util.Optional;
import javafx.scene.layout.Region;

/** The layout of a screen. */
public interface ScreenLayout {
    /** Restores a view that is maximised; false if none was. */
    default boolean restore() {
        return false;
    }

    /** The part over which news may lie for a while, where little is clicked; empty for all of it. */
    default Optional<Region> calmPart() {
        return Optional.empty();
    }

    /** Moves the keyboard focus to what should have it when the screen comes to the front. */
    default void takeKeys() {}
}
