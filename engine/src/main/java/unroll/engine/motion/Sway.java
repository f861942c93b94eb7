package unroll.engine.motion;

import unroll.engine.random.Philox;

/** A number that wanders smoothly between about -1 and 1: a sum of three oscillations that never come together again. */
final class Sway {
    private static final int PARTS = 3;

    private final double[] rates = new double[PARTS];
    private final double[] phases = new double[PARTS];

    /** One with periods, in seconds, that are drawn between two. */
    Sway(Philox random, double shortest, double longest) {
        for (int i = 0; i < PARTS; i++) {
            rates[i] = 2 * Math.PI / random.uniform(shortest, longest);
            phases[i] = random.uniform(0, 2 * Math.PI);
        }
    }

    double at(double time) {
        double sum = 0;
        for (int i = 0; i < PARTS; i++) {
            sum += Math.sin(rates[i] * time + phases[i]);
        }
        return sum / 2;
    }
}
