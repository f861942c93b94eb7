package unroll.engine.loss;

import java.util.List;

/**
 * A label string that was found in outputs.
 *
 * @param labels l
 * @param logProbability of the alignments of l that the search looked at, in nats: {@code log P(l | p)} itself for a beam
 *     of unlimited width, else a lower bound of it
 */
public record Decoding(List<Integer> labels, double logProbability) {
    public Decoding {
        labels = List.copyOf(labels);
    }
}
