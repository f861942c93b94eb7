package unroll.engine.exchange;

import java.math.BigInteger;
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
import unroll.engine.model.Layout;
import unroll.engine.model.Layout.Slot;

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
     * The network of the form that the experiment has.
     *
     * @throws FileException where the file holds another one
     */
    PortableNetwork net(PortableModel model, Layout layout) {
        PortableCell cell = model.cell();
        String prefix = prefix(model.layers().size());
        checkCell(prefix, cell);
        String readOut = readOut(prefix);
        Slot outputs = layout.slot(model.readOut());
        List<PortableLayer> layers = new ArrayList<>();
        for (int i = 0; i < model.layers().size(); i++) {
            int inputs = layout.slot(model.layers().get(i).input()).columns();
            int hidden = layout.slot(model.layers().get(i).recurrent()).columns();
            layers.add(layer(cell, prefix, i, inputs, hidden, model.layers().size()));
        }
        Tensor weights = needed(readOut + PyTorch.WEIGHT, outputs.rows(), outputs.columns());
        double[] bias = orZero(readOut + PyTorch.BIAS, outputs.rows());
        checkNothingIsLeft();
        return new PortableNetwork(model, weights.precision(), layers, outputs.rows(), weights.numbers(), bias);
    }

    private PortableLayer layer(PortableCell cell, String prefix, int i, int inputs, int hidden, int count) {
        int rows = cell.gates() * hidden;
        double[] input = needed(prefix + PyTorch.INPUT + i, rows, inputs).numbers();
        double[] recurrent =
                needed(prefix + PyTorch.RECURRENT + i, rows, hidden).numbers();
        checkBiases(prefix, i);
        double[] inputBias = orZero(prefix + PyTorch.INPUT_BIAS + i, rows);
        double[] recurrentBias = orZero(prefix + PyTorch.RECURRENT_BIAS + i, rows);
        List<Gate> gates = new ArrayList<>();
        for (int k = 0; k < cell.gates(); k++) {
            gates.add(new Gate(
                    part(input, k, hidden * inputs),
                    part(recurrent, k, hidden * hidden),
                    part(inputBias, k, hidden),
                    part(recurrentBias, k, hidden)));
        }
        double[] states = part(first(PyTorch.FIRST_STATE, count, hidden), i, hidden);
        double[] memory =
                cell.remembers() ? part(first(PyTorch.FIRST_MEMORY, count, hidden), i, hidden) : new double[0];
        return new PortableLayer(inputs, hidden, gates, states, memory);
    }

    private double[] first(String name, int layers, int hidden) {
        return layers == 1 ? orZero(name, hidden) : orZero(name, layers, 1, hidden);
    }

    /** What stands before the names of the one stack of recurrent layers, such as "rnn."; empty where nothing does. */
    private String prefix(int layers) {
        Set<String> prefixes = new TreeSet<>();
        for (String name : tensors.keySet()) {
            Matcher matcher = LAYER.matcher(name);
            if (matcher.matches()) {
                if (matcher.group(3) != null) {
                    throw complaint(name + " belongs to a layer that also runs backwards; only layers that run forwards"
                            + " can be read");
                }
                if (new BigInteger(matcher.group(2)).compareTo(BigInteger.valueOf(layers)) >= 0) {
                    throw complaint(name + " belongs to layer " + new BigInteger(matcher.group(2)).add(BigInteger.ONE)
                            + ", but the experiment's network has " + layers + "; draw as many in Design");
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
        Tensor recurrent = tensors.get(layer + PyTorch.RECURRENT + 0);
        if (recurrent == null
                || recurrent.shape().size() != 2
                || recurrent.shape().getLast() == 0) {
            return; // complained about when it is read
        }
        int rows = recurrent.shape().getFirst();
        int columns = recurrent.shape().getLast();
        for (PortableCell other : PortableCell.values()) {
            if (other != cell && rows == other.gates() * columns) {
                throw complaint(layer + PyTorch.RECURRENT + "0 has the shape " + recurrent.shape() + ", that of "
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

    private void checkBiases(String prefix, int i) {
        boolean one = tensors.containsKey(prefix + PyTorch.INPUT_BIAS + i);
        boolean other = tensors.containsKey(prefix + PyTorch.RECURRENT_BIAS + i);
        if (one != other) {
            throw complaint(prefix + (one ? PyTorch.RECURRENT_BIAS : PyTorch.INPUT_BIAS) + i
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

    private double[] orZero(String name, Integer... shape) {
        int size = List.of(shape).stream().reduce(1, Math::multiplyExact);
        return tensors.containsKey(name) ? needed(name, shape).numbers() : new double[size];
    }

    private static double[] part(double[] numbers, int i, int size) {
        return Arrays.copyOfRange(numbers, i * size, (i + 1) * size);
    }

    private FileException complaint(String words) {
        return new FileException(path, words, null);
    }
}
