package unroll.engine.model;

import java.util.List;

/**
 * What the value of a criterion is.
 *
 * @param name for people: "loss", "free-energy gap"
 * @param loss whether the gradient is its derivative, so that it falls along the steps of an optimiser and can be searched
 *     along a line, and whether it stands on one axis with the first metric of a task
 * @param help what it says of the training, a sentence; of a loss nothing needs to be said
 * @param beside what else is found with it, for people: see {@link Criterion#beside}
 */
public record CriterionMeasure(String name, boolean loss, String help, List<Beside> beside) {
    /** A loss, summed over the steps that count. */
    public static final CriterionMeasure LOSS = new CriterionMeasure("loss", true, "", List.of());

    public CriterionMeasure {
        beside = List.copyOf(beside);
    }

    /** Something that is found beside a value: its name and what it says. */
    public record Beside(String name, String help) {}
}
