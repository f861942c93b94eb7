package unroll.app;

import javafx.application.Application;

/** Where the program begins; it is no JavaFX application itself, so that it starts from a plain class path. */
public final class Unroll {
    private Unroll() {}

    /** Opens the window. */
    public static void main(String[] args) {
        openWindow(args);
    }

    /** Opens the window with the files that {@code args} name, and returns when it is closed. */
    static void openWindow(String[] args) {
        Application.launch(UnrollApplication.class, args);
    }
}
