package unroll.engine.init;

import unroll.engine.model.Layout;
import unroll.engine.model.ModelSettings;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;

/** The parameters that are never trained: the model says how they are drawn, whatever the initialisation of the others. */
public final class FixedParameters {
    /** Stream 0 of the initialisation's seed is that of the parameters that are trained. */
    private static final int STREAM = 1;

    private FixedParameters() {}

    /** Fills the fixed slots of a flat parameter vector; a function of the seed and the model's settings alone. */
    public static void draw(ModelSettings model, Layout layout, long seed, double[] theta) {
        Philox random = new Philox(seed, Purpose.INITIALISATION).restart(seed, Purpose.INITIALISATION, STREAM);
        model.drawFixed(layout, random, theta);
    }
}
