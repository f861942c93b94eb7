package unroll.engine.model;

import static unroll.engine.graph.Affine.term;

import java.util.Optional;
import unroll.engine.backend.Activation;
import unroll.engine.boltzmann.VisibleUnits;
import unroll.engine.graph.Activate;
import unroll.engine.graph.Affine;
import unroll.engine.graph.Graph;
import unroll.engine.graph.Signal;
import unroll.engine.model.Layout.Role;
import unroll.engine.setting.Kind;

/**
 * A restricted Boltzmann machine of the targets, every step by itself: {@code P(v, h) ~ exp(h'W v + b_v'v + b_h'h)} (thesis eq. 2.24).
 *
 * @param hidden hidden units, H
 * @param visible what the visible units are
 * @param noise standard deviation of Gaussian visible units
 * @param divergence how it is trained
 * @param prediction how its mean is found
 */
@Kind(
        name = "rbm",
        label = "Restricted Boltzmann machine",
        help = "Learns how likely each frame is, without regard to what came before: binary hidden units that explain"
                + " it.",
        formula = "P(v, h) ∝ exp(hᵀW v + b_vᵀv + b_hᵀh)",
        source = "thesis sec. 2.7")
public record Rbm(
        @HiddenUnits int hidden,
        @Visible VisibleUnits visible,
        @VisibleNoise double noise,
        @Divergence ContrastiveDivergence divergence,
        @Predicting PredictionSettings prediction)
        implements BoltzmannSettings {

    @Override
    public Model model(int inputs, int outputs) {
        TemporalMachine.requireFrames("A restricted Boltzmann machine", inputs, outputs);
        Layout layout = Layout.builder()
                .add("W", Role.INPUT_WEIGHT, hidden, outputs)
                .add("b_v", Role.OUTPUT_BIAS, 1, outputs)
                .add("b_h", Role.HIDDEN_BIAS, 1, hidden)
                .build();
        return new Machine(layout, ConditionalMachine.Settings.of(this));
    }

    private record Machine(Layout layout, ConditionalMachine.Settings settings) implements Model {
        @Override
        public Optional<VisibleUnits> machines() {
            return Optional.of(settings.units());
        }

        @Override
        public Wiring wire(Graph graph, Parameters p, Signal v) {
            int units = p.get("W").value().rows();
            Signal x = settings.scaled(graph, graph::add, v);
            Signal u = graph.signal(units);
            Signal h = graph.signal(units);
            Signal hiddenBias = graph.signal(units);
            Signal visibleBias = graph.signal(v.width());
            graph.add(Affine.of(u, p.get("b_h"), term(x, p.get("W"))));
            graph.add(new Activate(h, Activation.LOGISTIC, u));
            graph.add(Affine.of(hiddenBias, p.get("b_h")));
            graph.add(Affine.of(visibleBias, p.get("b_v")));
            Signal scaledBias = settings.scaled(graph, graph::add, visibleBias);
            var site = new ConditionalMachine.Site(p.get("W"), hiddenBias, scaledBias, x, null, Optional.empty());
            return new Wiring(h, visibleBias, Optional.empty(), Optional.of(site.judged(graph, settings)));
        }
    }
}
