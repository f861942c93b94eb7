package unroll.engine.model;

import static unroll.engine.graph.Affine.term;
import static unroll.engine.graph.Combine.product;

import unroll.engine.backend.Activation;
import unroll.engine.graph.Activate;
import unroll.engine.graph.Affine;
import unroll.engine.graph.Combine;
import unroll.engine.graph.Delay;
import unroll.engine.graph.Graph;
import unroll.engine.graph.Loop;
import unroll.engine.graph.Signal;
import unroll.engine.model.Layout.Role;
import unroll.engine.setting.Kind;
import unroll.engine.setting.Setting;

/**
 * The multiplicative RNN, whose input chooses its recurrent weights through factors: {@code f_t = (W_fv v_t) (W_fh h_t-1)} and
 * {@code h_t = f(W_hf f_t + W_hv v_t + b_h)} (thesis eq. 5.5-5.7, with a hidden bias).
 *
 * @param hidden hidden units, H
 * @param factors factors, F
 * @param activation the hidden units' non-linearity
 */
@Kind(
        name = "mrnn",
        label = "Multiplicative",
        help = "The multiplicative RNN of thesis ch. 5, with a hidden bias, which eq. 5.6 has not: every input symbol"
                + " blends its own recurrent weights from shared factors; made for text.",
        formula = """
            f_t = (W_fv v_t) (W_fh h_t-1)
            h_t = f(W_hf f_t + W_hv v_t + b_h)\
            """,
        source = "thesis eq. 5.5-5.7")
public record MultiplicativeRnn(
        @HiddenUnits int hidden,

        @Setting(
                label = "Factors",
                help = "How many products of input and state lie between one hidden state and the next.",
                initial = "100",
                unit = "factors",
                min = 1,
                max = 4096)
        int factors,

        @NonLinearity Activation activation)
        implements ModelSettings {

    @Override
    public Model model(int inputs, int outputs) {
        Layout layout = Layout.builder()
                .add("W_fv", Role.INPUT_WEIGHT, factors, inputs)
                .add("W_fh", Role.RECURRENT_WEIGHT, factors, hidden)
                .add("W_hf", Role.RECURRENT_WEIGHT, hidden, factors)
                .add("W_hv", Role.INPUT_WEIGHT, hidden, inputs)
                .add("b_h", Role.HIDDEN_BIAS, 1, hidden)
                .add("W_oh", Role.OUTPUT_WEIGHT, outputs, hidden)
                .add("b_o", Role.OUTPUT_BIAS, 1, outputs)
                .add("h_0", Role.FIRST_STATE, 1, hidden)
                .build("W_hf", "W_fv", "W_fh");
        return new Network(layout, hidden, factors, outputs, activation);
    }

    private record Network(Layout layout, int units, int factors, int outputs, Activation activation) implements Model {
        @Override
        public Wiring wire(Graph graph, Parameters p, Signal v) {
            Signal h = graph.signal(units);
            Signal before = graph.signal(units);
            Signal u = graph.signal(units);
            Signal fromInput = graph.signal(factors);
            Signal fromState = graph.signal(factors);
            Signal f = graph.signal(factors);
            graph.add(Affine.of(fromInput, term(v, p.get("W_fv"))));
            graph.add(Affine.of(u, p.get("b_h"), term(v, p.get("W_hv"))));
            graph.add(new Loop(
                    Delay.learned(before, h, 1, p.get("h_0")),
                    Affine.of(fromState, term(before, p.get("W_fh"))),
                    new Combine(f, product(fromInput, fromState)),
                    Affine.adding(u, term(f, p.get("W_hf"))),
                    new Activate(h, activation, u)));
            Signal o = graph.signal(outputs);
            graph.add(Affine.of(o, p.get("b_o"), term(graph.dropped(h), p.get("W_oh"))));
            return new Wiring(h, o);
        }
    }
}
