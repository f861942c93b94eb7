package unroll.engine.init;

import unroll.engine.model.Layout;
import unroll.engine.random.Philox;

/** The settings of an initialisation, one record for each scheme. */
public sealed interface InitialisationSettings permits Sparse, SpectralRadius, VariancePreserving {
    /** Draws the flat parameter vector of a layout; what a scheme does not mention is 0. */
    double[] draw(Layout layout, Philox random);
}
