package unroll.app.sequence;

import java.util.List;
import java.util.stream.Stream;
import unroll.engine.probe.SequenceAnswer;

/**
 * Numbers that a network receives and predicts at each time step, by name: K of them.
 *
 * @param names the inputs' and then the outputs'
 * @param inputs how many of them are inputs; each symbol is one
 */
public record NamedSignals(List<String> names, int inputs) {
    public NamedSignals {
        names = List.copyOf(names);
    }

    /** Inputs and outputs. */
    static NamedSignals of(List<String> inputs, List<String> outputs) {
        return new NamedSignals(
                Stream.concat(
                                inputs.stream().map("input "::concat),
                                outputs.stream().map("output "::concat))
                        .toList(),
                inputs.size());
    }

    /** Inputs alone. */
    static NamedSignals ofInputs(List<String> names) {
        return new NamedSignals(names, names.size());
    }

    /** The signals of an answer, {@code [T][K]}. */
    public float[][] in(SequenceAnswer answer) {
        float[][] received = Inputs.spread(answer.input(), inputs);
        float[][] signals = new float[received.length][names.size()];
        for (int t = 0; t < signals.length; t++) {
            System.arraycopy(received[t], 0, signals[t], 0, inputs);
            System.arraycopy(answer.prediction()[t], 0, signals[t], inputs, names.size() - inputs);
        }
        return signals;
    }
}
