package unroll.app.planted.shell;

import unroll.app.shell.Workbench;

/** Stands for a part of the window that takes what it needs from the workbench. */
public final class ScreenThatAsks {
    void open(Workbench bench) {
        bench.close();
    }
}
