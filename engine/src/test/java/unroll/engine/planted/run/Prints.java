package unroll.engine.planted.run;

/** Breaks the rule that only the command line prints. */
public final class Prints {
    /** The fault. */
    public void fault() {
        System.out.println("a fault");
    }
}
