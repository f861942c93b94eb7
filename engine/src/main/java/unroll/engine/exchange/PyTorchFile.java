package unroll.engine.exchange;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import unroll.engine.file.FileException;
import unroll.engine.file.Safetensors;
import unroll.engine.file.Tensor;
import unroll.engine.model.Layout;
import unroll.engine.model.Layout.Slot;

/**
 * A file of a PyTorch module's tensors, read as the one network in it that the experiment has: the recurrent layers, or cells, and the
 * linear layer may be called anything; biases and first states that are not there are zero, as PyTorch has them.
 */
final class PyTorchFile {
    private static final Pattern READ_OUT = Pattern.compile("(|.*\\.)weight");

    private final FoundTensors tensors;

    /** The content that was read from {@code path}. */
    PyTorchFile(Path path, Safetensors.Content content) {
        tensors = new FoundTensors(path, content);
    }

    /** Whether the names are those of a PyTorch module with a recurrent layer. */
    static boolean isOne(Set<String> names) {
        return !PyTorchStack.in(names).isEmpty();
    }

    /** The names of what the network did not need; to be asked after it was read. */
    List<String> unread() {
        return tensors.unread();
    }

    /**
     * The network of the form that the experiment has.
     *
     * @throws FileException where the file holds another one
     */
    PortableNetwork net(PortableModel model, Layout layout) {
        PortableCell cell = model.cell();
        PyTorchStack stack = stack(model, layout);
        stack.foreign(tensors.names(), model.layers().size()).ifPresent(foreign -> {
            throw tensors.complaint(foreign);
        });
        checkCell(stack, cell);
        Slot outputs = layout.slot(model.readOut());
        String readOut = readOut(stack, outputs);
        List<PortableLayer> layers = new ArrayList<>();
        for (int i = 0; i < model.layers().size(); i++) {
            int inputs = inputs(model, layout, i);
            int hidden = hidden(model, layout, i);
            layers.add(layer(cell, stack, i, inputs, hidden, model.layers().size()));
        }
        Tensor weights = tensors.needed(readOut + PyTorch.WEIGHT, outputs.rows(), outputs.columns());
        double[] bias = tensors.orZero(readOut + PyTorch.BIAS, outputs.rows());
        return new PortableNetwork(model, weights.precision(), layers, outputs.rows(), weights.numbers(), bias);
    }

    private static int inputs(PortableModel model, Layout layout, int i) {
        return layout.slot(model.layers().get(i).input()).columns();
    }

    private static int hidden(PortableModel model, Layout layout, int i) {
        return layout.slot(model.layers().get(i).recurrent()).columns();
    }

    private PortableLayer layer(PortableCell cell, PyTorchStack stack, int i, int inputs, int hidden, int count) {
        int rows = cell.gates() * hidden;
        double[] input =
                tensors.needed(stack.name(PyTorch.INPUT, i), rows, inputs).numbers();
        double[] recurrent =
                tensors.needed(stack.name(PyTorch.RECURRENT, i), rows, hidden).numbers();
        checkBiases(stack, i);
        double[] inputBias = tensors.orZero(stack.name(PyTorch.INPUT_BIAS, i), rows);
        double[] recurrentBias = tensors.orZero(stack.name(PyTorch.RECURRENT_BIAS, i), rows);
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
        return layers == 1 ? tensors.orZero(name, hidden) : tensors.orZero(name, layers, 1, hidden);
    }

    /** The one stack of recurrent layers; of several the one that fits. */
    private PyTorchStack stack(PortableModel model, Layout layout) {
        return only(
                PyTorchStack.in(tensors.names()),
                stack -> fits(stack, model, layout),
                "recurrent layers",
                "; save the one that is meant with its linear layer");
    }

    private boolean fits(PyTorchStack stack, PortableModel model, Layout layout) {
        boolean fits = stack.foreign(tensors.names(), model.layers().size()).isEmpty();
        for (int i = 0; fits && i < model.layers().size(); i++) {
            int rows = model.cell().gates() * hidden(model, layout, i);
            fits = tensors.has(stack.name(PyTorch.INPUT, i), rows, inputs(model, layout, i))
                    && tensors.has(stack.name(PyTorch.RECURRENT, i), rows, hidden(model, layout, i));
        }
        return fits;
    }

    /** The only one there is, or the only one that fits. */
    private <T> T only(List<T> found, Predicate<T> fits, String what, String advice) {
        List<T> fitting =
                found.size() == 1 ? found : found.stream().filter(fits).toList();
        if (fitting.size() == 1) {
            return fitting.getFirst();
        }
        throw tensors.complaint("it holds several " + what + ", "
                + found.stream().map(Object::toString).collect(Collectors.joining(" and "))
                + (fitting.isEmpty() ? ", and none has the experiment's sizes" : ", and more than one could be meant")
                + advice);
    }

    private void checkCell(PyTorchStack stack, PortableCell cell) {
        String name = stack.name(PyTorch.RECURRENT, 0);
        List<Integer> shape = tensors.shape(name);
        if (shape.size() != 2 || shape.getLast() == 0) {
            return; // complained about when it is read
        }
        for (PortableCell other : PortableCell.values()) {
            if (other != cell && shape.getFirst() == other.gates() * shape.getLast()) {
                throw tensors.complaint(name + " has the shape " + shape + ", that of "
                        + PortableModel.withArticle(other) + ", but the experiment has "
                        + PortableModel.withArticle(cell)
                        + "; choose the other model");
            }
        }
    }

    /** What stands before the names of the one linear layer; of several the one that fits. */
    private String readOut(PyTorchStack stack, Slot outputs) {
        List<String> prefixes = new ArrayList<>();
        for (String name : tensors.names()) {
            Matcher matcher = READ_OUT.matcher(name);
            if (matcher.matches() && !stack.has(name)) {
                prefixes.add(matcher.group(1));
            }
        }
        if (prefixes.isEmpty()) {
            throw tensors.complaint("the linear layer from the hidden units to the outputs is missing; save it in the"
                    + " same file, as linear.weight and linear.bias");
        }
        return only(
                prefixes,
                prefix -> tensors.has(prefix + PyTorch.WEIGHT, outputs.rows(), outputs.columns()),
                "linear layers",
                "; save the one from the " + outputs.columns() + " hidden units to the " + outputs.rows()
                        + " outputs alone");
    }

    private void checkBiases(PyTorchStack stack, int i) {
        String input = stack.name(PyTorch.INPUT_BIAS, i);
        String recurrent = stack.name(PyTorch.RECURRENT_BIAS, i);
        boolean one = tensors.names().contains(input);
        boolean other = tensors.names().contains(recurrent);
        if (one != other) {
            throw tensors.complaint((one ? recurrent : input) + " is missing; save both biases of the layer or none");
        }
    }

    private static double[] part(double[] numbers, int i, int size) {
        return Arrays.copyOfRange(numbers, i * size, (i + 1) * size);
    }
}
