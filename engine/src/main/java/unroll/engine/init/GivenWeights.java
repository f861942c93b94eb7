package unroll.engine.init;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Supplier;
import unroll.engine.exchange.WeightsFile;
import unroll.engine.model.Layout;
import unroll.engine.model.ModelSettings;
import unroll.engine.random.Philox;
import unroll.engine.setting.Kind;
import unroll.engine.setting.Setting;
import unroll.engine.setting.SettingsException;

/**
 * Parameters that were trained before, here or in PyTorch; nothing is drawn.
 *
 * @param file of safetensors
 */
@Kind(
        name = "weights",
        label = "Given weights",
        help = "Begin with weights that were trained before: of a run's folders checkpoints and history, exported, or"
                + " of a PyTorch module.")
public record GivenWeights(
        @Setting(
                label = "File",
                help = "A safetensors file with the parameters' names, or with those of torch.nn.RNN, LSTM or GRU and"
                        + " torch.nn.Linear.",
                initial = "weights.safetensors")
        String file)
        implements InitialisationSettings {

    public GivenWeights {
        if (path(file).toString().isBlank()) {
            throw new SettingsException("", "name a safetensors file");
        }
    }

    private static Path path(String file) {
        try {
            return Path.of(file);
        } catch (InvalidPathException e) {
            throw new SettingsException("", "'" + file + "' cannot name a file: " + e.getReason());
        }
    }

    /** Reads a file that names the parameters as here; what PyTorch's names mean depends on the model. */
    @Override
    public double[] draw(Layout layout, Supplier<double[]> centre, Philox random) {
        return WeightsFile.read(path(file), layout);
    }

    /** @throws unroll.engine.file.FileException where the file cannot be read or is not of such a network */
    @Override
    public double[] first(
            ModelSettings model, Layout layout, GateSettings gates, Supplier<double[]> centre, Philox random) {
        return WeightsFile.read(path(file), model, layout);
    }
}
