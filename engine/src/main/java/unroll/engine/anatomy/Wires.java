package unroll.engine.anatomy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Stream;
import unroll.engine.backend.Activation;
import unroll.engine.graph.Activate;
import unroll.engine.graph.Affine;
import unroll.engine.graph.Combine;
import unroll.engine.graph.Delay;
import unroll.engine.graph.During;
import unroll.engine.graph.Graph;
import unroll.engine.graph.Operation;
import unroll.engine.graph.Signal;
import unroll.engine.model.Parameters;
import unroll.engine.rollout.Rollout;

/**
 * What a network is made of, found in its graph. A layer is what is weighed somewhere: inputs, outputs, and numbers that some sum takes
 * with weights; what lies within a layer (gates, memories, factors) is only multiplied.
 */
public final class Wires {
    private final Graph graph;
    private final Parameters parameters;
    private final Set<Signal> states;
    private final SequencedMap<Signal, Node> nodes = new LinkedHashMap<>();
    private final Node input;
    private final Node output;
    private final Node hidden;
    private final List<NodeLayer> layers;

    /** A layer: its numbers, and what lies within it, what is computed first standing first. */
    record NodeLayer(Node units, List<Node> within) {}

    /**
     * Numbers between inputs and outputs that can be changed as soon as they are there.
     *
     * @param name as formulas call them
     */
    public record Inner(String name, Signal signal) {}

    private Wires(Rollout net) {
        graph = net.graph();
        parameters = net.parameters();
        states = Set.copyOf(graph.states());
        input = node(net.input());
        output = node(net.output());
        hidden = node(net.hidden());
        layers = found();
        Symbols.give(layers, input, output, hidden);
        output.function = net.loss()
                .map(loss -> function(loss.name().toLowerCase(Locale.ROOT)))
                .orElse("");
    }

    /** Those of a network. */
    public static Wires of(Rollout net) {
        return new Wires(net);
    }

    /** Gates, memories and units of all layers but inputs and outputs. */
    public List<Inner> inner() {
        return layers.stream()
                .flatMap(layer -> Stream.concat(layer.within().stream(), Stream.of(layer.units())))
                .filter(node -> node != input
                        && node != output
                        && graph.makers(node.signal).size() == 1)
                .map(node -> new Inner(node.symbol, node.signal))
                .toList();
    }

    List<NodeLayer> layers() {
        return layers;
    }

    Node input() {
        return input;
    }

    Node output() {
        return output;
    }

    Node hidden() {
        return hidden;
    }

    private static String function(String name) {
        return switch (name) {
            case "logistic" -> "\u03c3";
            case "linear", "squared" -> "";
            default -> name;
        };
    }

    private static String function(Activation activation) {
        return function(activation.name().toLowerCase(Locale.ROOT));
    }

    // From signals to nodes

    private Node node(Signal signal) {
        Node known = nodes.get(signal);
        if (known != null) {
            return known;
        }
        Node made = new Node(signal);
        nodes.put(signal, made);
        List<Operation> makers = graph.makers(signal);
        if (makers.isEmpty()) {
            made.given = true;
        } else if (makers.size() == 1 && makers.getFirst() instanceof Activate units) {
            made.function = function(units.activation());
            activated(made, units.drive());
        } else {
            sum(made, signal, makers);
        }
        return made;
    }

    /** The sum of a non-linearity is part of it, unless others read it too. */
    private void activated(Node made, Signal drive) {
        if (states.contains(drive)) {
            made.multiplied.add(new Node.Multiplied(1, new Node.Read(node(drive), 0, drive, 0), Optional.empty()));
        } else {
            sum(made, drive, graph.makers(drive));
        }
    }

    private void sum(Node made, Signal sum, List<Operation> makers) {
        for (Operation maker : makers) {
            switch (maker) {
                case Affine affine -> add(made, affine, sum.begin(), sum.end());
                case During during -> add(made, during.operation(), during.begin(), during.end());
                case Combine combine -> combine.terms().forEach(term -> multiply(made, term));
                default -> made.whole = false;
            }
        }
        boolean weighed = makers.stream().anyMatch(maker -> maker instanceof Affine || maker instanceof During);
        made.sum = weighed ? Optional.of(sum) : Optional.empty();
    }

    private void add(Node made, Affine affine, int from, int to) {
        for (Affine.Term term : affine.terms()) {
            Node.Read read = read(term.input(), term.lag());
            made.weighed.add(new Node.Weighed(
                    read,
                    term.weight(),
                    parameters.part(term.weight()),
                    Math.max(from, term.input().begin() + term.lag()),
                    to));
        }
        affine.bias().ifPresent(bias -> made.added.add(new Node.Added(bias, parameters.part(bias), from, to)));
    }

    private void multiply(Node made, Combine.Summand term) {
        Signal b = term.b();
        made.multiplied.add(new Node.Multiplied(
                term.alpha(), read(term.a(), 0), b == null ? Optional.empty() : Optional.of(read(b, 0))));
    }

    /** Through delays to where the numbers come from. */
    private Node.Read read(Signal signal, int tap) {
        Signal from = signal;
        int lag = tap;
        while (graph.makers(from).size() == 1 && graph.makers(from).getFirst() instanceof Delay delay) {
            from = delay.delayed();
            lag += delay.lag();
        }
        return new Node.Read(node(from), lag, signal, tap);
    }

    // From nodes to layers

    private List<NodeLayer> found() {
        SequencedSet<Node> weighed = new LinkedHashSet<>();
        weighed.add(input);
        weighed.add(hidden);
        nodes.values().stream()
                .flatMap(node -> node.weighed.stream())
                .map(each -> each.read().source())
                .forEach(weighed::add);
        weighed.remove(output);
        weighed.add(output);
        Map<Node, Integer> levels = new LinkedHashMap<>();
        weighed.forEach(node -> level(node, levels, new LinkedHashSet<>()));
        List<NodeLayer> found = new ArrayList<>();
        Set<Node> placed = new LinkedHashSet<>(weighed);
        weighed.stream()
                .sorted((a, b) -> Integer.compare(rank(a, levels), rank(b, levels)))
                .forEach(node -> {
                    List<Node> within = new ArrayList<>();
                    gather(node, placed, within);
                    found.add(new NodeLayer(node, List.copyOf(within)));
                });
        return List.copyOf(found);
    }

    private int rank(Node node, Map<Node, Integer> levels) {
        return node == input ? -1 : node == output ? Integer.MAX_VALUE : levels.getOrDefault(node, 0);
    }

    /** How many nodes at most lie between one and what is given, at the same step. */
    private static int level(Node node, Map<Node, Integer> levels, Set<Node> above) {
        Integer known = levels.get(node);
        if (known != null) {
            return known;
        }
        above.add(node);
        int level = 0;
        for (Node.Read read : node.reads()) {
            if (read.lag() == 0 && !above.contains(read.source())) {
                level = Math.max(level, 1 + level(read.source(), levels, above));
            }
        }
        above.remove(node);
        levels.put(node, level);
        return level;
    }

    /** What a node multiplies and is in no layer yet, the deepest first. */
    private static void gather(Node node, Set<Node> placed, List<Node> within) {
        for (Node.Read read : node.reads()) {
            if (placed.add(read.source())) {
                gather(read.source(), placed, within);
                within.add(read.source());
            }
        }
    }
}
