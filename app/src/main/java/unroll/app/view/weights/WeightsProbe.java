package unroll.app.view.weights;

import unroll.engine.probe.Probe;
import unroll.engine.probe.Replica;

/**
 * Asks for one matrix of the network.
 *
 * @param part what it is called; the first recurrent matrix where the network has none of that name
 */
record WeightsProbe(String part) implements Probe<WeightMatrix> {
    @Override
    public WeightMatrix answer(Replica replica) {
        return WeightMatrix.of(replica.update(), replica.parts(), part, replica::numbers);
    }
}
