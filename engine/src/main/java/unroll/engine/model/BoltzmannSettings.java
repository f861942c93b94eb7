package unroll.engine.model;

import java.util.Optional;
import unroll.engine.boltzmann.VisibleUnits;
import unroll.engine.loss.Loss;

/** The settings of a model that consists of restricted Boltzmann machines: what is the same for all of them follows from these. */
public sealed interface BoltzmannSettings extends ModelSettings permits Rbm, Trbm, Rtrbm, RnnRbm {
    /** What the visible units are. */
    VisibleUnits visible();

    /** Standard deviation of Gaussian visible units around their means; of no meaning for others. */
    double noise();

    /** How it is trained. */
    ContrastiveDivergence divergence();

    /** How its mean is found. */
    PredictionSettings prediction();

    /** Updates for which what came before does not count. */
    default int still() {
        return 0;
    }

    @Override
    default Optional<Loss> only() {
        return Optional.of(visible().loss());
    }

    /** There and back again by W in every sweep, as many as are made in the end. */
    @Override
    default double sampled(Layout layout) {
        return 2.0
                * divergence().sweeps().pieces().getLast().value()
                * layout.slot("W").size();
    }
}
