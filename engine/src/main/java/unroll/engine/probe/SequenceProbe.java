package unroll.engine.probe;

/**
 * Asks what the network makes of a test sequence.
 *
 * @param sequence number of the test sequence, from 0
 * @param freeRunFrom the first step at which the free run hears itself, from 1
 */
public record SequenceProbe(int sequence, int freeRunFrom) implements Probe<SequenceAnswer> {
    @Override
    public SequenceAnswer answer(Replica replica) {
        return replica.run(sequence, freeRunFrom);
    }
}
