package unroll.app.shell;

import javafx.scene.Parent;
import unroll.app.shell.ShellModel.Screen;

/** The parts of one screen, wired to each other. */
interface Desk {
    /** Whose parts they are. */
    Screen screen();

    /** The screen itself, when it is first needed. */
    Parent make();

    /** Says whether the screen is in front in a window that is seen; while it is not, it asks nothing. */
    default void look(boolean seen) {}

    /** Gives each view its own room again; false if all had it already. */
    default boolean restore() {
        return false;
    }

    /** Saves and closes what is open, and waits for it. */
    default void close() {}
}
