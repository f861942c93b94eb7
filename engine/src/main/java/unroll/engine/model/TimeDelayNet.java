package unroll.engine.model;

import static unroll.engine.graph.Affine.term;

import java.util.List;
import java.util.Optional;
import unroll.engine.backend.Activation;
import unroll.engine.graph.Activate;
import unroll.engine.graph.Affine;
import unroll.engine.graph.Graph;
import unroll.engine.graph.Signal;
import unroll.engine.model.Layout.Role;
import unroll.engine.setting.Kind;
import unroll.engine.setting.SettingsException;

/**
 * A hidden layer over the last k inputs: {@code h_t = f(sum_j<k W_hv^j v_t-j + b_h)} and {@code o_t = W_oh h_t + b_o}, with
 * nothing before the first step (Waibel et al. 1989; thesis sec. 2.8.2).
 *
 * @param hidden hidden units, H
 * @param taps inputs they look back on, k
 * @param activation their non-linearity f
 */
@Kind(
        name = "tdnn",
        label = "Time-delay",
        help = "A hidden layer over the last few inputs (Waibel et al. 1989): it sees a window of the past and nothing"
                + " before it, where a recurrent network decides itself what to keep.",
        formula = """
            h_t = f(Σ_j W_hvʲ v_t-j + b_h)
            o_t = W_oh h_t + b_o\
            """,
        source = "Waibel et al. 1989; thesis sec. 2.8.2")
public record TimeDelayNet(
        @HiddenUnits(help = "How many features of the window the network computes.")
        int hidden,

        @InputTaps(initial = "5") int taps,

        @NonLinearity Activation activation)
        implements ModelSettings {

    public TimeDelayNet {
        if (hidden < 1 || taps < 1) {
            throw new SettingsException("", "a time-delay net needs at least one hidden unit and one tap");
        }
    }

    @Override
    public Optional<Plan> plan() {
        Plan plan = new Plan(List.of(new Plan.Layer("h", new Cell.Ungated(activation), hidden)), List.of());
        for (int lag = 0; lag < taps; lag++) {
            plan = plan.with(new Plan.Link(Plan.INPUT, "h", lag));
        }
        return Optional.of(plan.with(new Plan.Link("h", Plan.OUTPUT, 0)));
    }

    @Override
    public Model model(int inputs, int outputs) {
        Layout layout = Layout.builder()
                .stackRows("W_hv", hidden, inputs, Role.INPUT_WEIGHT.times(taps))
                .add("b_h", Role.HIDDEN_BIAS, 1, hidden)
                .add("W_oh", Role.OUTPUT_WEIGHT, outputs, hidden)
                .add("b_o", Role.OUTPUT_BIAS, 1, outputs)
                .build();
        return new Network(layout, this, outputs);
    }

    private record Network(Layout layout, TimeDelayNet settings, int outputs) implements Model {
        @Override
        public Wiring wire(Graph graph, Parameters p, Signal v) {
            Signal u = graph.signal(settings.hidden);
            Signal h = graph.signal(settings.hidden);
            Signal o = graph.signal(outputs);
            graph.add(Affine.taps(u, p.get("b_h"), v, p.get("W_hv"), settings.taps));
            graph.add(new Activate(h, settings.activation, u));
            graph.add(Affine.of(o, p.get("b_o"), term(graph.dropped(h), p.get("W_oh"))));
            return new Wiring(h, o);
        }
    }
}
