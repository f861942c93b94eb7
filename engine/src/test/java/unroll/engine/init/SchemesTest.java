package unroll.engine.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.engine.analysis.Eigenvalues;
import unroll.engine.analysis.Gelfand;
import unroll.engine.model.Layout;
import unroll.engine.model.Layout.Role;
import unroll.engine.model.Layout.Slot;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;

/** What each scheme draws for each role, on layouts with stacked and with oblong recurrent matrices. */
class SchemesTest {
    private static final Set<Role> WEIGHTS = EnumSet.of(Role.INPUT_WEIGHT, Role.RECURRENT_WEIGHT, Role.OUTPUT_WEIGHT);

    /** Each scheme with the roles that it fills. */
    static List<Arguments> schemes() {
        return List.of(
                Arguments.of(new Sparse(15, 1, 0), with(WEIGHTS, Role.HIDDEN_BIAS, Role.FORGET_BIAS, Role.OUTPUT_BIAS)),
                Arguments.of(new UnitSparse(15, 1, true), with(WEIGHTS, Role.HIDDEN_BIAS)),
                Arguments.of(new UnitSparse(15, 1, false), WEIGHTS),
                Arguments.of(new SpectralRadius(1.2, 0.3, 15, 1), WEIGHTS),
                Arguments.of(new Icml2013(1.1, 0.1, 0.1, 15), with(WEIGHTS, Role.OUTPUT_BIAS)),
                Arguments.of(new VariancePreserving(1), WEIGHTS),
                Arguments.of(new Orthogonal(1), WEIGHTS),
                Arguments.of(new IdentityRelu(1, 0.001), WEIGHTS));
    }

    private static Set<Role> with(Set<Role> roles, Role... more) {
        EnumSet<Role> all = EnumSet.copyOf(roles);
        all.addAll(Arrays.asList(more));
        return all;
    }

    private static double[] draw(InitialisationSettings scheme, Layout layout, long seed) {
        return scheme.draw(
                layout, data(() -> centre(layout.slot("b_o").size())), new Philox(seed, Purpose.INITIALISATION));
    }

    private static DataFigures data(Supplier<double[]> centre) {
        return new DataFigures() {
            @Override
            public double[] centre() {
                return centre.get();
            }

            @Override
            public double[] regression(int order) {
                throw new AssertionError("no model here has taps");
            }
        };
    }

    private static double[] centre(int outputs) {
        return IntStream.range(0, outputs).mapToDouble(o -> 0.5 + o).toArray();
    }

    private static List<Role> filled(Layout layout, double[] theta) {
        return layout.parts().stream()
                .filter(slot -> Arrays.stream(Roles.numbers(theta, slot)).anyMatch(value -> value != 0))
                .map(Slot::role)
                .distinct()
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("schemes")
    void what_a_scheme_does_not_mention_is_0(InitialisationSettings scheme, Set<Role> mentioned) {
        for (int[] size : new int[][] {{3, 8, 5, 2}, {1, 1, 1, 1}, {20, 6, 11, 9}}) {
            Layout layout = Roles.layout(size[0], size[1], size[2], size[3]);
            double[] theta = draw(scheme, layout, 4);
            assertThat(theta).hasSize(layout.size()).doesNotContain(Double.NaN);
            assertThat(filled(layout, theta)).containsExactlyInAnyOrderElementsOf(mentioned);
            theta[layout.slot("h_0").offset()] = 1e-300;
            assertThat(filled(layout, theta)).as("negative control").contains(Role.FIRST_STATE);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("schemes")
    void a_draw_depends_on_its_seed_alone(InitialisationSettings scheme, Set<Role> mentioned) {
        Layout layout = Roles.layout(3, 20, 12, 2);
        double[] first = draw(scheme, layout, 1);
        assertThat(draw(scheme, layout, 1)).containsExactly(first);
        assertThat(draw(scheme, layout, 2)).isNotEqualTo(first);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("schemes")
    void the_forget_bias_is_added_to_forget_gates_alone_whatever_the_scheme(
            InitialisationSettings scheme, Set<Role> mentioned) {
        Layout layout = Roles.layout(3, 7, 5, 2);
        double[] before = draw(scheme, layout, 6);
        double[] after = before.clone();
        new GateSettings(3).open(layout, after);
        for (Slot slot : layout.parts()) {
            double added = slot.role() == Role.FORGET_BIAS ? 3 : 0;
            for (int i = slot.offset(); i < slot.offset() + slot.size(); i++) {
                assertThat(after[i]).as(slot.name()).isEqualTo(before[i] + added);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("schemes")
    void only_a_scheme_that_begins_at_the_mean_target_asks_for_it(InitialisationSettings scheme, Set<Role> mentioned) {
        boolean[] computed = {false};
        Layout layout = Roles.layout(3, 7, 5, 2);
        double[] theta = scheme.draw(
                layout,
                data(() -> {
                    computed[0] = true;
                    return centre(2);
                }),
                new Philox(1, Purpose.INITIALISATION));
        assertThat(computed[0]).isEqualTo(scheme instanceof Icml2013);
        if (computed[0]) {
            assertThat(Roles.part(theta, layout, "b_o")).containsExactly(0.5, 1.5);
        }
    }

    @Test
    void a_mean_target_of_another_size_is_refused() {
        Layout layout = Roles.layout(3, 7, 5, 2);
        Philox random = new Philox(1, Purpose.INITIALISATION);
        assertThatThrownBy(() -> new Icml2013(1.1, 0.1, 0.1, 15).draw(layout, data(() -> new double[3]), random))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("b_o has 2 units, the targets have 3");
    }

    @ParameterizedTest(name = "scale {0}, tanh {1}: deviation {2}, hidden bias {3}")
    @CsvSource({"1,true,0.25,-0.5", "2,true,0.5,-0.5", "1,false,1,0", "0.5,false,0.5,0"})
    void unit_sparse_rescales_and_shifts_for_tanh(double scale, boolean tanh, double deviation, double bias) {
        Layout layout = Roles.layout(40, 300, 60, 30);
        double[] theta = draw(new UnitSparse(15, scale, tanh), layout, 8);
        for (String name : List.of("W_hv", "W_hh", "W_g[1]", "W_fh", "W_hf", "W_oh")) {
            double[] entries = Arrays.stream(Roles.part(theta, layout, name))
                    .filter(value -> value != 0)
                    .toArray();
            assertThat(entries).as(name).hasSize(15 * Roles.part(layout, name).rows());
            deviation(entries, deviation);
        }
        assertThat(Roles.part(theta, layout, "b_h")).containsOnly(bias);
        assertThat(Roles.part(theta, layout, "b_g[0]")).containsOnly(bias);
    }

    /** The mean square of n normal numbers has the deviation variance sqrt(2 / n): five of them are allowed. */
    private static void deviation(double[] numbers, double deviation) {
        double square = Arrays.stream(numbers).map(x -> x * x).sum() / numbers.length;
        double variance = deviation * deviation;
        assertThat(square).isCloseTo(variance, within(5 * variance * Math.sqrt(2.0 / numbers.length)));
        assertThat(Arrays.stream(numbers).sum() / numbers.length)
                .isCloseTo(0, within(5 * deviation / Math.sqrt(numbers.length)));
    }

    @Test
    void icml_2013_has_dense_input_and_output_weights_of_their_own_scales() {
        Layout layout = Roles.layout(30, 200, 60, 20);
        double[] theta = draw(new Icml2013(1.1, 0.001, 0.1, 15), layout, 3);
        deviation(Roles.part(theta, layout, "W_hv"), 0.001);
        deviation(Roles.part(theta, layout, "W_oh"), 0.1);
        assertThat(Roles.part(theta, layout, "W_hv")).doesNotContain(0);
    }

    static List<Arguments> scaled() {
        return List.of(
                Arguments.of(new SpectralRadius(1.2, 0.3, 15, 1), 1.2),
                Arguments.of(new Icml2013(1.1, 0.1, 0.1, 15), 1.1),
                Arguments.of(new SpectralRadius(0.7, 0.3, 3, 1), 0.7));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scaled")
    void every_square_recurrent_matrix_has_the_radius_itself(InitialisationSettings scheme, double radius) {
        for (int hidden : new int[] {1, 2, 17, 64}) {
            Layout layout = Roles.layout(2, hidden, 5, 1);
            double[] theta = draw(scheme, layout, 12);
            for (String name : List.of("W_hh", "W_g[0]", "W_g[1]")) {
                double[] w = Roles.part(theta, layout, name);
                assertThat(Gelfand.radius(w, hidden)).as(name).isCloseTo(radius, within(1e-9));
            }
        }
    }

    /** Two oblong matrices one after the other are a square one, whose radius is that of the settings; a large one has its limit. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("scaled")
    void a_chain_of_two_oblong_matrices_has_the_square_of_the_radius(InitialisationSettings scheme, double radius) {
        int hidden = 150;
        int factors = 90;
        Layout layout = Roles.layout(2, hidden, factors, 1);
        double[] theta = draw(scheme, layout, 5);
        double[] up = Roles.part(theta, layout, "W_fh");
        double[] down = Roles.part(theta, layout, "W_hf");
        double[] chain = new double[hidden * hidden];
        for (int i = 0; i < hidden; i++) {
            for (int k = 0; k < factors; k++) {
                for (int j = 0; j < hidden; j++) {
                    chain[i * hidden + j] += down[i * factors + k] * up[k * hidden + j];
                }
            }
        }
        // the radius of random matrices of this size deviates from its limit by some hundredths
        assertThat(Gelfand.radius(chain, hidden)).isCloseTo(radius * radius, within(0.15 * radius * radius));
    }

    @ParameterizedTest(name = "H {0}, F {1}, gain {2}")
    @CsvSource({"1,1,1", "8,5,1", "5,8,0.5", "40,40,1.3"})
    void orthogonal_weights_stretch_every_direction_alike(int hidden, int factors, double gain) {
        Layout layout = Roles.layout(3, hidden, factors, 2);
        double[] theta = draw(new Orthogonal(gain), layout, 2);
        for (String name : List.of("W_hv", "W_hh", "W_g[0]", "W_g[1]", "W_fh", "W_hf", "W_oh")) {
            Slot slot = Roles.part(layout, name);
            double[] w = Roles.numbers(theta, slot);
            int few = Math.min(slot.rows(), slot.columns());
            double square = Arrays.stream(w).map(x -> x * x).sum();
            double stretch = Eigenvalues.stretch(w, 0, slot.rows(), slot.columns());
            // all singular values are the gain: their squares sum to the square of the norm
            assertThat(stretch).as(name).isCloseTo(gain, within(1e-12));
            assertThat(square).as(name).isCloseTo(few * gain * gain, within(1e-12 * few));
        }
        assertThat(Roles.part(theta, layout, "W_g[0]"))
                .as("each gate its own, as far as signs allow")
                .satisfies(w -> {
                    if (hidden > 1) {
                        assertThat(w).isNotEqualTo(Roles.part(theta, layout, "W_g[1]"));
                    }
                });
    }

    @Test
    void identity_relu_has_a_diagonal_and_small_other_weights() {
        Layout layout = Roles.layout(40, 30, 20, 50);
        double[] theta = draw(new IdentityRelu(0.9, 0.001), layout, 2);
        for (String name : List.of("W_hh", "W_g[0]", "W_g[1]", "W_fh", "W_hf")) {
            Slot slot = Roles.part(layout, name);
            for (int i = 0; i < slot.rows(); i++) {
                for (int j = 0; j < slot.columns(); j++) {
                    assertThat(theta[slot.offset() + i * slot.columns() + j]).isEqualTo(i == j ? 0.9 : 0);
                }
            }
        }
        deviation(Roles.part(theta, layout, "W_hv"), 0.001);
        deviation(Roles.part(theta, layout, "W_oh"), 0.001);
    }
}
