package unroll.engine.probe;

/**
 * What the network makes of a test sequence.
 *
 * @param sequence number of the test sequence, from 0
 * @param freeRunFrom the first step, from 1, whose input in the free run is the prediction of the step before
 */
public record SequenceProbe(int sequence, int freeRunFrom) implements Probe<SequenceAnswer> {
    @Override
    public SequenceAnswer answer(Replica replica) {
        return replica.run(sequence, freeRunFrom);
    }
}
