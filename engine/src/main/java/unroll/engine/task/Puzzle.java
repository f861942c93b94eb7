package unroll.engine.task;

import java.util.List;
import unroll.engine.baseline.Baseline;
import unroll.engine.baseline.Chance;
import unroll.engine.loss.Loss;
import unroll.engine.sequence.Batch;
import unroll.engine.sequence.Metric;
import unroll.engine.setting.Decimal;

/** A task whose answers follow from the inputs so far: solved where a network is right throughout almost every sequence. */
interface Puzzle extends Task {
    /** Solved where fewer than this percentage of sequences are wrong (thesis sec. 4.4; Hochreiter and Schmidhuber 1997). */
    double SOLVED = 1;

    /** Predicts what is to be answered at each step on average over all sequences that there are. */
    Chance chance();

    /** The first step that decides whether a sequence is right; by default every step that counts does. */
    default int judgedFrom() {
        return 0;
    }

    /** The loss per step that counts, above the least possible one. */
    default Metric headline() {
        Loss loss = loss();
        return new Metric(loss.measure(), loss.unit(), (batch, p) -> CountedSteps.mean(batch, p, loss::excess));
    }

    @Override
    default List<Metric> metrics() {
        return List.of(
                headline(),
                new Metric("sequences wrong", "%", (batch, p) -> SequencesWrong.of(batch, p, loss(), judgedFrom())));
    }

    /** The inputs so far determine every answer. */
    @Override
    default double floor(Batch batch) {
        return 0;
    }

    @Override
    default List<Baseline> baselines() {
        return List.of(chance());
    }

    /** The answers are not the next inputs, even where they have as many numbers. */
    @Override
    default boolean generative() {
        return false;
    }

    @Override
    default boolean solved(double[] scores) {
        return scores[1] < SOLVED;
    }

    @Override
    default String successRule() {
        return "fewer than " + Decimal.text(SOLVED) + " % of sequences wrong";
    }
}
