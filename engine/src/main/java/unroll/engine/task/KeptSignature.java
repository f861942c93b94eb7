package unroll.engine.task;

import java.util.Optional;
import unroll.engine.loss.Alignment;
import unroll.engine.loss.Loss;
import unroll.engine.series.SeriesCode;

/**
 * A signature that outlives the data of its task.
 *
 * @param inputs I
 * @param symbols whether an input is the code of one of I symbols
 * @param outputs O
 * @param steps T
 * @param loss that fits the targets
 * @param alignment of targets that are label strings
 * @param appearance of the time steps; of a body the numbers alone, since its bones are those of the recordings
 * @param code how the numbers are made of the rows of tables
 */
public record KeptSignature(
        int inputs,
        boolean symbols,
        int outputs,
        int steps,
        Loss loss,
        Optional<Alignment> alignment,
        Appearance appearance,
        Optional<SeriesCode> code)
        implements Signature {
    public KeptSignature {
        if (inputs < 1 || outputs < 1 || steps < 1) {
            throw new IllegalArgumentException("a network has inputs, outputs and steps");
        }
    }

    /** That of a task. */
    public static KeptSignature of(Signature task) {
        return new KeptSignature(
                task.inputs(),
                task.symbols(),
                task.outputs(),
                task.steps(),
                task.loss(),
                task.alignment(),
                task.appearance() instanceof Appearance.StickFigure figure ? figure.numbers() : task.appearance(),
                task.code());
    }
}
