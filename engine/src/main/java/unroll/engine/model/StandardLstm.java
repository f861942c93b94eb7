package unroll.engine.model;

import static unroll.engine.graph.Affine.term;
import static unroll.engine.graph.Combine.product;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import unroll.engine.model.Layout.Role;
import unroll.engine.setting.Kind;

/**
 * Long short-term memory as it is used today, without peepholes: with gates {@code i, f, o = sigmoid} and the candidate
 * {@code g = tanh} of {@code W_x v_t + W_h h_t-1 + b}, stacked in the order i, f, g, o, the memory is
 * {@code c_t = f c_t-1 + i g} and the hidden state {@code h_t = o tanh(c_t)} (Hochreiter and Schmidhuber 1997; Gers et al. 2000).
 *
 * @param hidden hidden units, H
 */
@Kind(
        name = "lstm",
        label = "LSTM",
        help = "Long short-term memory: cells that keep what they hold until a gate changes it, so that gradients"
                + " survive many time steps.",
        formula = """
            i, f, o = σ(W_x v_t + W_h h_t-1 + b),  g = tanh( … )
            c_t = f c_t-1 + i g
            h_t = o tanh(c_t)\
            """,
        source = "Hochreiter and Schmidhuber 1997; Gers et al. 2000")
public record StandardLstm(@HiddenUnits int hidden) implements ModelSettings {

    @Override
    public Optional<Plan> plan() {
        return Optional.of(Plan.of(Cell.Gated.LSTM, hidden));
    }

    @Override
    public Model model(int inputs, int outputs) {
        Layout layout = Layout.builder()
                .stackRows("W_x", hidden, inputs, Cell.Gated.LSTM.weights(Role.INPUT_WEIGHT))
                .stackRows("W_h", hidden, hidden, Cell.Gated.LSTM.weights(Role.RECURRENT_WEIGHT))
                .stackColumns("b", hidden, Cell.Gated.LSTM.biases())
                .add("W_o", Role.OUTPUT_WEIGHT, outputs, hidden)
                .add("b_o", Role.OUTPUT_BIAS, 1, outputs)
                .add("h_0", Role.FIRST_STATE, 1, hidden)
                .add("c_0", Role.FIRST_STATE, 1, hidden)
                .build();
        return new Network(layout, hidden, outputs);
    }

    private record Network(Layout layout, int units, int outputs) implements Model {
        private static final Activation[] GATES = {
            Activation.LOGISTIC, Activation.LOGISTIC, Activation.TANH, Activation.LOGISTIC
        };

        @Override
        public Wiring wire(Graph graph, Parameters p, Signal v) {
            Signal h = graph.signal(units);
            Signal c = graph.signal(units);
            Signal hBefore = graph.signal(units);
            Signal cBefore = graph.signal(units);
            Signal cell = graph.signal(units);
            Signal[] gates = new Signal[GATES.length];
            List<Operation> body = new ArrayList<>();
            body.add(Delay.learned(hBefore, h, 1, p.get("h_0")));
            body.add(Delay.learned(cBefore, c, 1, p.get("c_0")));
            for (int i = 0; i < gates.length; i++) {
                Signal u = graph.signal(units);
                gates[i] = graph.signal(units);
                Parameter bias = p.get("b").part(i, gates.length);
                graph.add(Affine.of(u, bias, term(v, p.get("W_x").block(i, gates.length))));
                body.add(Affine.adding(u, term(hBefore, p.get("W_h").block(i, gates.length))));
                body.add(new Activate(gates[i], GATES[i], u));
            }
            body.add(new Combine(c, product(gates[1], cBefore), product(gates[0], gates[2])));
            body.add(new Activate(cell, Activation.TANH, c));
            body.add(new Combine(h, product(gates[3], cell)));
            graph.add(new Loop(body));
            Signal o = graph.signal(outputs);
            graph.add(Affine.of(o, p.get("b_o"), term(graph.dropped(h), p.get("W_o"))));
            return new Wiring(h, o);
        }
    }
}
