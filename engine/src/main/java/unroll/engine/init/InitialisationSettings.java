package unroll.engine.init;

import unroll.engine.model.Layout;
import unroll.engine.model.ModelSettings;
import unroll.engine.random.Philox;

/** The settings of an initialisation, one record for each scheme. */
public sealed interface InitialisationSettings permits Sparse, SpectralRadius, VariancePreserving, GivenWeights {
    /** Draws the flat parameter vector of a layout; what a scheme does not mention is 0. */
    double[] draw(Layout layout, Philox random);

    /** The first parameters of a model with that layout: drawn, unless they come from elsewhere. */
    default double[] first(ModelSettings model, Layout layout, Philox random) {
        return draw(layout, random);
    }
}
