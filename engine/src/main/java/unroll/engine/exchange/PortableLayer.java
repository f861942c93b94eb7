package unroll.engine.exchange;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * A recurrent layer in terms that other programs share.
 *
 * @param inputs I
 * @param hidden H
 * @param gates in PyTorch's order
 * @param firstState of the hidden units {@code [H]}
 * @param firstMemory of the memory cells {@code [H]}; empty where there are none
 */
record PortableLayer(int inputs, int hidden, List<Gate> gates, double[] firstState, double[] firstMemory) {
    PortableLayer {
        gates = List.copyOf(gates);
    }

    /** One part of each of the gates {@code order}, one after the other. */
    double[] stacked(Function<Gate, double[]> part, int... order) {
        return Arrays.stream(order)
                .mapToObj(gates::get)
                .map(part)
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }
}
