package unroll.engine.model;

import static unroll.engine.graph.Affine.term;

import java.util.ArrayList;
import java.util.List;
import unroll.engine.backend.Activation;
import unroll.engine.graph.Activate;
import unroll.engine.graph.Affine;
import unroll.engine.graph.Delay;
import unroll.engine.graph.Graph;
import unroll.engine.graph.Loop;
import unroll.engine.graph.Operation;
import unroll.engine.graph.Signal;
import unroll.engine.model.Layout.Role;
import unroll.engine.setting.Kind;
import unroll.engine.setting.Setting;
import unroll.engine.setting.SettingsException;

/**
 * The nonlinear autoregressive network with exogenous inputs, whose only memory are its last inputs and its own last
 * outputs: {@code h_t = f(sum_j<k W_hv^j v_t-j + sum_j=1..m W_ho^j o_t-j + b_h)} and {@code o_t = W_oh h_t + b_o}, with
 * nothing before the first step (Lin et al. 1996; thesis sec. 2.8.2). What it receives of itself is {@code o_t}, before any
 * output non-linearity.
 *
 * @param hidden hidden units, H
 * @param taps inputs it looks back on, k
 * @param feedback outputs it looks back on, m
 * @param activation the hidden units' non-linearity f
 */
@Kind(
        name = "narx",
        label = "NARX",
        help = "Remembers nothing but its last inputs and its own last outputs (Lin et al. 1996): the longer its"
                + " delays, the shorter the way of an error into the past.",
        formula = """
            h_t = f(Σ_j W_hvʲ v_t-j + Σ_j W_hoʲ o_t-j + b_h)
            o_t = W_oh h_t + b_o\
            """,
        source = "Lin et al. 1996; thesis sec. 2.8.2")
public record Narx(
        @HiddenUnits(help = "How many features of its inputs and outputs the network computes.")
        int hidden,

        @InputTaps(initial = "3") int taps,

        @Setting(
                label = "Feedback",
                help = "How many of its own last outputs the network receives.",
                initial = "3",
                unit = "steps",
                min = 1,
                max = 100)
        int feedback,

        @NonLinearity Activation activation)
        implements ModelSettings {

    public Narx {
        if (hidden < 1 || taps < 1 || feedback < 1) {
            throw new SettingsException(
                    "", "a NARX network needs at least one hidden unit, one tap and one output back");
        }
    }

    @Override
    public Model model(int inputs, int outputs) {
        Layout layout = Layout.builder()
                .stackRows("W_hv", hidden, inputs, Role.INPUT_WEIGHT.times(taps))
                .stackRows("W_ho", hidden, outputs, Role.INPUT_WEIGHT.times(feedback))
                .add("b_h", Role.HIDDEN_BIAS, 1, hidden)
                .add("W_oh", Role.OUTPUT_WEIGHT, outputs, hidden)
                .add("b_o", Role.OUTPUT_BIAS, 1, outputs)
                .build();
        return new Network(layout, this, outputs);
    }

    private record Network(Layout layout, Narx settings, int outputs) implements Model {
        @Override
        public Wiring wire(Graph graph, Parameters p, Signal v) {
            Signal u = graph.signal(settings.hidden);
            Signal h = graph.signal(settings.hidden);
            Signal o = graph.signal(outputs);
            graph.add(Affine.taps(u, p.get("b_h"), v, p.get("W_hv"), settings.taps));
            List<Operation> body = new ArrayList<>();
            Affine.Term[] terms = new Affine.Term[settings.feedback];
            for (int j = 0; j < terms.length; j++) {
                Signal earlier = graph.signal(outputs);
                body.add(Delay.zero(earlier, o, j + 1));
                terms[j] = term(earlier, p.get("W_ho").block(j, terms.length));
            }
            body.add(Affine.adding(u, terms));
            body.add(new Activate(h, settings.activation, u));
            body.add(Affine.of(o, p.get("b_o"), term(graph.dropped(h, body::add), p.get("W_oh"))));
            graph.add(new Loop(body));
            return new Wiring(h, o);
        }
    }
}
