package unroll.engine.model;

import java.util.List;
import unroll.engine.graph.Affine;
import unroll.engine.graph.Graph;
import unroll.engine.graph.Signal;
import unroll.engine.model.Layout.Part;
import unroll.engine.model.Layout.Role;
import unroll.engine.model.Plan.Layer;
import unroll.engine.model.Plan.Link;

/**
 * The network of a possible plan. Layers on a cycle of connections are one loop; all others are swept over all steps at
 * once.
 *
 * @param shown the layer whose states the views show; the output where there are no layers
 * @param outputs O
 */
record DesignedNetwork(Layout layout, Plan plan, String shown, int outputs) implements Model {
    static DesignedNetwork of(Plan plan, String shown, int inputs, int outputs) {
        var layout = Layout.builder();
        plan.links().forEach(link -> addWeights(layout, plan, link, inputs, outputs));
        for (Layer layer : plan.layers()) {
            stackColumns(
                    layout, "b_" + layer.name(), layer.units(), layer.cell().biases());
            if (layer.cell() == Cell.Gated.GRU) {
                layout.add("b_" + layer.name() + "_n", layer.cell().biases().getLast(), 1, layer.units());
            }
        }
        layout.add("b_o", Role.OUTPUT_BIAS, 1, outputs);
        for (Layer layer : plan.layers()) {
            if (remembered(plan, layer)) {
                layout.add(layer.name() + "_0", Role.FIRST_STATE, 1, layer.units());
            }
            if (layer.cell() == Cell.Gated.LSTM) {
                layout.add(layer.name() + "_c0", Role.FIRST_STATE, 1, layer.units());
            }
        }
        String last =
                plan.layers().isEmpty() ? Plan.OUTPUT : plan.layers().getLast().name();
        return new DesignedNetwork(layout.build(), plan, shown.isEmpty() ? last : shown, outputs);
    }

    private static void addWeights(Layout.Builder layout, Plan plan, Link link, int inputs, int outputs) {
        int inputWidth = link.from().equals(Plan.INPUT)
                ? inputs
                : layer(plan, link.from()).units();
        if (link.to().equals(Plan.OUTPUT)) {
            layout.add(Designed.weight(link), Role.OUTPUT_WEIGHT, outputs, inputWidth);
        } else {
            Layer to = layer(plan, link.to());
            stackRows(
                    layout,
                    Designed.weight(link),
                    to.units(),
                    inputWidth,
                    to.cell().weights(role(plan, link)));
        }
    }

    private static void stackRows(Layout.Builder layout, String name, int rows, int columns, List<Part> gates) {
        if (gates.size() == 1) {
            layout.add(name, gates.getFirst(), rows, columns);
        } else {
            layout.stackRows(name, rows, columns, gates);
        }
    }

    private static void stackColumns(Layout.Builder layout, String name, int columns, List<Part> gates) {
        if (gates.size() == 1) {
            layout.add(name, gates.getFirst(), 1, columns);
        } else {
            layout.stackColumns(name, columns, gates);
        }
    }

    static Layer layer(Plan plan, String name) {
        return plan.layer(name).orElseThrow();
    }

    private static Role role(Plan plan, Link link) {
        if (link.from().equals(Plan.INPUT)) {
            return Role.INPUT_WEIGHT;
        }
        return link.lag() > 0 && plan.onCycle(link.from(), link.to()) ? Role.RECURRENT_WEIGHT : Role.OUTPUT_WEIGHT;
    }

    /** Whether states of a layer are used at a later step, if only by its own gates. */
    private static boolean remembered(Plan plan, Layer layer) {
        return layer.cell() == Cell.Gated.GRU
                || plan.outOf(layer.name()).stream().anyMatch(link -> link.lag() > 0);
    }

    @Override
    public Wiring wire(Graph graph, Parameters parameters, Signal v) {
        DesignedWires wires = new DesignedWires(plan, shown, graph, parameters, v);
        PlanOrder.groups(plan).forEach(wires::add);
        Signal o = graph.signal(outputs);
        graph.add(Affine.of(o, parameters.get("b_o"), wires.terms(plan.into(Plan.OUTPUT), 0, 1)));
        Signal hidden = shown.equals(Plan.OUTPUT) ? o : wires.states(shown);
        return new Wiring(hidden, o, wires.recurrent());
    }
}
