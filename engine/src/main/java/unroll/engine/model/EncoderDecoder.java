package unroll.engine.model;

import static unroll.engine.graph.Affine.term;

import unroll.engine.backend.Activation;
import unroll.engine.graph.Activate;
import unroll.engine.graph.Affine;
import unroll.engine.graph.Delay;
import unroll.engine.graph.During;
import unroll.engine.graph.Graph;
import unroll.engine.graph.Loop;
import unroll.engine.graph.Signal;
import unroll.engine.model.Layout.Role;
import unroll.engine.setting.Kind;
import unroll.engine.setting.Setting;
import unroll.engine.setting.SettingsException;

/**
 * Two standard RNNs, one after the other in time: the encoder reads S steps, {@code h_t = f(W_ev v_t + W_ee h_t-1 + b_e)};
 * from then on the decoder goes on from its last state with parameters of its own, {@code h_t = f(W_dv v_t + W_dd h_t-1 +
 * b_d)} and {@code o_t = W_od h_t + b_o}. There is no prediction before step S.
 *
 * @param hidden hidden units, H
 * @param encode steps that the encoder reads, S
 * @param activation the hidden units' non-linearity f
 */
@Kind(
        name = "encoder-decoder",
        label = "Encoder-decoder",
        help = "One recurrent network reads the first steps into its hidden state, another writes from it (Sutskever,"
                + " Vinyals and Le 2014): all that passes from one to the other is one state, as a thought.",
        formula = """
            h_t = f(W_ev v_t + W_ee h_t-1 + b_e)  while it reads
            h_t = f(W_dv v_t + W_dd h_t-1 + b_d)  from then on\
            """,
        source = "Sutskever, Vinyals and Le 2014")
public record EncoderDecoder(
        @HiddenUnits(
                help = "How many numbers pass from one time step to the next, and from the encoder to the decoder.")
        int hidden,

        @Setting(
                label = "Encode",
                help = "How many steps the encoder reads before the decoder takes over: as many as come before the"
                        + " first that counts, which is the longest string of the reversal task.",
                initial = "8",
                unit = "steps",
                min = 1,
                max = 100_000)
        int encode,

        @NonLinearity Activation activation)
        implements ModelSettings {

    public EncoderDecoder {
        if (hidden < 1 || encode < 1) {
            throw new SettingsException("", "an encoder needs at least one hidden unit and one step to read");
        }
    }

    @Override
    public Model model(int inputs, int outputs) {
        Layout layout = Layout.builder()
                .add("W_ev", Role.INPUT_WEIGHT, hidden, inputs)
                .add("W_ee", Role.RECURRENT_WEIGHT, hidden, hidden)
                .add("b_e", Role.HIDDEN_BIAS, 1, hidden)
                .add("W_dv", Role.INPUT_WEIGHT, hidden, inputs)
                .add("W_dd", Role.RECURRENT_WEIGHT, hidden, hidden)
                .add("b_d", Role.HIDDEN_BIAS, 1, hidden)
                .add("W_od", Role.OUTPUT_WEIGHT, outputs, hidden)
                .add("b_o", Role.OUTPUT_BIAS, 1, outputs)
                .add("h_0", Role.FIRST_STATE, 1, hidden)
                .build();
        return new Network(layout, this, outputs);
    }

    @Override
    public int firstPrediction() {
        return encode;
    }

    private record Network(Layout layout, EncoderDecoder settings, int outputs) implements Model {
        @Override
        public Wiring wire(Graph graph, Parameters p, Signal v) {
            int s = settings.encode;
            int end = graph.steps();
            if (s >= end) {
                throw new SettingsException(
                        "model.encode",
                        "the encoder reads " + s + " steps, but a sequence has " + end
                                + ", which leaves none to decode");
            }
            Signal u = graph.signal(settings.hidden);
            Signal h = graph.signal(settings.hidden);
            Signal before = graph.signal(settings.hidden);
            Signal o = graph.signal(outputs, s, end);
            graph.add(new During(0, s, Affine.of(u, p.get("b_e"), term(v, p.get("W_ev")))));
            graph.add(new During(s, end, Affine.of(u, p.get("b_d"), term(v, p.get("W_dv")))));
            graph.add(new Loop(
                    Delay.learned(before, h, 1, p.get("h_0")),
                    new During(0, s, Affine.adding(u, term(before, p.get("W_ee")))),
                    new During(s, end, Affine.adding(u, term(before, p.get("W_dd")))),
                    new Activate(h, settings.activation, u)));
            graph.add(Affine.of(o, p.get("b_o"), term(graph.dropped(h), p.get("W_od"))));
            return new Wiring(h, o);
        }
    }
}
