package unroll.engine.planted.run;

/** Breaks the rule that every random number has a seed. */
public final class DrawsWithoutSeed {
    /** The fault. */
    public double fault() {
        return Math.random();
    }
}
