package unroll.engine.planted.run;

import unroll.engine.planted.cli.AskedByTheEngine;

/** Breaks the rule that nothing but the command line sees the command line. */
public final class AsksTheCommandLine {
    /** The fault. */
    public int fault() {
        return AskedByTheEngine.answer();
    }
}
