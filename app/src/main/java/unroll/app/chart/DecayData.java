package unroll.app.chart;

import java.util.List;

/**
 * Numbers that shrink or grow over the updates.
 *
 * @param lanes a line each, the last on top
 * @param updates the length of the axis
 * @param low exponent of ten where the upright axis begins
 * @param high exponent of ten where it ends
 */
public record DecayData(List<Lane> lanes, int updates, int low, int high) {
    /** Nothing to show. */
    public static final DecayData EMPTY = new DecayData(List.of(), 1, -4, 1);

    /**
     * @param name whose numbers
     * @param ink their colour
     * @param curve the numbers, not below 0
     */
    public record Lane(String name, Ink ink, Curve curve) {}

    public DecayData {
        lanes = List.copyOf(lanes);
    }
}
