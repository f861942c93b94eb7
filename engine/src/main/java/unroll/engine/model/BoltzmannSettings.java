package unroll.engine.model;

import java.util.Optional;
import unroll.engine.boltzmann.VisibleUnits;
import unroll.engine.loss.Loss;

/** The settings of a model that consists of restricted Boltzmann machines: what is the same for all of them follows from these. */
public sealed interface BoltzmannSettings extends ModelSettings permits Rbm, Trbm, Rtrbm, RnnRbm {
    /** What the visible units are. */
    VisibleUnits visible();

    /** How it is trained. */
    ContrastiveDivergence divergence();

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
