package unroll.engine.exchange;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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

    private WeightsFile() {}

    /**
     * The flat parameter vector.
     *
     * @param layout of the model's parameters
     * @throws FileException where the file cannot be read or is not of such a network
     * @throws ExchangeException where its names are PyTorch's, which knows no such network
     */
    public static double[] read(Path file, ModelSettings model, Layout layout) {
        Map<String, Tensor> tensors = tensors(file);
        if (PyTorchFile.isOne(tensors.keySet())) {
            PortableModel portable = PortableModel.of(model);
            portable.checkPyTorch();
            return new PyTorchFile(file, tensors).net(portable, layout).flat(layout);
        }
        return ownNames(file, tensors, layout);
    }

    /**
     * The flat parameter vector, from a file that names the parameters as here.
     *
     * @throws FileException where the file cannot be read or is not of such a network
     */
    public static double[] read(Path file, Layout layout) {
        return ownNames(file, tensors(file), layout);
    }

    private static Map<String, Tensor> tensors(Path file) {
        try {
            Map<String, Tensor> tensors = new TreeMap<>(Safetensors.read(file).tensors());
            tensors.keySet().removeIf(name -> CARRIED.stream().anyMatch(name::startsWith));
            tensors.forEach((name, tensor) -> checkFinite(file, name, tensor));
            return tensors;
        } catch (FileException e) {
            String advice = Files.isRegularFile(file)
                    ? "; weights are read from safetensors files, as safetensors.torch.save_file writes them"
                    : "";
            throw new FileException(file, e.complaint() + advice, e);
        }
    }

    private static double[] ownNames(Path file, Map<String, Tensor> tensors, Layout layout) {
        double[] flat = new double[layout.size()];
        Set<String> unread = new TreeSet<>(tensors.keySet());
        for (Layout.Slot slot : layout.slots()) {
            Tensor tensor = tensors.get(slot.name());
            if (tensor == null) {
                throw new FileException(
                        file, slot.name() + " is missing; choose the model that the file was saved from", null);
            }
            unread.remove(slot.name());
            check(file, slot.name(), tensor, List.of(slot.rows(), slot.columns()));
            System.arraycopy(tensor.numbers(), 0, flat, slot.offset(), slot.size());
        }
        if (!unread.isEmpty()) {
            throw new FileException(
                    file,
                    "the experiment's network has no " + String.join(", ", unread)
                            + "; choose the model that the file was saved from",
                    null);
        }
        return flat;
    }

    /** That the tensor has a shape, but for ones before it. */
    static void check(Path file, String name, Tensor tensor, List<Integer> shape) {
        if (!significant(tensor.shape()).equals(significant(shape))) {
            throw new FileException(
                    file,
                    name + " has the shape " + tensor.shape() + ", but the experiment needs " + shape
                            + "; choose as many hidden units, and a task with as many inputs and outputs, as the file"
                            + " has",
                    null);
        }
    }

    private static List<Integer> significant(List<Integer> shape) {
        int ones = 0;
        while (ones < shape.size() && shape.get(ones) == 1) {
            ones++;
        }
        return shape.subList(ones, shape.size());
    }

    private static void checkFinite(Path file, String name, Tensor tensor) {
        for (double number : tensor.numbers()) {
            if (!Double.isFinite(number)) {
                throw new FileException(
                        file, name + " holds " + number + "; take weights that were saved before it diverged", null);
            }
        }
    }
}
