package unroll.engine.anatomy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import unroll.engine.graph.Parameter;
import unroll.engine.graph.Signal;
import unroll.engine.model.Layout.Slot;

/**
 * Numbers of a network that follow from others: {@code f(sum_k W_k x_k + b + sum_i alpha_i a_i b_i)}; its parts are filled in as they are
 * found.
 */
final class Node {
    /**
     * A signal that is read, perhaps late.
     *
     * @param source whose numbers they are
     * @param lag how many steps ago
     * @param signal has these numbers at the step at which they are read, when {@code tap} is 0
     * @param tap how many steps ago the numbers of {@code signal} itself are read
     */
    record Read(Node source, int lag, Signal signal, int tap) {}

    /** Numbers that are weighed at steps {@code from} to {@code to - 1}; the weights are no part of the parameters where {@code slot} is empty. */
    record Weighed(Read read, Parameter weight, Optional<Slot> slot, int from, int to) {}

    /** A bias at these steps. */
    record Added(Parameter bias, Optional<Slot> slot, int from, int to) {}

    /** A factor times one or two numbers. */
    record Multiplied(double factor, Read a, Optional<Read> b) {}

    final Signal signal;
    final List<Weighed> weighed = new ArrayList<>();
    final List<Added> added = new ArrayList<>();
    final List<Multiplied> multiplied = new ArrayList<>();
    String symbol = "";

    /** What is made of the sum: "tanh"; empty for the sum itself. */
    String function = "";

    /** The sum before the function, if it is one of weighed numbers. */
    Optional<Signal> sum = Optional.empty();

    /** Whether what was found is all there is. */
    boolean whole = true;

    /** Whether nothing in the network computes it. */
    boolean given;

    Node(Signal signal) {
        this.signal = signal;
    }

    /** What it reads, in the order in which it is written. */
    List<Read> reads() {
        List<Read> reads = new ArrayList<>();
        weighed.forEach(each -> reads.add(each.read()));
        for (Multiplied each : multiplied) {
            reads.add(each.a());
            each.b().ifPresent(reads::add);
        }
        return reads;
    }
}
