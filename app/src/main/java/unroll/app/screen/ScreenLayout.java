package unroll.app.screen;

/** The layout of a screen. */
public interface ScreenLayout {
    /** Restores a view that is maximised; false if none was. */
    default boolean restore() {
        return false;
    }

    /** Moves the keyboard focus to what should have it when the screen comes to the front. */
    default void takeKeys() {}
}
