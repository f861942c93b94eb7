package unroll.app.screen;

/** The layout of a screen. */
public interface ScreenLayout {
    /** Gives each view its own room again; false if all had it already. */
    default boolean restore() {
        return false;
    }

    /** Gives the keys to what should have them when the screen comes to the front. */
    default void takeKeys() {}
}
