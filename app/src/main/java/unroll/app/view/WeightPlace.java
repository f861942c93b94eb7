package unroll.app.view;

/**
 * A single weight of the network.
 *
 * @param part the matrix or bias that has it, by its name
 * @param row the unit that receives, from 0
 * @param column the unit that sends, from 0; of a bias its own unit
 */
public record WeightPlace(String part, int row, int column) {
    /** No weight. */
    public static final WeightPlace NONE = new WeightPlace("", -1, -1);
}
