package unroll.app.view.perturb;

import java.util.List;
import unroll.app.sequence.Portrayal;

/**
 * What people call the inputs and outputs of a task.
 *
 * @param inputs names of the input channels or symbols; none where they have numbers alone
 * @param outputs names of the output channels
 */
public record Naming(List<String> inputs, List<String> outputs) {
    /** Of no task. */
    public static final Naming NONE = new Naming(List.of(), List.of());

    public Naming {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    /** Of a task that is shown so. */
    public static Naming of(Portrayal portrayal) {
        return new Naming(portrayal.inputNames(), portrayal.outputNames());
    }

    String output(int channel) {
        return channel < outputs.size() ? outputs.get(channel) : "output " + (channel + 1);
    }
}
