package unroll.engine.model;

import java.util.List;
import java.util.Optional;
import unroll.engine.backend.Activation;
import unroll.engine.setting.Kind;
import unroll.engine.setting.Setting;
import unroll.engine.setting.WholeNumbers;

/**
 * Hidden layers over the input of each time step by itself, with no memory: {@code x_i = f(W_i x_i-1 + b_i)} with
 * {@code x_0 = v_t}, and {@code o_t = W_o x_n + b_o}.
 *
 * @param layers units of each hidden layer, from the input to the output
 * @param activation their non-linearity f
 */
@Kind(
        name = "feed-forward",
        label = "Feed-forward",
        help = "Layers over each time step by itself: it cannot remember, so what it fails at is what memory is for."
                + " Its last hidden layer is shown.",
        formula = "x_i = f(W_i x_i-1 + b_i),  x_0 = v_t")
public record FeedForward(
        @Setting(
                label = "Layers",
                help = "Units of each hidden layer from the input to the output, such as 400-200-100.",
                initial = "100",
                unit = "units",
                min = 1,
                max = 4096)
        WholeNumbers layers,

        @NonLinearity Activation activation)
        implements ModelSettings {

    public FeedForward {
        Layered.check(layers);
    }

    @Override
    public Optional<Plan> plan() {
        return Optional.of(Layered.plan(all()));
    }

    @Override
    public Model model(int inputs, int outputs) {
        List<Layered.DenseLayer> all = all();
        return Layered.of(all, all.size() - 1, inputs, outputs);
    }

    private List<Layered.DenseLayer> all() {
        return layers.values().stream()
                .map(units -> new Layered.DenseLayer(units, activation))
                .toList();
    }
}
