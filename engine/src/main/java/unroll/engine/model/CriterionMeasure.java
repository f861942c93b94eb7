package unroll.engine.model;

/**
 * What the value of a criterion is.
 *
 * @param name for people: "loss", "free-energy gap"
 * @param loss whether the gradient is its derivative, so that it falls along the steps of an optimiser and can be searched
 *     along a line, and whether it stands on one axis with the first metric of a task
 */
public record CriterionMeasure(String name, boolean loss) {
    /** A loss, summed over the steps that count. */
    public static final CriterionMeasure LOSS = new CriterionMeasure("loss", true);
}
