package unroll.engine.anatomy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.graph.Signal;
import unroll.engine.rollout.Rollout;

/** Reads the numbers of a network after its last backward sweep over one sequence. */
public final class Dissector {
    private final Rollout net;
    private final Backend backend;
    private final int steps;
    private final int most;
    private final Map<Node, Integer> parts = new LinkedHashMap<>();

    private Dissector(Rollout net, Wires wires, int most) {
        this.net = net;
        this.most = most;
        backend = net.backend();
        steps = net.steps(0);
        for (Wires.NodeLayer layer : wires.layers()) {
            layer.within().forEach(node -> parts.put(node, parts.size()));
            parts.put(layer.units(), parts.size());
        }
    }

    /**
     * A network with the first of each layer's units.
     *
     * @param net over a single sequence, swept forward and back
     * @param most units of a layer
     */
    public static Anatomy of(Rollout net, Wires wires, int most) {
        Dissector dissector = new Dissector(net, wires, most);
        List<UnitGroup> groups = dissector.parts.keySet().stream()
                .map(node -> dissector.group(node, node == wires.output()))
                .toList();
        List<UnitLayer> layers = wires.layers().stream()
                .map(layer -> new UnitLayer(
                        dissector.part(layer.units()),
                        layer.within().stream().map(dissector::part).toList()))
                .toList();
        return new Anatomy(dissector.steps, groups, layers, dissector.part(wires.hidden()));
    }

    private int part(Node node) {
        return Objects.requireNonNull(parts.get(node));
    }

    private int shown(int width) {
        return Math.min(most, width);
    }

    private UnitGroup group(Node node, boolean output) {
        Signal signal = node.signal;
        double[][] values = output ? predictions(signal) : values(signal);
        boolean derived = signal.differentiable() && !signal.symbolic();
        return new UnitGroup(
                node.symbol,
                signal.width(),
                signal.begin(),
                cut(values, shown(signal.width())),
                derived ? cut(rows(signal, signal.adjoint(), 0), shown(signal.width())) : new double[0][],
                node.given ? Formula.GIVEN : formula(node));
    }

    private double[][] predictions(Signal output) {
        if (net.loss().isEmpty()) {
            return values(output);
        }
        Buffer units = backend.allocate(net.graph().steps(), output.width());
        net.predictions(units);
        double[] numbers = new double[units.size()];
        backend.read(units, numbers, 0);
        return split(numbers, output.width());
    }

    private Formula formula(Node node) {
        int n = shown(node.signal.width());
        return new Formula(
                node.function,
                node.weighed.stream().map(each -> connection(each, n)).toList(),
                node.added.stream().map(each -> bias(each, n)).toList(),
                node.multiplied.stream().map(each -> product(each, n)).toList(),
                node.whole);
    }

    private Connection connection(Node.Weighed each, int n) {
        Buffer weight = each.weight().value();
        double[] numbers = new double[weight.size()];
        backend.read(weight, numbers, 0);
        double[][] all = cut(split(numbers, weight.columns()), weight.columns());
        double[][] received = read(each.read());
        int m = shown(weight.columns());
        double[][] rest = new double[0][];
        if (m < weight.columns()) {
            rest = new double[steps][n];
            for (int t = each.from(); t < Math.min(steps, each.to()); t++) {
                for (int j = 0; j < n; j++) {
                    for (int i = m; i < weight.columns(); i++) {
                        rest[t][j] += all[j][i] * received[t][i];
                    }
                }
            }
        }
        return new Connection(
                part(each.read().source()),
                each.read().lag(),
                each.slot(),
                cut(Arrays.copyOf(all, n), m),
                cut(received, m),
                rest,
                each.from(),
                each.to());
    }

    private Bias bias(Node.Added each, int n) {
        double[] numbers = new double[each.bias().value().size()];
        backend.read(each.bias().value(), numbers, 0);
        return new Bias(each.slot(), Arrays.copyOf(numbers, n), each.from(), each.to());
    }

    private Product product(Node.Multiplied each, int n) {
        return new Product(each.factor(), reading(each.a(), n), each.b().map(b -> reading(b, n)));
    }

    private Reading reading(Node.Read read, int n) {
        return new Reading(part(read.source()), read.lag(), cut(read(read), n));
    }

    // Rows, one for each step up to the last that counts

    private double[][] read(Node.Read read) {
        double[][] rows = values(read.signal());
        if (read.tap() == 0) {
            return rows;
        }
        double[][] late = new double[steps][];
        for (int t = 0; t < steps; t++) {
            late[t] = t < read.tap() ? new double[read.signal().width()] : rows[t - read.tap()];
        }
        return late;
    }

    private double[][] values(Signal signal) {
        return rows(signal, signal.value(), Double.NaN);
    }

    /** {@code [T][width]} of a signal's numbers; {@code missing} at steps at which it does not exist. */
    private double[][] rows(Signal signal, Buffer buffer, double missing) {
        double[] numbers = new double[buffer.size()];
        backend.read(buffer, numbers, 0);
        double[][] there = split(numbers, buffer.columns());
        List<double[]> rows = new ArrayList<>();
        for (int t = 0; t < steps; t++) {
            boolean exists = t >= signal.begin() && t < signal.end();
            double[] row = new double[signal.width()];
            if (!exists) {
                Arrays.fill(row, missing);
            } else if (signal.symbolic()) {
                row[(int) there[t - signal.begin()][0]] = 1;
            } else {
                row = there[t - signal.begin()];
            }
            rows.add(row);
        }
        return rows.toArray(double[][]::new);
    }

    private static double[][] split(double[] numbers, int width) {
        double[][] rows = new double[numbers.length / width][];
        Arrays.setAll(rows, i -> Arrays.copyOfRange(numbers, i * width, (i + 1) * width));
        return rows;
    }

    /** The first steps of them, and of each the first numbers. */
    private double[][] cut(double[][] rows, int width) {
        return Arrays.stream(rows)
                .map(row -> row.length == width ? row : Arrays.copyOf(row, width))
                .toArray(double[][]::new);
    }
}
