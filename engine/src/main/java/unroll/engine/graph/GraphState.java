package unroll.engine.graph;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import unroll.engine.backend.Backend;
import unroll.engine.graph.Operation.DelayedRead;

/**
 * What a graph carries from step to step: values of earlier steps that later ones read, of states and of inputs with delay taps.
 *
 * <p>With it a graph of {@link #steps} + 1 steps can be stepped without end: {@link #write} what is carried into step t, give the inputs of
 * step t, {@link Graph#forward(int, int) forward(t, t + 1)} and {@link #read} what is carried into step t + 1. At the very first step t
 * is 0, so that each {@link Delay} begins with its start; it grows with the steps up to {@code steps()}, where it stays. With t =
 * {@code steps()} every state can be written, and no start is used. {@link Graph#stationary} says whether each step does the same. One thread at a time.
 */
public final class GraphState {
    /** A signal whose last {@code lag} values are carried. */
    private record CarriedSignal(Signal signal, int lag) {
        int columns() {
            return signal.value().columns();
        }
    }

    private final Backend backend;
    private final int sequences;
    private final CarriedSignal[] carried;
    private final List<Signal> states;
    private final int lags;
    private final double[] part;

    GraphState(Backend backend, int sequences, List<DelayedRead> reads) {
        this.backend = backend;
        this.sequences = sequences;
        Map<Signal, Integer> longest = new LinkedHashMap<>();
        reads.forEach(read -> longest.merge(read.signal(), read.lag(), Math::max));
        carried = longest.entrySet().stream()
                .map(entry -> new CarriedSignal(entry.getKey(), entry.getValue()))
                .toArray(CarriedSignal[]::new);
        List<DelayedRead> recurrent = reads.stream().filter(DelayedRead::state).toList();
        states = recurrent.stream().map(DelayedRead::signal).distinct().toList();
        lags = recurrent.stream().mapToInt(DelayedRead::lag).max().orElse(0);
        part = new double
                [sequences
                        * Arrays.stream(carried)
                                .mapToInt(CarriedSignal::columns)
                                .max()
                                .orElse(0)];
    }

    List<Signal> states() {
        return states;
    }

    int lags() {
        return lags;
    }

    /** How many steps back the furthest value is that a step reads. */
    public int steps() {
        return Arrays.stream(carried).mapToInt(CarriedSignal::lag).max().orElse(0);
    }

    /** Numbers of each sequence. */
    public int size() {
        return Arrays.stream(carried).mapToInt(c -> c.lag() * c.columns()).sum();
    }

    /**
     * Reads what is carried into step {@code t}: for each signal its values at steps t - 1, t - 2, ..., as far as they are carried;
     * 0 for steps before the signal's first.
     *
     * @param t from 0 to the number of steps of the graph
     * @param to {@code [B][size]}
     */
    public void read(int t, double[] to) {
        int at = 0;
        for (CarriedSignal each : carried) {
            for (int s = t - 1; s >= t - each.lag; s--) {
                if (s >= each.signal.begin()) {
                    backend.read(each.signal.value(s, s + 1), part, 0);
                } else {
                    Arrays.fill(part, 0);
                }
                for (int b = 0; b < sequences; b++) {
                    System.arraycopy(part, b * each.columns(), to, b * size() + at, each.columns());
                }
                at += each.columns();
            }
        }
    }

    /**
     * Writes what is carried into step {@code t}, but for steps before a signal's first.
     *
     * @param from as {@link #read} gave it
     */
    public void write(int t, double[] from) {
        int at = 0;
        for (CarriedSignal each : carried) {
            for (int s = t - 1; s >= t - each.lag; s--) {
                if (s >= each.signal.begin()) {
                    for (int b = 0; b < sequences; b++) {
                        System.arraycopy(from, b * size() + at, part, b * each.columns(), each.columns());
                    }
                    backend.write(part, 0, each.signal.value(s, s + 1));
                }
                at += each.columns();
            }
        }
    }
}
