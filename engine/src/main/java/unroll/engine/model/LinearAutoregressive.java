package unroll.engine.model;

import unroll.engine.graph.Affine;
import unroll.engine.graph.Graph;
import unroll.engine.graph.Signal;
import unroll.engine.model.Layout.Role;
import unroll.engine.setting.Kind;
import unroll.engine.setting.SettingsException;

/**
 * A linear prediction from the last k inputs, {@code o_t = sum_j<k A_j v_t-j + b_o}, with nothing before the first step: the
 * model of the autoregressive baseline, learned by gradients. It has no hidden units, so its predictions are shown.
 *
 * @param taps inputs it looks back on, k
 */
@Kind(
        name = "linear-ar",
        label = "Linear autoregressive",
        help = "A weighted sum of the last few inputs, with no hidden units: the simplest memoryless model of"
                + " sequences, which every network should beat.",
        formula = "o_t = Σ_j A_j v_t-j + b_o")
public record LinearAutoregressive(@InputTaps(initial = "2") int taps) implements ModelSettings {

    public LinearAutoregressive {
        if (taps < 1) {
            throw new SettingsException("", "a prediction needs at least one tap, not " + taps);
        }
    }

    @Override
    public Model model(int inputs, int outputs) {
        Layout layout = Layout.builder()
                .stackRows("A", outputs, inputs, Role.INPUT_WEIGHT.times(taps))
                .add("b_o", Role.OUTPUT_BIAS, 1, outputs)
                .build();
        return new Network(layout, taps, outputs);
    }

    private record Network(Layout layout, int taps, int outputs) implements Model {
        @Override
        public Wiring wire(Graph graph, Parameters p, Signal v) {
            Signal o = graph.signal(outputs);
            graph.add(Affine.taps(o, p.get("b_o"), v, p.get("A"), taps));
            return new Wiring(o, o);
        }
    }
}
