package unroll.engine.anatomy;

import java.util.List;
import java.util.stream.Stream;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.graph.Signal;
import unroll.engine.model.Layout.Slot;
import unroll.engine.rollout.Rollout;

/**
 * The derivative of the loss of one sequence by a single weight as the sum of what its uses at the time steps contribute:
 * {@code dL/dw_ji = sum_t dL/du_t,j x_t,i} (Rumelhart, Hinton and Williams 1986: the copies of a tied weight have one gradient, their sum).
 *
 * @param slot the matrix or bias that has the weight
 * @param row the unit that receives, from 0
 * @param column the unit that sends, from 0; of a bias its own unit
 * @param weight the number itself
 * @param shares by each step, T numbers
 * @param gradient the derivative as the backward sweep found it
 * @param whole whether all uses of the weight are such products; a weight that the input blends has others
 */
public record Shares(Slot slot, int row, int column, double weight, double[] shares, double gradient, boolean whole) {
    /** The sum of the shares up to each step, T numbers. */
    public double[] sums() {
        double[] sums = shares.clone();
        for (int t = 1; t < sums.length; t++) {
            sums[t] += sums[t - 1];
        }
        return sums;
    }

    /**
     * Those of a weight of a network.
     *
     * @param net over a single sequence, swept forward and back
     */
    public static Shares of(Rollout net, Wires wires, Slot slot, int row, int column) {
        Backend backend = net.backend();
        int steps = net.steps(0);
        double[] shares = new double[steps];
        boolean[] used = new boolean[1];
        nodes(wires)
                .forEach(node -> node.sum.ifPresent(sum -> {
                    for (Node.Weighed each : node.weighed) {
                        if (each.slot().filter(slot::equals).isPresent()) {
                            used[0] = true;
                            for (int t = each.from(); t < Math.min(each.to(), steps); t++) {
                                shares[t] += at(backend, sum.adjoint(t, t + 1), row)
                                        * received(backend, each.read(), t, column);
                            }
                        }
                    }
                    for (Node.Added each : node.added) {
                        if (each.slot().filter(slot::equals).isPresent()) {
                            used[0] = true;
                            for (int t = each.from(); t < Math.min(each.to(), steps); t++) {
                                shares[t] += at(backend, sum.adjoint(t, t + 1), column);
                            }
                        }
                    }
                }));
        int index = slot.offset() + row * slot.columns() + column;
        return new Shares(
                slot,
                row,
                column,
                at(backend, net.parameters().value(), index),
                shares,
                at(backend, net.parameters().gradient(), index),
                used[0]);
    }

    private static Stream<Node> nodes(Wires wires) {
        return wires.layers().stream()
                .flatMap(layer -> Stream.concat(layer.within().stream(), Stream.of(layer.units())));
    }

    private static double received(Backend backend, Node.Read read, int t, int column) {
        Signal signal = read.signal();
        Buffer row = signal.value(t - read.tap(), t - read.tap() + 1);
        if (signal.symbolic()) {
            return at(backend, row, 0) == column ? 1 : 0;
        }
        return at(backend, row, column);
    }

    private static double at(Backend backend, Buffer buffer, int index) {
        double[] one = new double[1];
        backend.read(buffer.window(index, 1, 1), one, 0);
        return one[0];
    }

    /** The matrices and biases of which there are shares. */
    public static List<Slot> slots(Wires wires) {
        return nodes(wires)
                .flatMap(node -> Stream.concat(
                        node.weighed.stream().flatMap(each -> each.slot().stream()),
                        node.added.stream().flatMap(each -> each.slot().stream())))
                .distinct()
                .toList();
    }
}
