package unroll.engine.model;

import static unroll.engine.graph.Affine.term;

import unroll.engine.backend.Activation;
import unroll.engine.graph.Activate;
import unroll.engine.graph.Affine;
import unroll.engine.graph.Combine;
import unroll.engine.graph.Delay;
import unroll.engine.graph.Graph;
import unroll.engine.graph.Loop;
import unroll.engine.graph.Signal;
import unroll.engine.model.Layout.Role;
import unroll.engine.random.Philox;
import unroll.engine.setting.Kind;
import unroll.engine.setting.Setting;
import unroll.engine.setting.SettingsException;

/**
 * The echo-state network: a random reservoir {@code h_t = (1 - a) h_t-1 + a f(W_hh h_t-1 + W_hv v_t + b_h)} that is never trained
 * and starts at 0, and a read-out {@code o_t = W_oh h_t + W_ov v_t + b_o} that is (Jaeger and Haas 2004; thesis sec. 2.8.4).
 *
 * <p>The leak rate a is {@code 1 - alpha} of thesis eq. 2.45: 1 is the plain network, and a small one integrates over about
 * 1/a steps.
 *
 * @param hidden units of the reservoir, H
 * @param activation their non-linearity f
 * @param radius spectral radius of W_hh
 * @param incoming connections of each unit within the reservoir
 * @param leak a, above 0 and at most 1
 * @param inputScale deviation of the weights from the input
 * @param biasScale deviation of the biases
 * @param oscillators pairs of units that turn like a clock hand: the first 2 x oscillators units, which receive the input and each
 *     other but none of the rest, and which the rest receives
 * @param shortestPeriod steps of the fastest oscillator's turn
 * @param longestPeriod steps of the slowest one's; those between have the same ratio from one to the next
 */
@Kind(
        name = "esn",
        label = "Echo state",
        help = "The echo-state network of thesis sec. 2.8.4: a random reservoir that is never trained, with a trained"
                + " linear read-out. The optimiser 'ridge' solves for the read-out at once.",
        formula = """
            h_t = (1 − a) h_t-1 + a f(W_hh h_t-1 + W_hv v_t + b_h)
            o_t = W_oh h_t + W_ov v_t + b_o\
            """,
        source = "Jaeger and Haas 2004; thesis sec. 2.8.4")
public record EchoState(
        @HiddenUnits(help = "How many units the reservoir has; the more, the longer its memory.", initial = "300")
        int hidden,

        @NonLinearity(
                help = "What a hidden unit makes of its input; a linear reservoir remembers best and computes nothing.")
        Activation activation,

        @Setting(
                label = "Spectral radius",
                help = "Modulus of the largest eigenvalue of the recurrent weights: a little below 1 the reservoir"
                        + " remembers for long and still forgets where it began.",
                initial = "0.9",
                min = 0,
                max = 10)
        double radius,

        @Setting(
                label = "Incoming",
                help = "How many connections lead to each unit from within the reservoir.",
                initial = "15",
                min = 1,
                max = 4096)
        int incoming,

        @Setting(
                label = "Leak rate",
                help = "How much of a unit is new at each step: 1 is the plain network, 0.01 averages over about 100"
                        + " steps. The thesis' alpha is 1 less this.",
                initial = "1",
                min = 0.0001,
                max = 1)
        double leak,

        @Setting(
                label = "Input scale",
                help = "Standard deviation of the weights from the input: large ones use the non-linearity, small ones"
                        + " keep memory.",
                initial = "0.3",
                min = 0,
                max = 100)
        double inputScale,

        @Setting(
                label = "Bias scale",
                help = "Standard deviation of the hidden units' biases; with 0, tanh units answer to -v the opposite"
                        + " of what they answer to v.",
                initial = "0.1",
                min = 0,
                max = 100)
        double biasScale,

        @Setting(
                label = "Oscillators",
                help = "Pairs of units that turn with a period of their own and drive the rest: the manually fixed"
                        + " connections of thesis sec. 2.8.4, which carry time over long gaps.",
                initial = "0",
                unit = "pairs",
                min = 0,
                max = 2048)
        int oscillators,

        @Setting(
                label = "Shortest period",
                help = "Steps in which the fastest oscillator turns once (where the leak rate is 1).",
                initial = "4",
                unit = "steps",
                min = 2,
                max = 100_000)
        double shortestPeriod,

        @Setting(
                label = "Longest period",
                help = "Steps in which the slowest oscillator turns once (where the leak rate is 1).",
                initial = "200",
                unit = "steps",
                min = 2,
                max = 100_000)
        double longestPeriod)
        implements ModelSettings {

    public EchoState {
        if (2 * oscillators > hidden) {
            throw new SettingsException(
                    "", oscillators + " oscillators need " + 2 * oscillators + " hidden units, not " + hidden);
        }
        if (!(shortestPeriod <= longestPeriod)) {
            throw new SettingsException(
                    "",
                    "the shortest period, " + shortestPeriod + ", is longer than the longest, " + longestPeriod
                            + "; exchange them");
        }
        if (!(leak > 0 && leak <= 1)) {
            throw new SettingsException("", "the leak rate must be above 0 and at most 1, not " + leak);
        }
    }

    @Override
    public Model model(int inputs, int outputs) {
        Layout layout = Layout.builder()
                .addFixed("W_hv", Role.INPUT_WEIGHT, hidden, inputs)
                .addFixed("W_hh", Role.RECURRENT_WEIGHT, hidden, hidden)
                .addFixed("b_h", Role.HIDDEN_BIAS, 1, hidden)
                .add("W_oh", Role.OUTPUT_WEIGHT, outputs, hidden)
                .add("W_ov", Role.OUTPUT_WEIGHT, outputs, inputs)
                .add("b_o", Role.OUTPUT_BIAS, 1, outputs)
                .build();
        return new Network(layout, hidden, outputs, activation, leak);
    }

    @Override
    public void drawFixed(Layout layout, Philox random, double[] theta) {
        new Reservoir(this, random).draw(layout, theta);
    }

    private record Network(Layout layout, int units, int outputs, Activation activation, double leak) implements Model {
        @Override
        public Wiring wire(Graph graph, Parameters p, Signal v) {
            Signal h = graph.signal(units);
            Signal before = graph.signal(units);
            Signal u = graph.signal(units);
            graph.add(Affine.of(u, p.get("b_h"), term(v, p.get("W_hv"))));
            Delay delay = Delay.zero(before, h, 1);
            Affine recurrent = Affine.adding(u, term(before, p.get("W_hh")));
            if (leak == 1) {
                graph.add(new Loop(delay, recurrent, new Activate(h, activation, u)));
            } else {
                Signal fresh = graph.signal(units);
                graph.add(new Loop(
                        delay,
                        recurrent,
                        new Activate(fresh, activation, u),
                        new Combine(h, Combine.term(1 - leak, before), Combine.term(leak, fresh))));
            }
            Signal o = graph.signal(outputs);
            graph.add(Affine.of(o, p.get("b_o"), term(graph.dropped(h), p.get("W_oh")), term(v, p.get("W_ov"))));
            return new Wiring(h, o);
        }
    }
}
