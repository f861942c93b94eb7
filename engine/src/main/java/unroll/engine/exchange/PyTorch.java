package unroll.engine.exchange;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import unroll.engine.file.Tensor;

/**
 * The tensors of a PyTorch module with {@code rnn = torch.nn.RNN}, {@code LSTM} or {@code GRU}, {@code linear =
 * torch.nn.Linear}, and the first states {@code h_0} and {@code c_0} as parameters of their own, {@code [1][1][H]}.
 */
final class PyTorch {
    static final String INPUT = "weight_ih_l0";
    static final String RECURRENT = "weight_hh_l0";
    static final String INPUT_BIAS = "bias_ih_l0";
    static final String RECURRENT_BIAS = "bias_hh_l0";
    static final String WEIGHT = "weight";
    static final String BIAS = "bias";
    static final String FIRST_MEMORY = "c_0";

    private static final String LAYER = "rnn.";
    private static final String READ_OUT = "linear.";

    private PyTorch() {}

    /** The network's tensors by PyTorch's names. */
    static Map<String, Tensor> tensors(PortableNetwork net) {
        int inputs = net.size().inputs();
        int hidden = net.size().hidden();
        int outputs = net.size().outputs();
        int rows = net.gates().size() * hidden;
        Map<String, Tensor> tensors = new TreeMap<>();
        tensors.put(LAYER + INPUT, tensor(net, stacked(net, Gate::input), rows, inputs));
        tensors.put(LAYER + RECURRENT, tensor(net, stacked(net, Gate::recurrent), rows, hidden));
        tensors.put(LAYER + INPUT_BIAS, tensor(net, stacked(net, Gate::inputBias), rows));
        tensors.put(LAYER + RECURRENT_BIAS, tensor(net, stacked(net, Gate::recurrentBias), rows));
        tensors.put(READ_OUT + WEIGHT, tensor(net, net.readOut(), outputs, hidden));
        tensors.put(READ_OUT + BIAS, tensor(net, net.outputBias(), outputs));
        tensors.put(PortableCell.FIRST_STATE, tensor(net, net.firstState(), 1, 1, hidden));
        if (net.cell().remembers()) {
            tensors.put(FIRST_MEMORY, tensor(net, net.firstMemory(), 1, 1, hidden));
        }
        return tensors;
    }

    private static double[] stacked(PortableNetwork net, Function<Gate, double[]> part) {
        return net.stacked(part, IntStream.range(0, net.gates().size()).toArray());
    }

    private static Tensor tensor(PortableNetwork net, double[] numbers, Integer... shape) {
        return new Tensor(net.precision(), List.of(shape), numbers);
    }
}
