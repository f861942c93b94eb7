package unroll.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.engine.backend.Activation;
import unroll.engine.backend.ReferenceBackend;
import unroll.engine.loss.Loss;
import unroll.engine.model.RandomNetwork.NetworkSpec;
import unroll.engine.setting.SettingsException;
import unroll.engine.setting.SettingsJson;
import unroll.engine.setting.WholeNumbers;

/** Holds drawn networks to the architectures they are drawings of, and impossible ones to their reasons. */
class PlanTest {
    /** Sums of some tens of numbers of size 1 in another order. */
    private static final double TOLERANCE = 1e-13;

    private static Plan plan(String layers, String links) {
        return PlanText.read(layers, links);
    }

    /**
     * An architecture, and where its parameters lie in its drawing.
     *
     * @param places the drawing's parameters in the order in which one of the architecture's holds them
     */
    record DrawnArchitecture(ModelSettings model, Map<String, List<String>> places) {
        @Override
        public String toString() {
            return model.toString();
        }
    }

    static Stream<DrawnArchitecture> drawings() {
        Map<String, List<String>> rnn = Map.of(
                "W_hv", List.of("W_h_v"),
                "W_hh", List.of("W_h_h@1"),
                "W_oh", List.of("W_o_h"),
                "b_h", List.of("b_h"),
                "b_o", List.of("b_o"),
                "h_0", List.of("h_0"));
        return Stream.of(
                new DrawnArchitecture(new StandardRnn(4, Activation.TANH), rnn),
                new DrawnArchitecture(new StandardRnn(3, Activation.RELU), rnn),
                new DrawnArchitecture(
                        new StandardLstm(3),
                        Map.of(
                                "W_x", List.of("W_h_v"),
                                "W_h", List.of("W_h_h@1"),
                                "b", List.of("b_h"),
                                "W_o", List.of("W_o_h"),
                                "b_o", List.of("b_o"),
                                "h_0", List.of("h_0"),
                                "c_0", List.of("h_c0"))),
                new DrawnArchitecture(
                        new Gru(4),
                        Map.of(
                                "W_x", List.of("W_h_v"),
                                "W_h", List.of("W_h_h@1"),
                                "b", List.of("b_h"),
                                "b_n", List.of("b_h_n"),
                                "W_o", List.of("W_o_h"),
                                "b_o", List.of("b_o"),
                                "h_0", List.of("h_0"))),
                new DrawnArchitecture(
                        new DeepRnn(3, 2, true, Activation.TANH),
                        Map.of(
                                "W_hv", List.of("W_h1_v", "W_h2_v"),
                                "W_hh", List.of("W_h1_h1@1", "W_h2_h2@1"),
                                "W_hl", List.of("W_h2_h1"),
                                "W_oh", List.of("W_o_h2"),
                                "b_h", List.of("b_h1", "b_h2"),
                                "b_o", List.of("b_o"),
                                "h_0", List.of("h1_0", "h2_0"))),
                new DrawnArchitecture(
                        new SkipRnn(3, WholeNumbers.of(2, 4), Activation.LOGISTIC),
                        Map.of(
                                "W_hv", List.of("W_h_v"),
                                "W_hh", List.of("W_h_h@1"),
                                "W_hs", List.of("W_h_h@2", "W_h_h@4"),
                                "W_oh", List.of("W_o_h"),
                                "b_h", List.of("b_h"),
                                "b_o", List.of("b_o"),
                                "h_0", List.of("h_0"))),
                new DrawnArchitecture(
                        new TimeDelayNet(4, 3, Activation.TANH),
                        Map.of(
                                "W_hv", List.of("W_h_v", "W_h_v@1", "W_h_v@2"),
                                "b_h", List.of("b_h"),
                                "W_oh", List.of("W_o_h"),
                                "b_o", List.of("b_o"))),
                new DrawnArchitecture(
                        new Autoencoder(WholeNumbers.of(4, 2), Activation.LOGISTIC),
                        Map.of(
                                "W_1", List.of("W_x1_v"),
                                "W_2", List.of("W_x2_x1"),
                                "W_3", List.of("W_x3_x2"),
                                "W_o", List.of("W_o_x3"),
                                "b_1", List.of("b_x1"),
                                "b_2", List.of("b_x2"),
                                "b_3", List.of("b_x3"),
                                "b_o", List.of("b_o"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("drawings")
    void the_drawing_of_an_architecture_computes_the_same(DrawnArchitecture drawing) {
        for (boolean symbols : new boolean[] {false, true}) {
            RandomNetwork original = net(drawing.model, symbols);
            RandomNetwork drawn = net(Designed.of(drawing.model.plan().orElseThrow()), symbols);
            assertThat(drawn.layout.size()).isEqualTo(original.layout.size());
            double[] theta = new double[original.theta.length];
            drawing.places.forEach((name, parts) -> {
                int from = original.layout.slot(name).offset();
                for (String part : parts) {
                    Layout.Slot to = drawn.layout.slot(part);
                    System.arraycopy(original.theta, from, theta, to.offset(), to.size());
                    from += to.size();
                }
            });
            drawn.rollout.load(batch(original), targets(original), original.weights);
            double[] wanted = original.output(original.theta);
            assertThat(drawn.output(theta)).containsExactly(wanted, within(TOLERANCE));
            theta[theta.length / 2] += 1e-3;
            assertThat(difference(drawn.output(theta), wanted))
                    .as("negative control")
                    .isGreaterThan(1e-9);
        }
    }

    private static double difference(double[] one, double[] other) {
        double most = 0;
        for (int i = 0; i < one.length; i++) {
            most = Math.max(most, Math.abs(one[i] - other[i]));
        }
        return most;
    }

    private static double[] batch(RandomNetwork net) {
        return net.read(net.rollout.input().value());
    }

    private static double[] targets(RandomNetwork net) {
        return new double[net.made.steps() * net.made.sequences() * net.made.outputs()];
    }

    private static RandomNetwork net(ModelSettings model, boolean symbols) {
        return new RandomNetwork(new ReferenceBackend(), new NetworkSpec(model, Loss.SQUARED, 6, 2, 3, 2, symbols, 11));
    }

    @Test
    void layers_that_hear_each_other_follow_their_equations() {
        RandomNetwork net =
                net(new Designed("a: tanh 2, b: linear 3", "v > a, b > a @2, a > b, b > b @1, b > o", ""), false);
        double[] v = batch(net);
        double[] wanted = new double[6 * 2 * 2];
        for (int s = 0; s < 2; s++) {
            double[][] b = new double[6][];
            for (int t = 0; t < 6; t++) {
                double[] a = vector(net, "b_a");
                add(net, "W_a_v", row(v, (t * 2 + s) * 3, 3), a);
                add(net, "W_a_b@2", t < 2 ? vector(net, "b_0") : b[t - 2], a);
                for (int i = 0; i < a.length; i++) {
                    a[i] = Math.tanh(a[i]);
                }
                b[t] = vector(net, "b_b");
                add(net, "W_b_a", a, b[t]);
                add(net, "W_b_b@1", t < 1 ? vector(net, "b_0") : b[t - 1], b[t]);
                double[] o = vector(net, "b_o");
                add(net, "W_o_b", b[t], o);
                System.arraycopy(o, 0, wanted, (t * 2 + s) * 2, 2);
            }
        }
        assertThat(net.output(net.theta)).containsExactly(wanted, within(TOLERANCE));
    }

    /** A copy of a bias or a first state. */
    private static double[] vector(RandomNetwork net, String name) {
        Layout.Slot slot = net.layout.slot(name);
        return row(net.theta, slot.offset(), slot.size());
    }

    /** Adds the product of a matrix with {@code x} to {@code u}. */
    private static void add(RandomNetwork net, String name, double[] x, double[] u) {
        Layout.Slot slot = net.layout.slot(name);
        for (int i = 0; i < slot.rows(); i++) {
            for (int j = 0; j < slot.columns(); j++) {
                u[i] += net.theta[slot.offset() + i * slot.columns() + j] * x[j];
            }
        }
    }

    private static double[] row(double[] all, int from, int count) {
        return Arrays.copyOfRange(all, from, from + count);
    }

    @Test
    void what_is_written_is_read_again() {
        Plan plan = plan("h:tanh 100;  g2 : LSTM 5", "v>h, h > h@1,\nh>g2 @ 12, g2 > o");
        assertThat(PlanText.layers(plan)).isEqualTo("h: tanh 100, g2: lstm 5");
        assertThat(PlanText.links(plan)).isEqualTo("v > h, h > h @1, h > g2 @12, g2 > o");
        assertThat(plan(PlanText.layers(plan), PlanText.links(plan))).isEqualTo(plan);
        Designed designed = Designed.of(plan);
        assertThat(SettingsJson.read(Designed.class, SettingsJson.write(designed), "test"))
                .isEqualTo(designed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "h: tanh         | v > h           | is no layer",
                "h: tang 3       | v > h           | none of tanh",
                "h: tanh 0       | v > h           | 1 to 4096",
                "h: tanh 9999999 | v > h           | is no layer",
                "h: tanh 3, h: lstm 2 | v > h      | two layers are called h",
                "v: tanh 3       | v > o           | the name of the input",
                "h: tanh 3       | v > g           | no layer is called g",
                "h: tanh 3       | v - h           | is no connection",
                "h: tanh 3       | v > h, v > h @0 | twice",
                "h: tanh 3       | v > h @1001     | further back",
            })
    void what_is_no_plan_is_quoted(String layers, String links, String words) {
        assertThatThrownBy(() -> new Designed(layers, links, ""))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "h: tanh 3            | v > h, h > o, h > h          | Layer h receives itself within one time step",
                "a: tanh 3, b: tanh 2 | v > a, a > b, b > a, a > o   | Layers a, b receive each other",
                "a: tanh 3, b: tanh 2 | v > a, a > o, b > a          | Layer b receives nothing",
                "a: tanh 3, b: tanh 2 | v > a, a > o, v > b          | No path leads from layer b",
                "a: tanh 3            | v > a, a > a @1              | The output receives nothing",
                "a: tanh 3            | v > a, a > o, a > v          | The input comes from the task",
                "a: tanh 3            | v > a, a > o, o > a @1       | goes to the loss",
            })
    void what_is_impossible_says_where_and_why(String layers, String links, String words) {
        Designed designed = new Designed(layers, links, "");
        assertThat(designed.faults()).anySatisfy(fault -> {
            assertThat(fault.reason()).contains(words);
            assertThat(fault.layers()).isNotEmpty();
        });
        assertThatThrownBy(() -> designed.model(2, 2)).isInstanceOf(SettingsException.class);
    }

    @Test
    void a_circle_that_a_delay_opens_is_possible() {
        assertThat(plan("a: tanh 3, b: tanh 2", "v > a, a > b, b > a @1, a > o").faults())
                .isEmpty();
        assertThat(plan("", "v > o").faults()).isEmpty();
    }

    @Test
    void changes_keep_what_is_connected() {
        Plan plan = Plan.of(Cell.Ungated.TANH, 5);
        Plan renamed = plan.changed("h", new Plan.Layer("g", Cell.Gated.LSTM, 7));
        assertThat(renamed).isEqualTo(plan("g: lstm 7", "v > g, g > g @1, g > o"));
        assertThat(renamed.without("g")).isEqualTo(plan("", ""));
        assertThat(plan.with(new Plan.Link("h", "h", 1))).isEqualTo(plan);
        assertThat(plan.changed(new Plan.Link("h", "h", 1), new Plan.Link("h", "h", 3)))
                .isEqualTo(plan("h: tanh 5", "v > h, h > h @3, h > o"));
    }
}
