package unroll.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.engine.backend.Activation;
import unroll.engine.backend.ReferenceBackend;
import unroll.engine.loss.Loss;
import unroll.engine.model.RandomNetwork.NetworkSpec;
import unroll.engine.setting.SettingsException;
import unroll.engine.setting.WholeNumbers;

/** Holds the architectures to their equations in plain loops, and to each other where one is a special case of another. */
class ArchitecturesTest {
    /** Sums of some tens of numbers of size 1 in another order, through a few steps that may double a rounding of 1e-16. */
    private static final double TOLERANCE = 1e-13;

    private static RandomNetwork net(
            ModelSettings model, int steps, int sequences, int inputs, int outputs, boolean symbols) {
        NetworkSpec made = new NetworkSpec(model, Loss.SQUARED, steps, sequences, inputs, outputs, symbols, 7 + steps);
        return new RandomNetwork(new ReferenceBackend(), made);
    }

    /** Two architectures that are one, with the same parameters in the same places. */
    record SpecialCase(ModelSettings special, ModelSettings general) {}

    static Stream<SpecialCase> pairs() {
        List<SpecialCase> pairs = new ArrayList<>();
        for (Activation f : new Activation[] {Activation.TANH, Activation.LOGISTIC}) {
            pairs.add(new SpecialCase(new StandardRnn(4, f), new DeepRnn(4, 1, true, f)));
            pairs.add(new SpecialCase(new StandardRnn(4, f), new DeepRnn(4, 1, false, f)));
            pairs.add(new SpecialCase(new StandardRnn(3, f), new SkipRnn(3, WholeNumbers.of(), f)));
            pairs.add(new SpecialCase(new FeedForward(WholeNumbers.of(5), f), new TimeDelayNet(5, 1, f)));
        }
        return pairs.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pairs")
    void an_architecture_without_its_extra_part_is_the_simpler_one(SpecialCase pair) {
        for (boolean symbols : new boolean[] {false, true}) {
            RandomNetwork simple = net(pair.special, 6, 3, 2, 3, symbols);
            RandomNetwork general = net(pair.general, 6, 3, 2, 3, symbols);
            assertThat(general.theta).isEqualTo(simple.theta);
            double[] v = simple.random(simple.theta.length, 1);
            assertThat(general.output(general.theta)).isEqualTo(simple.output(simple.theta));
            assertThat(general.gradient()).isEqualTo(simple.gradient());
            assertThat(general.gaussNewton(v, 0.3)).isEqualTo(simple.gaussNewton(v, 0.3));
        }
    }

    @Test
    void narx_that_does_not_hear_itself_is_a_time_delay_net() {
        RandomNetwork narx = net(new Narx(4, 3, 2, Activation.TANH), 6, 2, 3, 2, false);
        RandomNetwork delays = net(new TimeDelayNet(4, 3, Activation.TANH), 6, 2, 3, 2, false);
        narx.rollout.load(input(delays), new double[24], new double[12]);
        double[] theta = new double[narx.theta.length];
        for (Layout.Slot slot : delays.layout.slots()) {
            int to = narx.layout.slot(slot.name()).offset();
            System.arraycopy(delays.theta, slot.offset(), theta, to, slot.size());
        }
        assertThat(narx.output(theta)).isEqualTo(delays.output(delays.theta));
        theta[narx.layout.slot("W_ho").offset()] = 1e-9;
        assertThat(narx.output(theta)).as("negative control").isNotEqualTo(delays.output(delays.theta));
    }

    private static double[] input(RandomNetwork net) {
        return net.read(net.rollout.input().value());
    }

    /** A network in plain loops: the outputs of one sequence, step by step. */
    interface PlainNetwork {
        double[][] outputs(Reader net, double[][] v);
    }

    /** Parameters by name, as plain numbers. */
    record Reader(Layout layout, double[] theta) {
        /** {@code sum + W x}, where W is block {@code index} of the matrices that are stacked. */
        double[] add(double[] sum, String name, int index, double[] x) {
            Layout.Slot slot = layout.slot(name);
            double[] result = sum.clone();
            for (int i = 0; i < result.length; i++) {
                for (int j = 0; j < x.length; j++) {
                    result[i] += theta[slot.offset() + (index * result.length + i) * slot.columns() + j] * x[j];
                }
            }
            return result;
        }

        /** Biases {@code index * width} to {@code (index + 1) * width - 1}. */
        double[] row(String name, int index, int width) {
            int from = layout.slot(name).offset() + index * width;
            return Arrays.copyOfRange(theta, from, from + width);
        }
    }

    private static double[] f(Activation activation, double[] u) {
        return Arrays.stream(u)
                .map(x -> switch (activation) {
                    case TANH -> Math.tanh(x);
                    case LOGISTIC -> 1 / (1 + Math.exp(-x));
                    case LINEAR -> x;
                    case RELU -> Math.max(x, 0);
                    case STEP -> x > 0 ? 1 : 0;
                })
                .toArray();
    }

    /** An architecture beside its equations. */
    record WithEquations(ModelSettings model, PlainNetwork plain) {
        @Override
        public String toString() {
            return model.toString();
        }
    }

    static Stream<WithEquations> written() {
        return Stream.of(
                new WithEquations(new DeepRnn(3, 3, true, Activation.TANH), (r, v) -> deep(r, v, 3, 3, true)),
                new WithEquations(new DeepRnn(2, 2, false, Activation.TANH), (r, v) -> deep(r, v, 2, 2, false)),
                new WithEquations(new SkipRnn(3, WholeNumbers.of(2, 4), Activation.TANH), ArchitecturesTest::skipping),
                new WithEquations(new EncoderDecoder(3, 2, Activation.TANH), (r, v) -> encoderDecoder(r, v, 3, 2)),
                new WithEquations(new EncoderDecoder(4, 5, Activation.TANH), (r, v) -> encoderDecoder(r, v, 4, 5)),
                new WithEquations(
                        new Autoencoder(WholeNumbers.of(4, 3, 2), Activation.LOGISTIC), ArchitecturesTest::auto),
                new WithEquations(new TimeDelayNet(4, 3, Activation.TANH), (r, v) -> narx(r, v, 4, 3, 0)),
                new WithEquations(new TimeDelayNet(2, 9, Activation.TANH), (r, v) -> narx(r, v, 2, 9, 0)),
                new WithEquations(new Narx(3, 2, 3, Activation.TANH), (r, v) -> narx(r, v, 3, 2, 3)),
                new WithEquations(new LinearAutoregressive(3), ArchitecturesTest::linear));
    }

    private static double[][] deep(Reader r, double[][] v, int hidden, int layers, boolean skips) {
        double[][] before = new double[layers][];
        for (int l = 0; l < layers; l++) {
            before[l] = r.row("h_0", l, hidden);
        }
        double[][] o = new double[v.length][];
        for (int t = 0; t < v.length; t++) {
            double[] below = {};
            for (int l = 0; l < layers; l++) {
                double[] u = r.add(r.row("b_h", l, hidden), "W_hh", l, before[l]);
                u = l == 0 || skips ? r.add(u, "W_hv", l, v[t]) : u;
                u = l > 0 ? r.add(u, "W_hl", l - 1, below) : u;
                below = f(Activation.TANH, u);
                before[l] = below;
            }
            o[t] = r.add(r.row("b_o", 0, OUTPUTS), "W_oh", 0, below);
        }
        return o;
    }

    private static double[][] skipping(Reader r, double[][] v) {
        double[][] h = new double[v.length][];
        double[][] o = new double[v.length][];
        double[] first = r.row("h_0", 0, 3);
        for (int t = 0; t < v.length; t++) {
            double[] u = r.add(r.row("b_h", 0, 3), "W_hv", 0, v[t]);
            u = r.add(u, "W_hh", 0, t < 1 ? first : h[t - 1]);
            u = r.add(u, "W_hs", 0, t < 2 ? first : h[t - 2]);
            u = r.add(u, "W_hs", 1, t < 4 ? first : h[t - 4]);
            h[t] = f(Activation.TANH, u);
            o[t] = r.add(r.row("b_o", 0, OUTPUTS), "W_oh", 0, h[t]);
        }
        return o;
    }

    private static double[][] encoderDecoder(Reader r, double[][] v, int hidden, int encode) {
        double[] state = r.row("h_0", 0, hidden);
        for (int t = 0; t < encode; t++) {
            double[] u = r.add(r.row("b_e", 0, hidden), "W_ev", 0, v[t]);
            state = f(Activation.TANH, r.add(u, "W_ee", 0, state));
        }
        double[][] o = new double[v.length - encode][];
        for (int t = encode; t < v.length; t++) {
            double[] u = r.add(r.row("b_d", 0, hidden), "W_dv", 0, v[t]);
            state = f(Activation.TANH, r.add(u, "W_dd", 0, state));
            o[t - encode] = r.add(r.row("b_o", 0, OUTPUTS), "W_od", 0, state);
        }
        return o;
    }

    private static double[][] auto(Reader r, double[][] v) {
        int[] sizes = {4, 3, 2, 3, 4};
        double[][] o = new double[v.length][];
        for (int t = 0; t < v.length; t++) {
            double[] x = v[t];
            for (int i = 1; i <= sizes.length; i++) {
                double[] u = r.add(r.row("b_" + i, 0, sizes[i - 1]), "W_" + i, 0, x);
                x = f(i == 3 ? Activation.LINEAR : Activation.LOGISTIC, u);
            }
            o[t] = r.add(r.row("b_o", 0, OUTPUTS), "W_o", 0, x);
        }
        return o;
    }

    private static double[][] narx(Reader r, double[][] v, int hidden, int taps, int feedback) {
        double[][] o = new double[v.length][];
        for (int t = 0; t < v.length; t++) {
            double[] u = r.row("b_h", 0, hidden);
            for (int j = 0; j < Math.min(taps, t + 1); j++) {
                u = r.add(u, "W_hv", j, v[t - j]);
            }
            for (int j = 1; j <= Math.min(feedback, t); j++) {
                u = r.add(u, "W_ho", j - 1, o[t - j]);
            }
            o[t] = r.add(r.row("b_o", 0, OUTPUTS), "W_oh", 0, f(Activation.TANH, u));
        }
        return o;
    }

    private static double[][] linear(Reader r, double[][] v) {
        double[][] o = new double[v.length][];
        for (int t = 0; t < v.length; t++) {
            o[t] = r.row("b_o", 0, OUTPUTS);
            for (int j = 0; j < Math.min(3, t + 1); j++) {
                o[t] = r.add(o[t], "A", j, v[t - j]);
            }
        }
        return o;
    }

    private static final int OUTPUTS = 3;

    @ParameterizedTest(name = "{0}")
    @MethodSource("written")
    void every_output_is_what_the_equations_say(WithEquations written) {
        for (int steps : new int[] {6, 7, 11}) {
            for (int sequences : new int[] {1, 3}) {
                for (boolean symbols : new boolean[] {false, true}) {
                    RandomNetwork net = net(written.model, steps, sequences, 4, OUTPUTS, symbols);
                    assertThat(net.output(net.theta))
                            .containsExactly(plain(net, written.plain, net.theta), within(TOLERANCE * 10));
                }
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("written")
    void every_parameter_that_is_off_by_a_millionth_is_noticed(WithEquations written) {
        RandomNetwork net = net(written.model, 11, 2, 2, OUTPUTS, false);
        for (Layout.Slot part : net.layout.parts()) {
            double[] moved = net.theta.clone();
            moved[part.offset() + part.size() - 1] += 1e-6;
            assertThatThrownBy(() -> assertThat(net.output(net.theta))
                            .containsExactly(plain(net, written.plain, moved), within(TOLERANCE * 10)))
                    .as(part.name())
                    .isInstanceOf(AssertionError.class);
        }
    }

    /** The outputs {@code [T - begin][B][O]} of the plain network for the inputs of {@code net}. */
    private static double[] plain(RandomNetwork net, PlainNetwork plain, double[] theta) {
        double[] input = input(net);
        int sequences = net.made.sequences();
        double[] all = new double[net.predictions()];
        for (int b = 0; b < sequences; b++) {
            double[][] v = new double[net.made.steps()][net.made.inputs()];
            for (int t = 0; t < v.length; t++) {
                for (int i = 0; i < v[t].length; i++) {
                    int row = t * sequences + b;
                    v[t][i] = net.made.symbols() ? (input[row] == i ? 1 : 0) : input[row * v[t].length + i];
                }
            }
            double[][] o = plain.outputs(new Reader(net.layout, theta), v);
            for (int t = 0; t < o.length; t++) {
                System.arraycopy(o[t], 0, all, (t * sequences + b) * OUTPUTS, OUTPUTS);
            }
        }
        return all;
    }

    @Test
    void the_code_of_an_autoencoder_is_what_is_shown() {
        RandomNetwork net = net(new Autoencoder(WholeNumbers.of(4, 3, 2), Activation.LOGISTIC), 3, 2, 5, 5, false);
        assertThat(net.rollout.hidden().width()).isEqualTo(2);
        assertThat(net.layout.slots().stream().map(slot -> slot.rows() + "x" + slot.columns()))
                .containsExactly("4x5", "1x4", "3x4", "1x3", "2x3", "1x2", "3x2", "1x3", "4x3", "1x4", "5x4", "1x5");
    }

    @Test
    void the_top_layer_of_a_deep_network_is_what_is_shown_and_all_states_of_an_encoder_decoder_are() {
        RandomNetwork deep = net(new DeepRnn(3, 2, true, Activation.TANH), 4, 2, 2, 1, false);
        List<double[]> layers = deep.units(deep.theta);
        assertThat(layers).hasSize(2);
        assertThat(deep.read(deep.rollout.hidden().value()))
                .isEqualTo(layers.get(1))
                .isNotEqualTo(layers.get(0));
        RandomNetwork two = net(new EncoderDecoder(3, 2, Activation.TANH), 6, 2, 2, 1, false);
        assertThat(two.rollout.hidden().steps()).isEqualTo(6);
        assertThat(two.rollout.output().begin()).isEqualTo(2);
    }

    @Test
    void an_encoder_that_leaves_nothing_to_decode_is_refused() {
        for (int steps : new int[] {1, 4, 5}) {
            assertThatThrownBy(() -> net(new EncoderDecoder(3, 5, Activation.TANH), steps, 1, 2, 2, false))
                    .isInstanceOf(SettingsException.class)
                    .hasMessage("model.encode: the encoder reads 5 steps, but a sequence has " + steps
                            + ", which leaves none to decode");
        }
        assertThat(net(new EncoderDecoder(3, 5, Activation.TANH), 6, 1, 2, 2, false)
                        .predictions())
                .isEqualTo(2);
    }

    @Test
    void a_step_that_counts_before_the_decoder_speaks_is_refused() {
        RandomNetwork net = net(new EncoderDecoder(3, 2, Activation.TANH), 4, 1, 1, 1, false);
        assertThatThrownBy(() -> net.rollout.load(new double[4], new double[4], new double[] {0, 1, 1, 1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the model predicts from step 3 on, but step 2 counts");
    }

    static Stream<Runnable> refused() {
        return Stream.of(
                () -> new DeepRnn(3, 0, true, Activation.TANH),
                () -> new DeepRnn(0, 1, true, Activation.TANH),
                () -> new SkipRnn(3, WholeNumbers.of(1), Activation.TANH),
                () -> new SkipRnn(3, WholeNumbers.of(4, 4), Activation.TANH),
                () -> new SkipRnn(3, WholeNumbers.of(4, 2), Activation.TANH),
                () -> new EncoderDecoder(3, 0, Activation.TANH),
                () -> new FeedForward(WholeNumbers.of(), Activation.TANH),
                () -> new Autoencoder(WholeNumbers.of(3, 0), Activation.TANH),
                () -> new TimeDelayNet(3, 0, Activation.TANH),
                () -> new Narx(3, 1, 0, Activation.TANH),
                () -> new LinearAutoregressive(0));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("refused")
    void a_network_that_cannot_be_is_refused(Runnable made) {
        assertThatThrownBy(made::run).isInstanceOf(SettingsException.class);
    }
}
