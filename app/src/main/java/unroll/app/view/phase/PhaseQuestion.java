package unroll.app.view.phase;

import java.util.Optional;

/**
 * What is asked about the states of a network.
 *
 * @param look the network
 * @param frame what is seen; none for one that fits its states now
 * @param basins whether it is asked to which attractor each state comes
 */
record PhaseQuestion(PhaseLook look, Optional<PhaseFrame> frame, boolean basins) {}
