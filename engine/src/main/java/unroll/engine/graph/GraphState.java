package unroll.engine.graph;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
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

    /** What a signal has at a step: its value, directional value or adjoint. */
    @FunctionalInterface
    private interface Face {
        Buffer at(Signal signal, int step);
    }

    /**
     * Reads what is carried into step {@code t}: for each signal its values at steps t - 1, t - 2, ..., as far as they are carried;
     * 0 for steps before the signal's first.
     *
     * @param t from 0 to the number of steps of the graph
     * @param to {@code [B][size]}
     */
    public void read(int t, double[] to) {
        read(t, to, false, (signal, s) -> signal.value(s, s + 1));
    }

    /** The same of directional values; those of what is given without derivatives are 0. */
    public void readTangents(int t, double[] to) {
        read(t, to, true, (signal, s) -> signal.tangent(s, s + 1));
    }

    /** The same of adjoints that {@link Graph#pull} left; what nothing reads has 0. */
    private void readAdjoints(int t, double[] to) {
        read(t, to, true, (signal, s) -> {
            signal.settle(s, s + 1);
            return signal.adjoint(s, s + 1);
        });
    }

    /**
     * Writes what is carried into step {@code t}, but for steps before a signal's first.
     *
     * @param from as {@link #read} gave it
     */
    public void write(int t, double[] from) {
        write(t, from, false, (signal, s) -> signal.value(s, s + 1));
    }

    /** The same of directional values; those of what is given without derivatives are left out. */
    public void writeTangents(int t, double[] from) {
        write(t, from, true, (signal, s) -> signal.tangent(s, s + 1));
    }

    private void read(int t, double[] to, boolean derivatives, Face face) {
        int at = 0;
        for (CarriedSignal each : carried) {
            for (int s = t - 1; s >= t - each.lag; s--) {
                if (s >= each.signal.begin() && (!derivatives || each.signal.differentiable())) {
                    backend.read(face.at(each.signal, s), part, 0);
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

    private void write(int t, double[] from, boolean derivatives, Face face) {
        int at = 0;
        for (CarriedSignal each : carried) {
            for (int s = t - 1; s >= t - each.lag; s--) {
                if (s >= each.signal.begin() && (!derivatives || each.signal.differentiable())) {
                    for (int b = 0; b < sequences; b++) {
                        System.arraycopy(from, b * size() + at, part, b * each.columns(), each.columns());
                    }
                    backend.write(part, 0, face.at(each.signal, s));
                }
                at += each.columns();
            }
        }
    }

    /** The carried signals through which derivatives flow. */
    public List<Signal> differentiable() {
        return Arrays.stream(carried)
                .map(CarriedSignal::signal)
                .filter(Signal::differentiable)
                .toList();
    }

    /**
     * The derivative of something with respect to what is carried into step {@code t}, by way of what is carried into the step after it:
     * what the step itself hands on, which {@link Graph#pull} has left in the adjoints, and what it keeps as it is.
     *
     * @param after the derivative with respect to what is carried into step {@code t + 1}, {@code [B][size]}, of which {@link #seed} has
     *     taken the newest
     * @param to {@code [B][size]}
     */
    public void readPulled(int t, double[] after, double[] to) {
        readAdjoints(t, to);
        int at = 0;
        for (CarriedSignal each : carried) {
            int columns = each.columns();
            for (int b = 0; b < sequences; b++) {
                int row = b * size() + at;
                for (int i = 0; i < (each.lag - 1) * columns; i++) {
                    to[row + i] += after[row + columns + i];
                }
            }
            at += each.lag * columns;
        }
    }

    /** Writes the newest of each signal in what is carried into step {@code t + 1} as adjoints at step {@code t}. */
    public void seed(int t, double[] after) {
        int at = 0;
        for (CarriedSignal each : carried) {
            if (each.signal.differentiable()) {
                for (int b = 0; b < sequences; b++) {
                    System.arraycopy(after, b * size() + at, part, b * each.columns(), each.columns());
                }
                backend.write(part, 0, each.signal.adjoint(t, t + 1));
            }
            at += each.lag * each.columns();
        }
    }

    /**
     * What counts as carried into the first step: what delays begin with, as far back as they reach, and zeros for inputs.
     *
     * @param graph of which this is the state; its first step is computed
     * @param to {@code [B][size]}
     */
    void readStarts(Graph graph, double[] to) {
        double[][] starts = new double[carried.length][];
        for (int i = 0; i < carried.length; i++) {
            Signal signal = carried[i].signal;
            int place = i;
            signal.intervene((step, rows) -> {
                if (step < signal.begin()) {
                    starts[place] = backend.read(rows);
                }
            });
        }
        graph.forward(0, 1);
        Arrays.fill(to, 0);
        int at = 0;
        for (int i = 0; i < carried.length; i++) {
            carried[i].signal.intervene(null);
            int columns = carried[i].columns();
            for (int lag = 0; lag < carried[i].lag; lag++, at += columns) {
                for (int b = 0; starts[i] != null && b < sequences; b++) {
                    System.arraycopy(starts[i], b * columns, to, b * size() + at, columns);
                }
            }
        }
    }
}
