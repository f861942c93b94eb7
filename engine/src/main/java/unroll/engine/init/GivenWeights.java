package unroll.engine.init;

import java.util.List;
import unroll.engine.exchange.WeightsFile;
import unroll.engine.model.Layout;
import unroll.engine.model.ModelSettings;
import unroll.engine.random.Philox;
import unroll.engine.setting.FileKind;
import unroll.engine.setting.FilePath;
import unroll.engine.setting.Kind;
import unroll.engine.setting.Setting;

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
                help = "A safetensors file with the parameters' names, or with those of torch.nn.RNN, LSTM, GRU or"
                        + " one of their cells, and torch.nn.Linear; numbers of 16, 32 or 64 bits.",
                initial = "weights.safetensors")
        @FileKind(words = "weights", endings = ".safetensors")
        FilePath file)
        implements InitialisationSettings {

    /** Reads a file that names the parameters as here; what PyTorch's names mean depends on the model. */
    @Override
    public double[] draw(Layout layout, DataFigures data, Philox random) {
        return WeightsFile.read(file.path(), layout);
    }

    /** @throws unroll.engine.file.FileException where the file cannot be read or is not of such a network */
    @Override
    public double[] first(ModelSettings model, Layout layout, GateSettings gates, DataFigures data, long seed) {
        return WeightsFile.read(file.path(), model, layout).parameters();
    }

    @Override
    public List<String> understood(ModelSettings model, Layout layout) {
        return WeightsFile.read(file.path(), model, layout).leftOut();
    }
}
