package unroll.engine.model;

import static unroll.engine.graph.Affine.term;

import java.util.List;
import java.util.Optional;
import unroll.engine.backend.Activation;
import unroll.engine.graph.Activate;
import unroll.engine.graph.Affine;
import unroll.engine.graph.Delay;
import unroll.engine.graph.Graph;
import unroll.engine.graph.Loop;
import unroll.engine.graph.Signal;
import unroll.engine.model.Layout.Role;
import unroll.engine.setting.Kind;
import unroll.engine.setting.Setting;
import unroll.engine.setting.SettingsException;

/**
 * Recurrent layers on top of each other, each recurrent in itself alone: {@code h^l_t = f(W_hv^l v_t + W_hh^l h^l_t-1 +
 * W_hl^l h^l-1_t + b_h^l)} and {@code o_t = W_oh h^L_t + b_o}, where only the first layer receives {@code v_t} without skip
 * connections (thesis sec. 6.4).
 *
 * @param hidden hidden units of each layer, H
 * @param layers how many, L
 * @param skips whether all layers receive the input
 * @param activation the hidden units' non-linearity f
 */
@Kind(
        name = "deep-rnn",
        label = "Deep recurrent",
        help = "Recurrent layers on top of each other, as the arm's controller of thesis sec. 6.4: the input may skip"
                + " to every layer, the output receives the top one. The top layer is shown.",
        formula = "hˡ_t = f(W_hvˡ v_t + W_hhˡ hˡ_t-1 + W_hlˡ hˡ⁻¹_t + b_hˡ)",
        source = "thesis sec. 6.4")
public record DeepRnn(
        @HiddenUnits(help = "How many numbers each layer carries from one time step to the next; 100 in the thesis.")
        int hidden,

        @Setting(
                label = "Layers",
                help = "How many recurrent layers stand on top of each other; 2 in the thesis.",
                initial = "2",
                min = 1,
                max = 16)
        int layers,

        @Setting(
                label = "Skip connections",
                help = "Whether every layer receives the input, and not only the first; the thesis has them.",
                initial = "true")
        boolean skips,

        @NonLinearity Activation activation)
        implements ModelSettings {

    public DeepRnn {
        if (hidden < 1 || layers < 1) {
            throw new SettingsException("", "a deep network needs at least one layer of at least one hidden unit");
        }
    }

    @Override
    public Optional<Plan> plan() {
        Plan plan = new Plan(List.of(), List.of());
        for (int l = 1; l <= layers; l++) {
            plan = plan.with(new Plan.Layer("h" + l, new Cell.Ungated(activation), hidden));
        }
        for (int l = 1; l <= layers; l++) {
            if (l > 1) {
                plan = plan.with(new Plan.Link("h" + (l - 1), "h" + l, 0));
            }
            if (l == 1 || skips) {
                plan = plan.with(new Plan.Link(Plan.INPUT, "h" + l, 0));
            }
            plan = plan.with(new Plan.Link("h" + l, "h" + l, 1));
        }
        return Optional.of(plan.with(new Plan.Link("h" + layers, Plan.OUTPUT, 0)));
    }

    @Override
    public Model model(int inputs, int outputs) {
        var layout = Layout.builder()
                .stackRows("W_hv", hidden, inputs, Role.INPUT_WEIGHT.times(skips ? layers : 1))
                .stackRows("W_hh", hidden, hidden, Role.RECURRENT_WEIGHT.times(layers));
        if (layers > 1) {
            layout.stackRows("W_hl", hidden, hidden, Role.OUTPUT_WEIGHT.times(layers - 1));
        }
        layout.add("W_oh", Role.OUTPUT_WEIGHT, outputs, hidden)
                .stackColumns("b_h", hidden, Role.HIDDEN_BIAS.times(layers))
                .add("b_o", Role.OUTPUT_BIAS, 1, outputs)
                .stackColumns("h_0", hidden, Role.FIRST_STATE.times(layers));
        return new Network(layout.build(), this, outputs);
    }

    private record Network(Layout layout, DeepRnn settings, int outputs) implements Model {
        @Override
        public Wiring wire(Graph graph, Parameters p, Signal v) {
            Signal below = layer(graph, p, v, v, 0);
            for (int l = 1; l < settings.layers; l++) {
                below = layer(graph, p, v, below, l);
            }
            Signal o = graph.signal(outputs);
            graph.add(Affine.of(o, p.get("b_o"), term(graph.dropped(below), p.get("W_oh"))));
            return new Wiring(below, o);
        }

        /** Adds layer {@code l}, counted from 0, and returns its hidden states. */
        private Signal layer(Graph graph, Parameters p, Signal v, Signal below, int l) {
            int layers = settings.layers;
            Signal u = graph.signal(settings.hidden);
            Signal h = graph.signal(settings.hidden);
            Signal before = graph.signal(settings.hidden);
            var bias = p.get("b_h").part(l, layers);
            if (l == 0) {
                graph.add(Affine.of(u, bias, term(v, p.get("W_hv").block(0, settings.skips ? layers : 1))));
            } else {
                var up = term(graph.dropped(below), p.get("W_hl").block(l - 1, layers - 1));
                graph.add(
                        settings.skips
                                ? Affine.of(u, bias, up, term(v, p.get("W_hv").block(l, layers)))
                                : Affine.of(u, bias, up));
            }
            graph.add(new Loop(
                    Delay.learned(before, h, 1, p.get("h_0").part(l, layers)),
                    Affine.adding(u, term(before, p.get("W_hh").block(l, layers))),
                    new Activate(h, settings.activation, u)));
            return h;
        }
    }
}
