package unroll.engine.exchange;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import unroll.engine.file.FileException;
import unroll.engine.file.Tensor;

/**
 * A file of a PyTorch module's tensors, read as the one network in it: the recurrent layer and the linear one may be called
 * anything; biases and first states that are not there are zero, as PyTorch has them.
 */
final class PyTorchFile {
    private static final Pattern LAYER = Pattern.compile("(.*)weight_ih_l(\\d+)(_reverse)?");
    private static final Pattern READ_OUT = Pattern.compile("(|.*\\.)weight");

    private final Path path;
    private final Map<String, Tensor> tensors;
    private final Set<String> unread;

    /** The tensors by name that were read from {@code path}. */
    PyTorchFile(Path path, Map<String, Tensor> tensors) {
        this.path = path;
        this.tensors = tensors;
        unread = new TreeSet<>(tensors.keySet());
    }

    /** Whether the names are those of a PyTorch module with a recurrent layer. */
    static boolean isOne(Set<String> names) {
        return names.stream().anyMatch(name -> LAYER.matcher(name).matches());
    }

    /**
     * The network of the cell and size that the experiment has.
     *
     * @throws FileException where the file holds another one
     */
    PortableNetwork net(PortableCell cell, PortableNetwork.Size size) {
        String layer = layer();
        checkCell(layer, cell);
        String readOut = readOut(layer);
        int hidden = size.hidden();
        int rows = cell.gates().size() * hidden;
        Tensor input = needed(layer + PyTorch.INPUT, rows, size.inputs());
        double[] recurrent = needed(layer + PyTorch.RECURRENT, rows, hidden).numbers();
        checkBiases(layer);
        double[] inputBias = orZero(layer + PyTorch.INPUT_BIAS, rows);
        double[] recurrentBias = orZero(layer + PyTorch.RECURRENT_BIAS, rows);
        List<Gate> gates = new ArrayList<>();
        for (int i = 0; i < cell.gates().size(); i++) {
            gates.add(new Gate(
                    part(input.numbers(), i, hidden * size.inputs()),
                    part(recurrent, i, hidden * hidden),
                    part(inputBias, i, hidden),
                    part(recurrentBias, i, hidden)));
        }
        PortableNetwork net = new PortableNetwork(
                cell,
                size,
                input.precision(),
                gates,
                needed(readOut + PyTorch.WEIGHT, size.outputs(), hidden).numbers(),
                orZero(readOut + PyTorch.BIAS, size.outputs()),
                orZero(PortableCell.FIRST_STATE, hidden),
                cell.remembers() ? orZero(PyTorch.FIRST_MEMORY, hidden) : new double[0]);
        checkNothingIsLeft();
        return net;
    }

    /** What stands before the names of the one recurrent layer, such as "rnn."; empty where nothing does. */
    private String layer() {
        Set<String> prefixes = new TreeSet<>();
        for (String name : tensors.keySet()) {
            Matcher matcher = LAYER.matcher(name);
            if (matcher.matches()) {
                if (matcher.group(3) != null) {
                    throw complaint(name + " belongs to a layer that also runs backwards; only layers that run forwards"
                            + " can be read");
                }
                if (!matcher.group(2).equals("0")) {
                    throw complaint(name + " belongs to a second recurrent layer; only networks of one can be read");
                }
                prefixes.add(matcher.group(1));
            }
        }
        if (prefixes.size() > 1) {
            throw complaint("it holds several recurrent layers, " + String.join(" and ", prefixes)
                    + "; save the one that is meant with its linear layer");
        }
        return prefixes.iterator().next();
    }

    private void checkCell(String layer, PortableCell cell) {
        Tensor recurrent = tensors.get(layer + PyTorch.RECURRENT);
        if (recurrent == null
                || recurrent.shape().size() != 2
                || recurrent.shape().getLast() == 0) {
            return; // complained about when it is read
        }
        int rows = recurrent.shape().getFirst();
        int columns = recurrent.shape().getLast();
        for (PortableCell other : PortableCell.values()) {
            if (other != cell && rows == other.gates().size() * columns) {
                throw complaint(layer + PyTorch.RECURRENT + " has the shape " + recurrent.shape() + ", that of "
                        + PortableModel.withArticle(other) + ", but the experiment has "
                        + PortableModel.withArticle(cell)
                        + "; choose the other model");
            }
        }
    }

    /** What stands before the names of the one linear layer. */
    private String readOut(String layer) {
        List<String> prefixes = new ArrayList<>();
        for (String name : tensors.keySet()) {
            Matcher matcher = READ_OUT.matcher(name);
            if (matcher.matches() && (layer.isEmpty() || !name.startsWith(layer))) {
                prefixes.add(matcher.group(1));
            }
        }
        if (prefixes.size() != 1) {
            throw complaint(
                    prefixes.isEmpty()
                            ? "the linear layer from the hidden units to the outputs is missing; save it in the same"
                                    + " file, as linear.weight and linear.bias"
                            : "it holds several linear layers, " + String.join(" and ", prefixes)
                                    + "; save the one from the hidden units to the outputs alone");
        }
        return prefixes.getFirst();
    }

    private void checkBiases(String layer) {
        boolean one = tensors.containsKey(layer + PyTorch.INPUT_BIAS);
        boolean other = tensors.containsKey(layer + PyTorch.RECURRENT_BIAS);
        if (one != other) {
            throw complaint(layer + (one ? PyTorch.RECURRENT_BIAS : PyTorch.INPUT_BIAS)
                    + " is missing; save both biases of the layer or none");
        }
    }

    private void checkNothingIsLeft() {
        if (!unread.isEmpty()) {
            throw complaint("nothing in the experiment's network is meant by " + String.join(", ", unread)
                    + "; save the recurrent and the linear layer alone");
        }
    }

    private Tensor needed(String name, Integer... shape) {
        Tensor tensor = tensors.get(name);
        if (tensor == null) {
            throw complaint(name + " is missing; save the whole module's state_dict");
        }
        unread.remove(name);
        WeightsFile.check(path, name, tensor, List.of(shape));
        return tensor;
    }

    private double[] orZero(String name, int size) {
        return tensors.containsKey(name) ? needed(name, size).numbers() : new double[size];
    }

    private static double[] part(double[] numbers, int i, int size) {
        return Arrays.copyOfRange(numbers, i * size, (i + 1) * size);
    }

    private FileException complaint(String words) {
        return new FileException(path, words, null);
    }
}
