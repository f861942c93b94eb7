package unroll.app.view.spectrum;

import unroll.engine.probe.Probe;
import unroll.engine.probe.Replica;

/**
 * Asks for the eigenvalues of one recurrent matrix; for 200 units some hundredths of a second.
 *
 * @param part what it is called; the first square one where the network has none of that name
 */
record SpectrumProbe(String part) implements Probe<Eigen> {
    @Override
    public Eigen answer(Replica replica) {
        return Eigen.of(replica.update(), replica.parts(), part, replica::numbers);
    }
}
