package unroll.engine.model;

import static unroll.engine.graph.Affine.term;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import unroll.engine.setting.WholeNumbers;

/**
 * The standard RNN whose hidden units also receive states of some steps further back: {@code h_t = f(W_hv v_t + W_hh h_t-1 +
 * sum_s W_hs^s h_t-s + b_h)}, where every state before the first is {@code h_0} (thesis sec. 2.8.2).
 *
 * @param hidden hidden units, H
 * @param skips the lags s, each at least 2, ascending; perhaps none
 * @param activation the hidden units' non-linearity f
 */
@Kind(
        name = "skip-rnn",
        label = "Skip connections",
        help = "The standard recurrent network with direct connections from the further past (thesis sec. 2.8.2): on"
                + " the shorter way an error meets fewer non-linearities and vanishes less.",
        formula = "h_t = f(W_hv v_t + W_hh h_t-1 + Σ_s W_hhˢ h_t-s + b_h)",
        source = "thesis sec. 2.8.2")
public record SkipRnn(
        @HiddenUnits int hidden,

        @Setting(
                label = "Skips",
                help = "How many steps back the further connections reach, such as 4, 16; each costs as much as the"
                        + " recurrent weights.",
                initial = "4, 16",
                unit = "steps",
                min = 2,
                max = 1000)
        WholeNumbers skips,

        @NonLinearity Activation activation)
        implements ModelSettings {

    public SkipRnn {
        int last = 1;
        for (int lag : skips.values()) {
            if (lag <= last) {
                throw new SettingsException(
                        "", "skips reach back 2 steps or more, each further than the one before it, not " + skips);
            }
            last = lag;
        }
    }

    @Override
    public Optional<Plan> plan() {
        Plan plan = Plan.of(new Cell.Ungated(activation), hidden);
        for (int lag : skips.values()) {
            plan = plan.with(new Plan.Link("h", "h", lag));
        }
        return Optional.of(plan);
    }

    @Override
    public Model model(int inputs, int outputs) {
        var layout = Layout.builder()
                .add("W_hv", Role.INPUT_WEIGHT, hidden, inputs)
                .add("W_hh", Role.RECURRENT_WEIGHT, hidden, hidden);
        if (skips.size() > 0) {
            layout.stackRows("W_hs", hidden, hidden, Role.RECURRENT_WEIGHT.times(skips.size()));
        }
        layout.add("W_oh", Role.OUTPUT_WEIGHT, outputs, hidden)
                .add("b_h", Role.HIDDEN_BIAS, 1, hidden)
                .add("b_o", Role.OUTPUT_BIAS, 1, outputs)
                .add("h_0", Role.FIRST_STATE, 1, hidden);
        return new Network(layout.build(), this, outputs);
    }

    private record Network(Layout layout, SkipRnn settings, int outputs) implements Model {
        @Override
        public Wiring wire(Graph graph, Parameters p, Signal v) {
            Signal u = graph.signal(settings.hidden);
            Signal h = graph.signal(settings.hidden);
            graph.add(Affine.of(u, p.get("b_h"), term(v, p.get("W_hv"))));
            List<Operation> body = new ArrayList<>();
            List<Affine.Term> terms = new ArrayList<>();
            Signal before = graph.signal(settings.hidden);
            body.add(Delay.learned(before, h, 1, p.get("h_0")));
            terms.add(term(before, p.get("W_hh")));
            for (int i = 0; i < settings.skips.size(); i++) {
                Signal earlier = graph.signal(settings.hidden);
                body.add(Delay.learned(earlier, h, settings.skips.get(i), p.get("h_0")));
                terms.add(term(earlier, p.get("W_hs").block(i, settings.skips.size())));
            }
            body.add(Affine.adding(u, terms.toArray(Affine.Term[]::new)));
            body.add(new Activate(h, settings.activation, u));
            graph.add(new Loop(body));
            Signal o = graph.signal(outputs);
            graph.add(Affine.of(o, p.get("b_o"), term(graph.dropped(h), p.get("W_oh"))));
            return new Wiring(h, o);
        }
    }
}
