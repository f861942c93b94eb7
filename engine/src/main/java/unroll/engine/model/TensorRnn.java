package unroll.engine.model;

import static unroll.engine.graph.Affine.term;

import unroll.engine.backend.Activation;
import unroll.engine.graph.Activate;
import unroll.engine.graph.Affine;
import unroll.engine.graph.Blend;
import unroll.engine.graph.Delay;
import unroll.engine.graph.Graph;
import unroll.engine.graph.Loop;
import unroll.engine.graph.Signal;
import unroll.engine.model.Layout.Role;
import unroll.engine.setting.Kind;

/**
 * The RNN whose input blends its recurrent matrix from one for each input number: {@code h_t = f(W_hh^(v_t) h_t-1 + W_hv v_t +
 * b_h)} with {@code W_hh^(v) = sum_m v_m W_hh^(m)} (thesis eq. 5.1-5.3).
 *
 * @param hidden hidden units, H
 * @param activation their non-linearity f
 */
@Kind(
        name = "tensor-rnn",
        label = "Tensor",
        help = "The tensor RNN of thesis sec. 5.2.1: every input symbol has a recurrent matrix of its own; exact and"
                + " expensive, the multiplicative RNN is its economical form.",
        formula = """
            W_hh(v) = Σ_m v_m W_hh(m)
            h_t = f(W_hh(v_t) h_t-1 + W_hv v_t + b_h)\
            """,
        source = "thesis eq. 5.1-5.3")
public record TensorRnn(
        @HiddenUnits int hidden, @NonLinearity Activation activation) implements ModelSettings {

    @Override
    public Model model(int inputs, int outputs) {
        Layout layout = Layout.builder()
                .stackRows("W_hh", hidden, hidden, Role.RECURRENT_WEIGHT.times(inputs))
                .add("W_hv", Role.INPUT_WEIGHT, hidden, inputs)
                .add("b_h", Role.HIDDEN_BIAS, 1, hidden)
                .add("W_oh", Role.OUTPUT_WEIGHT, outputs, hidden)
                .add("b_o", Role.OUTPUT_BIAS, 1, outputs)
                .add("h_0", Role.FIRST_STATE, 1, hidden)
                .build();
        return new Network(layout, hidden, outputs, activation);
    }

    private record Network(Layout layout, int units, int outputs, Activation activation) implements Model {
        @Override
        public Wiring wire(Graph graph, Parameters p, Signal v) {
            Signal h = graph.signal(units);
            Signal before = graph.signal(units);
            Signal u = graph.signal(units);
            Signal o = graph.signal(outputs);
            graph.add(Affine.of(u, p.get("b_h"), term(v, p.get("W_hv"))));
            graph.add(new Loop(
                    Delay.learned(before, h, 1, p.get("h_0")),
                    new Blend(u, v, before, p.get("W_hh")),
                    new Activate(h, activation, u)));
            graph.add(Affine.of(o, p.get("b_o"), term(graph.dropped(h), p.get("W_oh"))));
            return new Wiring(h, o);
        }
    }
}
