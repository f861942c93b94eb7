package unroll.engine.model;

import static unroll.engine.graph.Affine.tap;
import static unroll.engine.graph.Affine.term;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import unroll.engine.backend.Activation;
import unroll.engine.boltzmann.VisibleUnits;
import unroll.engine.graph.Activate;
import unroll.engine.graph.Affine;
import unroll.engine.graph.Affine.Term;
import unroll.engine.graph.Combine;
import unroll.engine.graph.Delay;
import unroll.engine.graph.Graph;
import unroll.engine.graph.Loop;
import unroll.engine.graph.Parameter;
import unroll.engine.graph.Signal;
import unroll.engine.model.Layout.Role;
import unroll.engine.setting.Kind;
import unroll.engine.setting.Setting;

/**
 * A recurrent network whose outputs are the biases of a restricted Boltzmann machine (Boulanger-Lewandowski, Bengio and Vincent 2012):
 * {@code u_t = tanh(W_uv v_t + W_uu u_t-1 + b_u)}, and of the next frame {@code b_h,t = b_h + W_hu u_t} and {@code b_v,t = b_v + W_vu u_t +
 * sum_n W_vv^n v_t+1-n}.
 *
 * @param memory units of the recurrent network, M
 * @param hidden hidden units of the Boltzmann machine, H
 * @param visible what the visible units are
 * @param noise standard deviation of Gaussian visible units
 * @param taps earlier frames that the visible biases follow from
 * @param still updates in which the Boltzmann machine is trained without memory
 * @param divergence how it is trained
 * @param prediction how its mean is found
 */
@Kind(
        name = "rnn-rbm",
        label = "RNN-RBM",
        help = "A recurrent network remembers, and a restricted Boltzmann machine says which frames may come next:"
                + " what people use for music.",
        formula = """
            u_t = tanh(W_uv v_t + W_uu u_t-1 + b_u)
            b_h,t = b_h + W_hu u_t,  b_v,t = b_v + W_vu u_t\
            """,
        source = "Boulanger-Lewandowski, Bengio and Vincent 2012")
public record RnnRbm(
        @Setting(
                label = "Memory units",
                help = "How many numbers are carried from one time step to the next.",
                unit = "units",
                initial = "200",
                min = 1,
                max = 4096,
                from = 2,
                to = 1000)
        int memory,

        @HiddenUnits(
                help = "Hidden units of the Boltzmann machine, which bind together what sounds or is seen at once.")
        int hidden,

        @Visible VisibleUnits visible,
        @VisibleNoise double noise,
        @VisibleTaps int taps,
        @Still int still,
        @Divergence ContrastiveDivergence divergence,
        @Predicting PredictionSettings prediction)
        implements BoltzmannSettings {

    @Override
    public Model model(int inputs, int outputs) {
        if (taps > 0) {
            TemporalMachine.requireFrames("An RNN-RBM with taps", inputs, outputs);
        }
        var layout = Layout.builder()
                .add("W", Role.OUTPUT_WEIGHT, hidden, outputs)
                .add("W_uv", Role.INPUT_WEIGHT, memory, inputs)
                .add("W_uu", Role.RECURRENT_WEIGHT, memory, memory)
                .add("W_hu", Role.OUTPUT_WEIGHT, hidden, memory)
                .add("W_vu", Role.OUTPUT_WEIGHT, outputs, memory);
        if (taps > 0) {
            layout.stackRows("W_vv", outputs, outputs, Role.OUTPUT_WEIGHT.times(taps))
                    .asTaps();
        }
        layout.add("b_v", Role.OUTPUT_BIAS, 1, outputs)
                .add("b_h", Role.HIDDEN_BIAS, 1, hidden)
                .add("b_u", Role.HIDDEN_BIAS, 1, memory)
                .add("u_0", Role.FIRST_STATE, 1, memory);
        return new Network(layout.build(), taps, inputs == outputs, ConditionalMachine.Settings.of(this));
    }

    private record Network(Layout layout, int taps, boolean frames, ConditionalMachine.Settings settings)
            implements Model {
        @Override
        public Optional<VisibleUnits> machines() {
            return Optional.of(settings.units());
        }

        @Override
        public Wiring wire(Graph graph, Parameters p, Signal v) {
            Parameter recurrent = p.get("W_uu");
            int units = recurrent.value().rows();
            Signal u = graph.signal(units);
            Signal h = graph.signal(units);
            Signal before = graph.signal(units);
            graph.add(Affine.of(u, p.get("b_u"), term(v, p.get("W_uv"))));
            graph.add(new Loop(
                    Delay.learned(before, h, 1, p.get("u_0")),
                    Affine.adding(u, term(before, recurrent)),
                    new Activate(h, Activation.TANH, u)));
            Signal memory = graph.given(units, false);
            Signal told = graph.signal(units);
            graph.add(new Combine(told, Combine.product(graph.dropped(h), memory)));
            Signal hiddenBias = graph.signal(p.get("W").value().rows());
            Signal visibleBias = graph.signal(p.get("W").value().columns());
            graph.add(Affine.of(hiddenBias, p.get("b_h"), term(told, p.get("W_hu"))));
            List<Term> terms = new ArrayList<>(List.of(term(told, p.get("W_vu"))));
            for (int n = 0; n < taps; n++) {
                terms.add(tap(v, n, p.get("W_vv").block(n, taps)));
            }
            graph.add(Affine.of(visibleBias, p.get("b_v"), terms.toArray(Term[]::new)));
            var site = new ConditionalMachine.Site(
                    p.get("W"),
                    hiddenBias,
                    settings.scaled(graph, graph::add, visibleBias),
                    frames ? settings.scaled(graph, graph::add, v) : null,
                    memory,
                    Optional.empty());
            return new Wiring(
                    h,
                    visibleBias,
                    Optional.of(new Recurrent(before, recurrent, u)),
                    Optional.of(site.judged(graph, settings)));
        }
    }
}
