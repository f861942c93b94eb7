package unroll.engine.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import unroll.engine.backend.Activation;
import unroll.engine.model.Layered.DenseLayer;
import unroll.engine.setting.Kind;
import unroll.engine.setting.Setting;
import unroll.engine.setting.WholeNumbers;

/**
 * Layers that narrow to a linear code and widen again as its mirror image, over each time step by itself (Hinton and
 * Salakhutdinov 2006; thesis sec. 7.3).
 *
 * @param layers units of each layer from the input down to the code, which is the last
 * @param activation non-linearity of all layers but the code
 */
@Kind(
        name = "autoencoder",
        label = "Autoencoder",
        help = "Squeezes each time step through a narrow code and spreads it out again (thesis sec. 7.3): what the code"
                + " keeps is what matters in the data. The code is shown.",
        source = "Hinton and Salakhutdinov 2006; thesis sec. 7.3")
public record Autoencoder(
        @Setting(
                label = "Layers",
                help = "Units of each layer from the input down to the code; the way back is its mirror image. The"
                        + " thesis has 400-200-100-50-25-6 for curves of 784 pixels.",
                initial = "400, 200, 100, 50, 25, 6",
                unit = "units",
                min = 1,
                max = 4096)
        WholeNumbers layers,

        @NonLinearity(
                help = "What a unit makes of its input, except in the code, which is linear; logistic is the thesis'"
                        + " choice.",
                initial = "logistic")
        Activation activation)
        implements ModelSettings {

    public Autoencoder {
        Layered.check(layers);
    }

    @Override
    public Optional<Plan> plan() {
        return Optional.of(Layered.plan(all()));
    }

    @Override
    public Model model(int inputs, int outputs) {
        return Layered.of(all(), layers.size() - 1, inputs, outputs);
    }

    private List<DenseLayer> all() {
        int code = layers.size() - 1;
        List<DenseLayer> all = new ArrayList<>();
        for (int i = 0; i < code; i++) {
            all.add(new DenseLayer(layers.get(i), activation));
        }
        all.add(new DenseLayer(layers.get(code), Activation.LINEAR));
        all.addAll(all.subList(0, code).reversed());
        return all;
    }
}
