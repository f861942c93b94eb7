package unroll.app.screen;

/** What works for a screen, on the window's thread. */
public interface ScreenController {
    /** Sets whether the screen is seen; while it is not, nobody asks for what it shows. */
    default void look(boolean seen) {}

    /** Renews what changes with the time of day. */
    default void tick() {}

    /** Saves and closes what is open, and waits for it. */
    default void close() {}
}
