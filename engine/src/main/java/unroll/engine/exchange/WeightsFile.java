package unroll.engine.exchange;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import unroll.engine.file.FileException;
import unroll.engine.file.Safetensors;
import unroll.engine.file.Tensor;
import unroll.engine.model.Layout;
import unroll.engine.model.ModelSettings;

/**
 * Reads the parameters that a network is to begin with: a safetensors file that names them as here, such as a checkpoint, or
 * as PyTorch does.
 */
public final class WeightsFile {
    /** What optimiser and objective carry stands in checkpoints under names that begin so; it is no weight. */
    private static final List<String> CARRIED = List.of("optimiser.", "objective.");

    private static final int MOST_NAMES = 5;

    private WeightsFile() {}

    /**
     * What a file holds of a network.
     *
     * @param parameters the flat parameter vector
     * @param unread the names of tensors that the network did not need
     */
    public record LoadedWeights(double[] parameters, List<String> unread) {
        public LoadedWeights {
            unread = List.copyOf(unread);
        }

        /** What was left out, in a sentence; none where nothing was. */
        public List<String> leftOut() {
            return unread.isEmpty()
                    ? List.of()
                    : List.of("Of the weights the network did not need " + some(unread) + ".");
        }
    }

    /**
     * The weights of a network.
     *
     * @param layout of the model's parameters
     * @throws FileException where the file cannot be read or is not of such a network
     * @throws ExchangeException where its names are PyTorch's, which knows no such network
     */
    public static LoadedWeights read(Path file, ModelSettings model, Layout layout) {
        Safetensors.Content content = content(file);
        Set<String> names = new FoundTensors(file, content).names();
        if (PyTorchFile.isOne(names)) {
            PortableModel portable = PortableModel.of(model);
            portable.checkPyTorch();
            PyTorchFile module = new PyTorchFile(file, content);
            double[] parameters = module.net(portable, layout).flat(layout);
            return new LoadedWeights(parameters, module.unread());
        }
        return new LoadedWeights(ownNames(file, content, layout), List.of());
    }

    /**
     * The flat parameter vector, from a file that names the parameters as here.
     *
     * @throws FileException where the file cannot be read or is not of such a network
     */
    public static double[] read(Path file, Layout layout) {
        return ownNames(file, content(file), layout);
    }

    private static Safetensors.Content content(Path file) {
        try {
            Safetensors.Content content = Safetensors.read(file);
            content.tensors().keySet().removeIf(name -> CARRIED.stream().anyMatch(name::startsWith));
            return content;
        } catch (FileException e) {
            String advice = e.complaint().equals(Safetensors.NO_SAFETENSORS)
                    ? "; weights are read from safetensors files, as safetensors.torch.save_file writes them"
                    : "";
            throw new FileException(file, e.complaint() + advice, e);
        }
    }

    private static double[] ownNames(Path file, Safetensors.Content content, Layout layout) {
        FoundTensors tensors = new FoundTensors(file, content);
        double[] flat = new double[layout.size()];
        requireAny(tensors, layout);
        for (Layout.Slot slot : layout.slots()) {
            if (!tensors.names().contains(slot.name())) {
                throw tensors.complaint(slot.name() + " is missing; choose the model that the file was saved from");
            }
            Tensor tensor = tensors.needed(slot.name(), slot.rows(), slot.columns());
            System.arraycopy(tensor.numbers(), 0, flat, slot.offset(), slot.size());
        }
        if (!tensors.unread().isEmpty()) {
            throw tensors.complaint("the experiment's network has no " + String.join(", ", tensors.unread())
                    + "; choose the model that the file was saved from");
        }
        return flat;
    }

    /** Refuses a file that has nothing to do with a recurrent network, by what is in it. */
    private static void requireAny(FoundTensors tensors, Layout layout) {
        if (layout.slots().stream().map(Layout.Slot::name).noneMatch(tensors.names()::contains)) {
            throw tensors.complaint("it holds no recurrent layer, "
                    + (tensors.names().isEmpty() ? "and nothing else" : "but " + some(List.copyOf(tensors.names())))
                    + "; save a module with torch.nn.RNN, LSTM, GRU or one of their cells, and torch.nn.Linear");
        }
    }

    /** The first names, and how many more there are. */
    private static String some(List<String> names) {
        int more = names.size() - MOST_NAMES;
        return String.join(", ", names.subList(0, Math.min(names.size(), MOST_NAMES)))
                + (more > 0 ? " and " + more + " more" : "");
    }
}
