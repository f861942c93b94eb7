package unroll.engine.anatomy;

import java.util.List;

/**
 * Units that stand beside each other in a network.
 *
 * @param units which of {@link Anatomy#parts} they are
 * @param within which are gates, memories and products of the same units, what is computed first standing first
 */
public record UnitLayer(int units, List<Integer> within) {
    public UnitLayer {
        within = List.copyOf(within);
    }
}
