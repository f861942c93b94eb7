package unroll.engine.model;

import static unroll.engine.graph.Affine.term;

import java.util.List;
import unroll.engine.backend.Activation;
import unroll.engine.graph.Activate;
import unroll.engine.graph.Affine;
import unroll.engine.graph.Graph;
import unroll.engine.graph.Signal;
import unroll.engine.model.Layout.Role;
import unroll.engine.setting.SettingsException;
import unroll.engine.setting.WholeNumbers;

/**
 * Hidden layers on top of each other at every time step: {@code x_i = f_i(W_i x_i-1 + b_i)} with {@code x_0 = v_t}, and
 * {@code o_t = W_o x_n + b_o} (thesis sec. 2.4).
 *
 * @param layers from the input to the output
 * @param shown index of the layer whose states the views show
 * @param outputs O
 */
record Layered(Layout layout, List<DenseLayer> layers, int shown, int outputs) implements Model {
    /** A hidden layer: its units and their non-linearity f. */
    record DenseLayer(int units, Activation activation) {}

    static Layered of(List<DenseLayer> layers, int shown, int inputs, int outputs) {
        var layout = Layout.builder();
        int below = inputs;
        for (int i = 0; i < layers.size(); i++) {
            int units = layers.get(i).units();
            layout.add("W_" + (i + 1), i == 0 ? Role.INPUT_WEIGHT : Role.OUTPUT_WEIGHT, units, below);
            layout.add("b_" + (i + 1), Role.HIDDEN_BIAS, 1, units);
            below = units;
        }
        layout.add("W_o", Role.OUTPUT_WEIGHT, outputs, below).add("b_o", Role.OUTPUT_BIAS, 1, outputs);
        return new Layered(layout.build(), List.copyOf(layers), shown, outputs);
    }

    /** The layers as a plan, each receiving the one before it. */
    static Plan plan(List<DenseLayer> layers) {
        Plan plan = new Plan(List.of(), List.of());
        String below = Plan.INPUT;
        for (int i = 0; i < layers.size(); i++) {
            String name = "x" + (i + 1);
            DenseLayer layer = layers.get(i);
            plan = plan.with(new Plan.Layer(name, new Cell.Ungated(layer.activation()), layer.units()))
                    .with(new Plan.Link(below, name, 0));
            below = name;
        }
        return plan.with(new Plan.Link(below, Plan.OUTPUT, 0));
    }

    /** Refuses sizes of layers that are none. */
    static void check(WholeNumbers sizes) {
        if (sizes.size() == 0 || sizes.values().stream().anyMatch(units -> units < 1)) {
            throw new SettingsException(
                    "", "a layered network needs at least one layer, each of at least one unit, such as 400-200-100");
        }
    }

    @Override
    public Wiring wire(Graph graph, Parameters p, Signal v) {
        Signal below = v;
        Signal hidden = v;
        for (int i = 0; i < layers.size(); i++) {
            DenseLayer layer = layers.get(i);
            Signal u = graph.signal(layer.units());
            Signal x = graph.signal(layer.units());
            graph.add(Affine.of(u, p.get("b_" + (i + 1)), term(below, p.get("W_" + (i + 1)))));
            graph.add(new Activate(x, layer.activation(), u));
            hidden = i == shown ? x : hidden;
            below = graph.dropped(x);
        }
        Signal o = graph.signal(outputs);
        graph.add(Affine.of(o, p.get("b_o"), term(below, p.get("W_o"))));
        return new Wiring(hidden, o);
    }
}
