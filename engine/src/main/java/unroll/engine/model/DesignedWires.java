package unroll.engine.model;

import static unroll.engine.graph.Affine.tap;
import static unroll.engine.graph.Affine.term;
import static unroll.engine.graph.Combine.product;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import unroll.engine.backend.Activation;
import unroll.engine.graph.Activate;
import unroll.engine.graph.Affine;
import unroll.engine.graph.Combine;
import unroll.engine.graph.Delay;
import unroll.engine.graph.Graph;
import unroll.engine.graph.Loop;
import unroll.engine.graph.Operation;
import unroll.engine.graph.Parameter;
import unroll.engine.graph.Signal;
import unroll.engine.model.Plan.Layer;
import unroll.engine.model.Plan.Link;

/** The signals and operations of a possible plan, as they are added to a graph. */
final class DesignedWires {
    /** A layer with the sums of its gates, to which the terms from within its own loop are still to be added. */
    private record Sums(Layer layer, List<Signal> gates) {}

    private final Plan plan;
    private final String shown;
    private final Graph graph;
    private final Parameters p;
    private final Signal v;
    private final Map<String, Signal> states = new HashMap<>();
    private final Map<String, Signal> dropped = new HashMap<>();
    private final Map<Link, Signal> delayed = new HashMap<>();

    /** Delayed states on connections that lie on no cycle: they lead from layer to layer, so dropout applies to them. */
    private final Map<Link, Signal> droppedEarlier = new HashMap<>();

    private Optional<Model.Recurrent> recurrent = Optional.empty();

    DesignedWires(Plan plan, String shown, Graph graph, Parameters p, Signal v) {
        this.plan = plan;
        this.shown = shown;
        this.graph = graph;
        this.p = p;
        this.v = v;
    }

    Signal states(String name) {
        return Objects.requireNonNull(states.get(name));
    }

    /** Where the shown layer receives its own states, if that is its only recurrent connection. */
    Optional<Model.Recurrent> recurrent() {
        return recurrent;
    }

    /** Adds the layers of one group of {@link PlanOrder#groups}. */
    void add(List<Layer> group) {
        List<String> names = group.stream().map(Layer::name).toList();
        List<Sums> sums = new ArrayList<>();
        for (Layer layer : group) {
            sums.add(outer(layer, names));
        }
        List<Operation> body = new ArrayList<>();
        boolean looped = PlanOrder.looped(plan, group);
        Consumer<Operation> add = looped ? body::add : graph::add;
        for (Layer layer : group) {
            for (Link link : plan.outOf(layer.name())) {
                if (link.lag() > 0 && names.contains(link.to())) {
                    delay(link, add);
                }
            }
            if (layer.cell() == Cell.Gated.GRU) {
                delay(new Link(layer.name(), layer.name(), 1), add);
            }
        }
        for (Sums sum : sums) {
            inner(sum, names, add);
        }
        if (looped) {
            graph.add(new Loop(body));
        }
    }

    /** Adds the states of a layer and the sums of its gates over what does not come from {@code names}. */
    private Sums outer(Layer layer, List<String> names) {
        states.put(layer.name(), graph.signal(layer.units()));
        List<Link> outer = plan.into(layer.name()).stream()
                .filter(link -> !names.contains(link.from()))
                .toList();
        int gates = layer.cell().gates();
        Parameter bias = p.get("b_" + layer.name());
        List<Signal> sums = new ArrayList<>();
        for (int g = 0; g < gates; g++) {
            Signal u = graph.signal(layer.units());
            graph.add(Affine.of(u, gates == 1 ? bias : bias.part(g, gates), terms(outer, g, gates)));
            sums.add(u);
        }
        return new Sums(layer, sums);
    }

    /** Adds what a layer receives from {@code names}, and its units. */
    private void inner(Sums sum, List<String> names, Consumer<Operation> add) {
        Layer layer = sum.layer();
        List<Link> inner = plan.into(layer.name()).stream()
                .filter(link -> names.contains(link.from()))
                .toList();
        switch (layer.cell()) {
            case Cell.Gated.LSTM -> lstm(sum, inner, add);
            case Cell.Gated.GRU -> gru(sum, inner, add);
            case Cell.Ungated units -> {
                addInner(sum.gates(), inner, sum.gates().size(), add);
                Signal h = states(layer.name());
                add.accept(new Activate(h, units.activation(), sum.gates().getFirst()));
                if (layer.name().equals(shown)
                        && inner.size() == 1
                        && names.size() == 1
                        && inner.getFirst().lag() == 1) {
                    recurrent = Optional.of(new Model.Recurrent(
                            Objects.requireNonNull(delayed.get(from(inner.getFirst()))),
                            p.get(Designed.weight(inner.getFirst())),
                            sum.gates().getFirst()));
                }
            }
        }
        drop(layer, add);
    }

    /** Adds to the sums of the first of {@code gates} gates what they receive from within the loop. */
    private void addInner(List<Signal> sums, List<Link> inner, int gates, Consumer<Operation> add) {
        for (int g = 0; g < sums.size() && !inner.isEmpty(); g++) {
            add.accept(Affine.adding(sums.get(g), terms(inner, g, gates)));
        }
    }

    /** Makes what other layers receive of a layer at the same step. */
    private void drop(Layer layer, Consumer<Operation> add) {
        boolean now = plan.outOf(layer.name()).stream().anyMatch(link -> link.lag() == 0);
        Signal h = states(layer.name());
        dropped.put(layer.name(), now ? graph.dropped(h, add) : h);
    }

    private void lstm(Sums sum, List<Link> inner, Consumer<Operation> add) {
        addInner(sum.gates(), inner, sum.gates().size(), add);
        Layer layer = sum.layer();
        Activation[] kinds = {Activation.LOGISTIC, Activation.LOGISTIC, Activation.TANH, Activation.LOGISTIC};
        Signal[] gates = new Signal[kinds.length];
        for (int g = 0; g < gates.length; g++) {
            gates[g] = graph.signal(layer.units());
            add.accept(new Activate(gates[g], kinds[g], sum.gates().get(g)));
        }
        Signal c = graph.signal(layer.units());
        Signal before = graph.signal(layer.units());
        Signal cell = graph.signal(layer.units());
        add.accept(Delay.learned(before, c, 1, p.get(layer.name() + "_c0")));
        add.accept(new Combine(c, product(gates[1], before), product(gates[0], gates[2])));
        add.accept(new Activate(cell, Activation.TANH, c));
        add.accept(new Combine(states(layer.name()), product(gates[3], cell)));
    }

    private void gru(Sums sum, List<Link> inner, Consumer<Operation> add) {
        Layer layer = sum.layer();
        int units = layer.units();
        Link self = new Link(layer.name(), layer.name(), 1);
        List<Signal> u = sum.gates();
        addInner(u.subList(0, 2), inner, u.size(), add);
        List<Link> others = inner.stream().filter(link -> !link.equals(self)).toList();
        if (!others.isEmpty()) {
            add.accept(Affine.adding(u.get(2), terms(others, 2, 3)));
        }
        Signal r = graph.signal(units);
        Signal z = graph.signal(units);
        Signal n = graph.signal(units);
        Signal own = graph.signal(units);
        Signal un = graph.signal(units);
        Signal before = Objects.requireNonNull(delayed.get(from(self)));
        add.accept(new Activate(r, Activation.LOGISTIC, u.get(0)));
        add.accept(new Activate(z, Activation.LOGISTIC, u.get(1)));
        Affine.Term[] ownTerms = inner.contains(self) ? terms(List.of(self), 2, 3) : new Affine.Term[0];
        add.accept(Affine.of(own, p.get("b_" + layer.name() + "_n"), ownTerms));
        add.accept(new Combine(un, Combine.term(1, u.get(2)), product(r, own)));
        add.accept(new Activate(n, Activation.TANH, un));
        add.accept(new Combine(states(layer.name()), Combine.term(1, n), product(-1, z, n), product(z, before)));
    }

    /** What a link carries, wherever it leads. */
    private static Link from(Link link) {
        return new Link(link.from(), "", link.lag());
    }

    private void delay(Link link, Consumer<Operation> add) {
        Link from = from(link);
        if (!delayed.containsKey(from)) {
            Layer layer = DesignedNetwork.layer(plan, link.from());
            Signal before = graph.signal(layer.units());
            delayed.put(from, before);
            add.accept(Delay.learned(before, states(layer.name()), link.lag(), p.get(layer.name() + "_0")));
        }
    }

    /** What gate {@code g} of {@code gates} receives over connections whose sources have been added. */
    Affine.Term[] terms(List<Link> links, int g, int gates) {
        return links.stream().map(link -> one(link, g, gates)).toArray(Affine.Term[]::new);
    }

    private Affine.Term one(Link link, int g, int gates) {
        Parameter whole = p.get(Designed.weight(link));
        Parameter weight = gates == 1 ? whole : whole.block(g, gates);
        if (link.from().equals(Plan.INPUT)) {
            return tap(v, link.lag(), weight);
        }
        if (link.lag() > 0) {
            delay(link, graph::add);
            Signal earlier = Objects.requireNonNull(delayed.get(from(link)));
            boolean back = plan.onCycle(link.from(), link.to());
            return term(
                    back ? earlier : droppedEarlier.computeIfAbsent(from(link), same -> graph.dropped(earlier)),
                    weight);
        }
        return term(Objects.requireNonNull(dropped.get(link.from())), weight);
    }
}
