package unroll.engine.model;

import static unroll.engine.graph.Affine.term;

import java.util.Optional;
import unroll.engine.backend.Activation;
import unroll.engine.graph.Activate;
import unroll.engine.graph.Affine;
import unroll.engine.graph.Delay;
import unroll.engine.graph.Graph;
import unroll.engine.graph.Loop;
import unroll.engine.graph.Parameter;
import unroll.engine.graph.Signal;
import unroll.engine.model.Layout.Role;
import unroll.engine.setting.Kind;

/**
 * The standard recurrent network with a learned first state (thesis sec. 2.5): {@code h_t = f(W_hv v_t + W_hh h_t-1 + b_h)}
 * and {@code o_t = W_oh h_t + b_o}.
 *
 * @param hidden hidden units, H
 * @param activation their non-linearity f
 */
@Kind(
        name = "rnn",
        label = "Recurrent",
        help = "The standard recurrent network of thesis sec. 2.5: each hidden unit sees the input and all hidden"
                + " units of the step before.",
        formula = """
            h_t = f(W_hv v_t + W_hh h_t-1 + b_h)
            o_t = W_oh h_t + b_o\
            """,
        source = "thesis sec. 2.5")
public record StandardRnn(
        @HiddenUnits int hidden, @NonLinearity Activation activation) implements ModelSettings {

    @Override
    public Optional<Plan> plan() {
        return Optional.of(Plan.of(new Cell.Ungated(activation), hidden));
    }

    /** A logistic unit has slope 1/4 at most, a rectifier 1 or 0. */
    @Override
    public Optional<String> transition() {
        return activation == Activation.TANH || activation == Activation.LINEAR
                ? Optional.of("W_hh")
                : Optional.empty();
    }

    @Override
    public Model model(int inputs, int outputs) {
        Layout layout = Layout.builder()
                .add("W_hv", Role.INPUT_WEIGHT, hidden, inputs)
                .add("W_hh", Role.RECURRENT_WEIGHT, hidden, hidden)
                .add("W_oh", Role.OUTPUT_WEIGHT, outputs, hidden)
                .add("b_h", Role.HIDDEN_BIAS, 1, hidden)
                .add("b_o", Role.OUTPUT_BIAS, 1, outputs)
                .add("h_0", Role.FIRST_STATE, 1, hidden)
                .build();
        return new Network(layout, activation);
    }

    private record Network(Layout layout, Activation activation) implements Model {
        @Override
        public Wiring wire(Graph graph, Parameters p, Signal v) {
            Parameter recurrent = p.get("W_hh");
            int units = recurrent.value().rows();
            Signal u = graph.signal(units);
            Signal h = graph.signal(units);
            Signal before = graph.signal(units);
            Signal o = graph.signal(p.get("W_oh").value().rows());
            graph.add(Affine.of(u, p.get("b_h"), term(v, p.get("W_hv"))));
            graph.add(new Loop(
                    Delay.learned(before, h, 1, p.get("h_0")),
                    Affine.adding(u, term(before, recurrent)),
                    new Activate(h, activation, u)));
            graph.add(Affine.of(o, p.get("b_o"), term(graph.dropped(h), p.get("W_oh"))));
            return new Wiring(h, o, Optional.of(new Recurrent(before, recurrent, u)));
        }
    }
}
