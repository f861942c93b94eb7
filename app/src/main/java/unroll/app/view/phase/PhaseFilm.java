package unroll.app.view.phase;

import java.util.Optional;
import unroll.engine.probe.Probe;
import unroll.engine.probe.Replica;

/**
 * Asks for all that is seen of the states of a network, for a film.
 *
 * @param network which network, and what it receives
 * @param frame what is seen
 * @param basins whether basins are
 */
record PhaseFilm(PhaseProbe network, Optional<PhaseFrame> frame, boolean basins) implements Probe<PhasePicture> {
    @Override
    public PhasePicture answer(Replica replica) {
        PhaseLook look = network.look(replica);
        PhasePicture[] last = {PhasePicture.nothing(look)};
        PhaseWork.answer(new PhaseQuestion(look, frame, basins), part -> last[0] = part, () -> false);
        return last[0];
    }
}
