package unroll.engine.planted.run;

/** Breaks the rule that nobody ends the program. */
public final class Exits {
    /** The fault. */
    public void fault() {
        System.exit(1);
    }
}
