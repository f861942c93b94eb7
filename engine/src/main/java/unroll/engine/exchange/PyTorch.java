package unroll.engine.exchange;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import unroll.engine.file.Tensor;

/**
 * The tensors of a PyTorch module with {@code rnn = torch.nn.RNN}, {@code LSTM} or {@code GRU}, {@code linear =
 * torch.nn.Linear}, and the first states {@code h_0} and {@code c_0} as parameters of their own, {@code [layers][1][H]}.
 */
final class PyTorch {
    static final String INPUT = "weight_ih_l";
    static final String RECURRENT = "weight_hh_l";
    static final String INPUT_BIAS = "bias_ih_l";
    static final String RECURRENT_BIAS = "bias_hh_l";
    static final String WEIGHT = "weight";
    static final String BIAS = "bias";
    static final String FIRST_STATE = "h_0";
    static final String FIRST_MEMORY = "c_0";

    private static final String LAYER = "rnn.";
    private static final String READ_OUT = "linear.";

    private PyTorch() {}

    /** The network's tensors by PyTorch's names; all layers have as many units. */
    static Map<String, Tensor> tensors(PortableNetwork net) {
        int hidden = net.hidden();
        int count = net.layers().size();
        Map<String, Tensor> tensors = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            PortableLayer layer = net.layers().get(i);
            int rows = layer.gates().size() * hidden;
            tensors.put(LAYER + INPUT + i, tensor(net, stacked(layer, Gate::input), rows, layer.inputs()));
            tensors.put(LAYER + RECURRENT + i, tensor(net, stacked(layer, Gate::recurrent), rows, hidden));
            tensors.put(LAYER + INPUT_BIAS + i, tensor(net, stacked(layer, Gate::inputBias), rows));
            tensors.put(LAYER + RECURRENT_BIAS + i, tensor(net, stacked(layer, Gate::recurrentBias), rows));
        }
        tensors.put(READ_OUT + WEIGHT, tensor(net, net.readOut(), net.outputs(), hidden));
        tensors.put(READ_OUT + BIAS, tensor(net, net.outputBias(), net.outputs()));
        tensors.put(FIRST_STATE, tensor(net, all(net, PortableLayer::firstState), count, 1, hidden));
        if (net.cell().remembers()) {
            tensors.put(FIRST_MEMORY, tensor(net, all(net, PortableLayer::firstMemory), count, 1, hidden));
        }
        return tensors;
    }

    private static double[] all(PortableNetwork net, Function<PortableLayer, double[]> part) {
        return net.layers().stream().map(part).flatMapToDouble(Arrays::stream).toArray();
    }

    private static double[] stacked(PortableLayer layer, Function<Gate, double[]> part) {
        return layer.stacked(part, IntStream.range(0, layer.gates().size()).toArray());
    }

    private static Tensor tensor(PortableNetwork net, double[] numbers, Integer... shape) {
        return new Tensor(net.precision(), List.of(shape), numbers);
    }
}
