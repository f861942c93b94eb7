package unroll.engine.model;

import static unroll.engine.graph.Affine.term;
import static unroll.engine.graph.Combine.product;

import java.util.Optional;
import unroll.engine.backend.Activation;
import unroll.engine.graph.Activate;
import unroll.engine.graph.Affine;
import unroll.engine.graph.Combine;
import unroll.engine.graph.Delay;
import unroll.engine.graph.Graph;
import unroll.engine.graph.Loop;
import unroll.engine.graph.Parameter;
import unroll.engine.graph.Signal;
import unroll.engine.model.Layout.Role;
import unroll.engine.setting.Kind;

/**
 * The gated recurrent unit: reset and update gates {@code r, z = sigmoid} and the candidate {@code n}, stacked in the order
 * r, z, n: {@code n_t = tanh(W_x v_t + b + r (W_h h_t-1 + b_n))} and {@code h_t = (1 - z) n_t + z h_t-1} (Cho et al. 2014, with
 * the reset gate after the product as cuDNN and PyTorch have it).
 *
 * @param hidden hidden units, H
 */
@Kind(
        name = "gru",
        label = "GRU",
        help = "Gated recurrent units: like an LSTM with fewer parts; a gate decides how much of the old state to"
                + " keep.",
        formula = """
            r, z = σ(W_x v_t + W_h h_t-1 + b)
            n_t = tanh(W_x v_t + b + r (W_h h_t-1 + b_n))
            h_t = (1 − z) n_t + z h_t-1\
            """,
        source = "Cho et al. 2014")
public record Gru(@HiddenUnits int hidden) implements ModelSettings {

    @Override
    public Optional<Plan> plan() {
        return Optional.of(Plan.of(Cell.Gated.GRU, hidden));
    }

    @Override
    public Model model(int inputs, int outputs) {
        Layout layout = Layout.builder()
                .stackRows("W_x", hidden, inputs, Cell.Gated.GRU.weights(Role.INPUT_WEIGHT))
                .stackRows("W_h", hidden, hidden, Cell.Gated.GRU.weights(Role.RECURRENT_WEIGHT))
                .stackColumns("b", hidden, Cell.Gated.GRU.biases())
                .add("b_n", Cell.Gated.GRU.biases().getLast(), 1, hidden)
                .add("W_o", Role.OUTPUT_WEIGHT, outputs, hidden)
                .add("b_o", Role.OUTPUT_BIAS, 1, outputs)
                .add("h_0", Role.FIRST_STATE, 1, hidden)
                .build();
        return new Network(layout, hidden, outputs);
    }

    private record Network(Layout layout, int units, int outputs) implements Model {
        @Override
        public Wiring wire(Graph graph, Parameters p, Signal v) {
            Signal h = graph.signal(units);
            Signal before = graph.signal(units);
            Signal[] u = {graph.signal(units), graph.signal(units), graph.signal(units)};
            Parameter[] recurrent = new Parameter[u.length];
            for (int i = 0; i < u.length; i++) {
                recurrent[i] = p.get("W_h").block(i, u.length);
                Parameter bias = p.get("b").part(i, u.length);
                graph.add(Affine.of(u[i], bias, term(v, p.get("W_x").block(i, u.length))));
            }
            Signal r = graph.signal(units);
            Signal z = graph.signal(units);
            Signal n = graph.signal(units);
            Signal inner = graph.signal(units);
            Signal un = graph.signal(units);
            graph.add(new Loop(
                    Delay.learned(before, h, 1, p.get("h_0")),
                    Affine.adding(u[0], term(before, recurrent[0])),
                    new Activate(r, Activation.LOGISTIC, u[0]),
                    Affine.adding(u[1], term(before, recurrent[1])),
                    new Activate(z, Activation.LOGISTIC, u[1]),
                    Affine.of(inner, p.get("b_n"), term(before, recurrent[2])),
                    new Combine(un, Combine.term(1, u[2]), product(r, inner)),
                    new Activate(n, Activation.TANH, un),
                    new Combine(h, Combine.term(1, n), product(-1, z, n), product(z, before))));
            Signal o = graph.signal(outputs);
            graph.add(Affine.of(o, p.get("b_o"), term(graph.dropped(h), p.get("W_o"))));
            return new Wiring(h, o);
        }
    }
}
