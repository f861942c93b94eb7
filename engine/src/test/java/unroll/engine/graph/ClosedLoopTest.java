package unroll.engine.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.engine.backend.Backend;
import unroll.engine.backend.CpuBackend;
import unroll.engine.backend.Precision;
import unroll.engine.backend.ReferenceBackend;
import unroll.engine.graph.ClosedLoop.LoopSpec;
import unroll.engine.model.EveryModel;
import unroll.engine.model.Gru;

/**
 * Every model, as it is, in a loop with a {@link PointMass}: what derivatives must fulfil whatever the numbers, with oracles that know only
 * values, and the values by a loop in plain Java.
 */
public class ClosedLoopTest {
    /** Step of the finite differences: truncation 2.5e-7 and rounding 2e-13 of the value are both small. */
    private static final double STEP = 5e-4;

    /** What remains of a central difference extrapolated from two steps: h^4 = 6e-14 times the fifth derivative, which may be 1e6. */
    private static final double EXTRAPOLATED = 1e-7;

    /** Some hundred roundings of 1e-16, and as much again for what grows around the loop. */
    static final double ROUNDING = 1e-12;

    private static final double STRUCTURAL = 0.3;

    /** Steps, sequences, delay of what is seen: some as long as all steps. */
    private static final int[][] SIZES = {{4, 2, 1}, {5, 1, 2}, {3, 3, 3}, {1, 2, 1}};

    /** Every model in some sizes. */
    public static Stream<LoopSpec> cases() {
        List<LoopSpec> cases = new ArrayList<>();
        for (var model : EveryModel.SMALL) {
            for (int k = 0; k < 2; k++) {
                int[] s = SIZES[cases.size() % SIZES.length];
                int steps = Math.max(s[0], model.firstPrediction() + 2);
                cases.add(new LoopSpec(model, steps, s[1], s[2], 31 + cases.size()));
            }
        }
        return cases.stream();
    }

    static LoopSpec gru() {
        return new LoopSpec(new Gru(3), 5, 2, 2, 3);
    }

    static List<Backend> backends() {
        return List.of(new ReferenceBackend(), CpuBackend.of(Precision.DOUBLE));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void pull_is_the_transpose_of_push(LoopSpec c) {
        for (Backend backend : backends()) {
            assertThat(untransposed(new ClosedLoop(backend, c), 0)).isLessThan(ROUNDING);
        }
    }

    @Test
    void a_pull_of_which_one_element_is_off_by_a_billionth_is_no_transpose() {
        assertThat(untransposed(new ClosedLoop(new ReferenceBackend(), gru()), 1e-9))
                .isGreaterThan(ROUNDING);
    }

    /** How far {@code <Jv, w>} is from {@code <v, J'w>}, one element of which is scaled, relative to what they are made of. */
    private static double untransposed(ClosedLoop net, double off) {
        double[] v = net.random(net.z.length, 1);
        double[] jv = net.push(v);
        double[] w = net.random(jv.length, 2);
        double[] jw = net.pull(w, 0);
        jw[net.layout.size()] *= 1 + off;
        return Math.abs(dot(jv, w) - dot(v, jw)) / Math.sqrt(dot(jv, jv) * dot(w, w));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void every_element_of_the_gradient_is_the_limit_of_finite_differences_of_the_loss(LoopSpec c) {
        for (Backend backend : backends()) {
            checkGradient(new ClosedLoop(backend, c));
        }
    }

    private static void checkGradient(ClosedLoop net) {
        double[] gradient = net.gradient();
        double[] limit = new double[gradient.length];
        for (int i = 0; i < limit.length; i++) {
            double[] unit = unit(limit.length, i);
            limit[i] = (4 * difference(net, unit, STEP) - difference(net, unit, 2 * STEP)) / 3;
        }
        assertThat(gradient).containsExactly(limit, within(EXTRAPOLATED * largest(limit)));
    }

    private static double difference(ClosedLoop net, double[] v, double h) {
        return (net.value(net.at(h, v)) - net.value(net.at(-h, v))) / (2 * h);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void the_error_of_finite_differences_falls_as_the_square_of_their_step(LoopSpec c) {
        ClosedLoop net = new ClosedLoop(new ReferenceBackend(), c);
        double[] v = net.random(net.z.length, 2);
        double slope = dot(net.gradient(), v);
        double h = 4 * STEP;
        double coarse = difference(net, v, 2 * h) - slope;
        double fine = difference(net, v, h) - slope;
        assertThat(coarse / fine).isCloseTo(4, within(0.1));
        double off = slope * (1 + 1e-2);
        assertThat((difference(net, v, 2 * h) - off) / (difference(net, v, h) - off))
                .as("negative control")
                .isNotCloseTo(4, within(0.5));
    }

    @Test
    void a_plant_whose_adjoint_leaves_the_drag_out_is_noticed() {
        HostFunction right = new PointMass(PointMass.DRAG);
        HostFunction wrong = new PointMass(0);
        HostFunction mixed = new HostFunction() {
            @Override
            public int inputs() {
                return right.inputs();
            }

            @Override
            public int outputs() {
                return right.outputs();
            }

            @Override
            public void value(double[] x, double[] y) {
                right.value(x, y);
            }

            @Override
            public void tangent(double[] x, double[] rx, double[] ry) {
                right.tangent(x, rx, ry);
            }

            @Override
            public void adjoint(double[] x, double[] ay, double[] ax) {
                wrong.adjoint(x, ay, ax);
            }
        };
        checkGradient(new ClosedLoop(new ReferenceBackend(), gru(), right));
        ClosedLoop net = new ClosedLoop(new ReferenceBackend(), gru(), mixed);
        assertThatThrownBy(() -> checkGradient(net)).isInstanceOf(AssertionError.class);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void push_is_the_limit_of_finite_differences_of_states_and_forces(LoopSpec c) {
        for (Backend backend : backends()) {
            ClosedLoop net = new ClosedLoop(backend, c);
            double[] v = net.random(net.z.length, 3);
            double[] limit = column(net, v, net::output);
            double[] pushed = net.push(v);
            assertThat(pushed).containsExactly(limit, within(EXTRAPOLATED * largest(limit)));
            pushed[0] += 10 * EXTRAPOLATED * largest(limit);
            assertThat(pushed[0]).as("negative control").isNotCloseTo(limit[0], within(EXTRAPOLATED * largest(limit)));
        }
    }

    private static double[] column(ClosedLoop net, double[] v, Function<double[], double[]> values) {
        double[] far = values.apply(net.at(2 * STEP, v));
        double[] farBack = values.apply(net.at(-2 * STEP, v));
        double[] near = values.apply(net.at(STEP, v));
        double[] nearBack = values.apply(net.at(-STEP, v));
        double[] column = new double[far.length];
        Arrays.setAll(column, i -> (8 * (near[i] - nearBack[i]) - (far[i] - farBack[i])) / (12 * STEP));
        return column;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void the_damped_gauss_newton_product_is_that_of_the_explicit_matrix(LoopSpec c) {
        Columns columns = new Columns(new ClosedLoop(new ReferenceBackend(), c));
        for (double structural : new double[] {0, STRUCTURAL}) {
            double[][] explicit = columns.matrix(structural);
            for (Backend backend : backends()) {
                double[][] product = product(new ClosedLoop(backend, c), structural);
                double largest = Arrays.stream(product)
                        .mapToDouble(ClosedLoopTest::largest)
                        .max()
                        .orElseThrow();
                for (int i = 0; i < product.length; i++) {
                    assertThat(furthest(product[i], explicit[i]))
                            .as("row %d", i)
                            .isLessThan(10 * EXTRAPOLATED * largest);
                    int column = i;
                    double[] across = Arrays.stream(product)
                            .mapToDouble(row -> row[column])
                            .toArray();
                    assertThat(furthest(product[i], across)).as("symmetric").isLessThan(ROUNDING * largest);
                }
                assertThat(lowestEigenvalue(product)).isGreaterThan(-100 * ROUNDING * largest);
            }
        }
    }

    @Test
    void a_structural_term_that_is_left_out_or_an_indefinite_matrix_is_noticed() {
        ClosedLoop net = new ClosedLoop(new ReferenceBackend(), gru());
        double[][] damped = product(net, STRUCTURAL);
        double[][] plain = new Columns(net).matrix(0);
        assertThat(damped[0][0] - plain[0][0]).isGreaterThan(1e-3 * largest(damped[0]));
        assertThat(lowestEigenvalue(new double[][] {{1, 2}, {2, 1}})).isCloseTo(-1, within(ROUNDING));
    }

    private static double[][] product(ClosedLoop net, double structural) {
        double[][] product = new double[net.z.length][];
        for (int j = 0; j < product.length; j++) {
            product[j] = net.gaussNewton(unit(product.length, j), structural);
        }
        return product;
    }

    /** The derivatives of outputs and hidden units by each number, all by finite differences. */
    private static final class Columns {
        private final ClosedLoop net;
        private final double[][] outputs;
        private final double[][] units;
        private final double[] slopes;

        Columns(ClosedLoop net) {
            this.net = net;
            int n = net.z.length;
            outputs = new double[n][];
            units = new double[n][];
            slopes = slopes(net);
            int numbers = net.output(net.z).length;
            for (int i = 0; i < n; i++) {
                double[] both = column(net, unit(n, i), z -> join(net.output(z), net.units()));
                outputs[i] = Arrays.copyOf(both, numbers);
                units[i] = Arrays.copyOfRange(both, numbers, both.length);
            }
        }

        /** J' H J plus, for hidden units h = f(u), the weighted sum of f' Ru Ru = Rh Rh / f' (thesis eq. 4.7). */
        double[][] matrix(double structural) {
            int n = outputs.length;
            double[][] matrix = new double[n][n];
            for (int i = 0; i < n; i++) {
                for (int k = 0; k < n; k++) {
                    for (int o = 0; o < outputs[i].length; o++) {
                        matrix[i][k] += outputs[i][o] * net.curvature(o) * outputs[k][o];
                    }
                    for (int u = 0; u < slopes.length; u++) {
                        matrix[i][k] += structural * units[i][u] * units[k][u] / slopes[u];
                    }
                }
            }
            return matrix;
        }
    }

    private static double[] join(double[] x, double[] y) {
        double[] both = Arrays.copyOf(x, x.length + y.length);
        System.arraycopy(y, 0, both, x.length, y.length);
        return both;
    }

    /** f'(u) of every hidden unit, from h = f(u). */
    private static double[] slopes(ClosedLoop net) {
        net.output(net.z);
        double[] h = net.units();
        double[] slopes = new double[h.length];
        int at = 0;
        for (Activate units : net.graph.units()) {
            for (int i = 0; i < units.units().value().size(); i++, at++) {
                slopes[at] = switch (units.activation()) {
                    case TANH -> 1 - h[at] * h[at];
                    case LOGISTIC -> h[at] * (1 - h[at]);
                    case LINEAR -> 1;
                    case RELU, STEP -> throw new IllegalStateException("it has no slope to divide by where it is off");
                };
            }
        }
        return slopes;
    }

    private static double lowestEigenvalue(double[][] symmetric) {
        var decomposition = DecompositionFactory_DDRM.eig(symmetric.length, false, true);
        assertThat(decomposition.decompose(new DMatrixRMaj(symmetric))).isTrue();
        double lowest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < symmetric.length; i++) {
            lowest = Math.min(lowest, decomposition.getEigenvalue(i).getReal());
        }
        return lowest;
    }

    /** The largest difference of two elements; no number if there is one. */
    static double furthest(double[] x, double[] y) {
        double furthest = 0;
        for (int i = 0; i < x.length; i++) {
            furthest = Math.max(furthest, Math.abs(x[i] - y[i]));
        }
        return furthest;
    }

    private static double[] unit(int n, int i) {
        double[] unit = new double[n];
        unit[i] = 1;
        return unit;
    }

    static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }

    static double largest(double[] x) {
        return Arrays.stream(x).map(Math::abs).max().orElse(0);
    }
}
