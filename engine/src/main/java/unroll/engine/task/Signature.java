package unroll.engine.task;

import java.util.Optional;
import unroll.engine.control.ControlLoop;
import unroll.engine.loss.Alignment;
import unroll.engine.loss.Loss;
import unroll.engine.series.SeriesCode;

/** What the numbers are that a network receives and predicts, and what they stand for: all of a task that there is without its data. */
public interface Signature {
    /** Numbers in at each time step: I. */
    int inputs();

    /** Whether an input is the code, 0 to I - 1, of one of I symbols: one number a step that stands for I. */
    default boolean symbols() {
        return false;
    }

    /** Numbers out at each time step: O. */
    int outputs();

    /** Time steps of a sequence: T; shorter sequences are padded with steps of weight 0. */
    int steps();

    /** The output units and the loss that fits the targets. */
    Loss loss();

    /** Whether and how the targets are label strings without alignment; most are not. */
    default Optional<Alignment> alignment() {
        return Optional.empty();
    }

    /**
     * The loop that a network is in whose outputs control something: then what it learns to do is judged and not what it predicts, its
     * inputs are what is given to the loop ({@link ControlLoop#given}), its outputs what the loop computes. Most tasks have none.
     */
    default Optional<ControlLoop> loop() {
        return Optional.empty();
    }

    /** How the time steps can be seen, for the views. */
    Appearance appearance();

    /** How the numbers are made of the rows of tables, where they are. */
    default Optional<SeriesCode> code() {
        return Optional.empty();
    }
}
