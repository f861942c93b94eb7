package unroll.engine.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A network as it is drawn: layers and the connections between them. The input is called {@code v} and the output {@code o}, as in
 * the thesis. A plan may be impossible; {@link #faults} says where and why.
 *
 * @param layers in the order of their parameters
 * @param links in the order of their parameters
 */
public record Plan(List<Layer> layers, List<Link> links) {
    /** What the input is called. */
    public static final String INPUT = "v";

    /** What the output is called. */
    public static final String OUTPUT = "o";

    /** As many units as other architectures may have. */
    public static final int MOST_UNITS = 4096;

    /** As far back as a connection may reach, in steps. */
    static final int LONGEST_LAG = 1000;

    /**
     * Units with the same incoming connections.
     *
     * @param name letters and digits, beginning with a letter
     * @param cell what they are made of
     * @param units how many, 1 to 4096
     */
    public record Layer(String name, Cell cell, int units) {
        /** As it is written: {@code h: tanh 100}. */
        @Override
        public String toString() {
            return name + ": " + cell + " " + units;
        }
    }

    /**
     * A connection by which {@code to} receives the states of {@code from}.
     *
     * @param lag how many steps old these states are, 0 to 1000
     */
    public record Link(String from, String to, int lag) {
        /** As it is written: {@code h > h @1}. */
        @Override
        public String toString() {
            return from + " > " + to + (lag == 0 ? "" : " @" + lag);
        }
    }

    /**
     * Why a plan is impossible.
     *
     * @param layers that are concerned
     * @param links that are concerned
     * @param reason one sentence
     */
    public record Fault(Set<String> layers, Set<Link> links, String reason) {
        public Fault {
            layers = Set.copyOf(layers);
            links = Set.copyOf(links);
        }
    }

    public Plan {
        layers = List.copyOf(layers);
        links = List.copyOf(links);
    }

    /** One layer {@code h} that receives the input and its own states of the step before, and leads to the output. */
    public static Plan of(Cell cell, int units) {
        return new Plan(
                List.of(new Layer("h", cell, units)),
                List.of(new Link(INPUT, "h", 0), new Link("h", "h", 1), new Link("h", OUTPUT, 0)));
    }

    /** The layer of that name. */
    public Optional<Layer> layer(String name) {
        return layers.stream().filter(layer -> layer.name().equals(name)).findFirst();
    }

    /** The incoming connections of a layer, or of the output. */
    public List<Link> into(String name) {
        return links.stream().filter(link -> link.to().equals(name)).toList();
    }

    /** The outgoing connections of a layer, or of the input. */
    public List<Link> outOf(String name) {
        return links.stream().filter(link -> link.from().equals(name)).toList();
    }

    /** Everything that a path of at least one connection leads to from there, over connections of that kind alone. */
    Set<String> reach(String from, Predicate<Link> kind) {
        Set<String> reached = new LinkedHashSet<>();
        List<String> open = new ArrayList<>(List.of(from));
        while (!open.isEmpty()) {
            for (Link link : outOf(open.removeLast())) {
                if (kind.test(link) && reached.add(link.to())) {
                    open.add(link.to());
                }
            }
        }
        return reached;
    }

    /** Whether two lie on a cycle of connections, whatever their lags: each reaches the other; of one and the same, whether it reaches itself. */
    boolean onCycle(String one, String other) {
        return reach(one, link -> true).contains(other)
                && reach(other, link -> true).contains(one);
    }

    /** Everything that stands in the way of building it; empty if nothing does. */
    public List<Fault> faults() {
        return PlanFaults.of(this);
    }

    // Changes

    /** With one more layer, which has no connections yet. */
    public Plan with(Layer layer) {
        List<Layer> more = new ArrayList<>(layers);
        more.add(layer);
        return new Plan(more, links);
    }

    /** With one more connection; the same where it is there already. */
    public Plan with(Link link) {
        Set<Link> more = new LinkedHashSet<>(links);
        more.add(link);
        return new Plan(layers, List.copyOf(more));
    }

    /** Without a layer and all its connections. */
    public Plan without(String layer) {
        return new Plan(
                layers.stream().filter(other -> !other.name().equals(layer)).toList(),
                links.stream()
                        .filter(link -> !link.from().equals(layer) && !link.to().equals(layer))
                        .toList());
    }

    /** Without a connection. */
    public Plan without(Link link) {
        return new Plan(
                layers, links.stream().filter(other -> !other.equals(link)).toList());
    }

    /** With a layer changed, perhaps renamed: its connections stay. */
    public Plan changed(String name, Layer after) {
        UnaryOperator<String> renamed = end -> end.equals(name) ? after.name() : end;
        return new Plan(
                layers.stream()
                        .map(layer -> layer.name().equals(name) ? after : layer)
                        .toList(),
                links.stream()
                        .map(link -> new Link(renamed.apply(link.from()), renamed.apply(link.to()), link.lag()))
                        .toList());
    }

    /** With a connection changed in its place. */
    public Plan changed(Link before, Link after) {
        return new Plan(
                layers,
                links.stream()
                        .map(link -> link.equals(before) ? after : link)
                        .distinct()
                        .toList());
    }
}
