package unroll.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.engine.backend.Activation;
import unroll.engine.backend.Backend;
import unroll.engine.backend.CpuBackend;
import unroll.engine.backend.Precision;
import unroll.engine.backend.ReferenceBackend;
import unroll.engine.loss.Loss;
import unroll.engine.model.RandomNetwork.NetworkSpec;

/**
 * What the derivatives of every model must fulfil whatever its numbers, with oracles that know only its values: finite
 * differences, explicit matrices and the definitions of losses and matching distances.
 */
public class ModelLawsTest {
    /** Step of the finite differences: truncation 2.5e-7 and rounding 2e-13 of the value are both small. */
    private static final double STEP = 5e-4;

    /** What remains of a central difference extrapolated from two steps: h^4 = 6e-14 times the fifth derivative. */
    private static final double EXTRAPOLATED = 1e-8;

    /** Some hundred roundings of 1e-16. */
    private static final double ROUNDING = 1e-13;

    private static final int[][] SIZES = {
        {1, 1, 1, 1, 2}, {2, 3, 2, 4, 3}, {7, 2, 3, 3, 2}, {4, 5, 1, 5, 4}, {3, 1, 4, 2, 5}
    };

    /** Every model with every loss, in several sizes; thresholds have no slope that differences could show. */
    public static Stream<NetworkSpec> cases() {
        List<NetworkSpec> cases = new ArrayList<>();
        for (Activation activation : EnumSet.complementOf(EnumSet.of(Activation.STEP))) {
            for (Loss loss : Loss.values()) {
                for (int i = 0; i < 2; i++) {
                    int[] s = SIZES[cases.size() % SIZES.length];
                    add(cases, new StandardRnn(s[3], activation), loss, s, false);
                }
            }
        }
        List<Loss> losses = List.of(Loss.values());
        List<ModelSettings> others = EveryModel.SMALL.stream()
                .filter(model -> !(model instanceof StandardRnn))
                .toList();
        for (int i = 0; i < others.size(); i++) {
            ModelSettings model = others.get(i);
            for (int k = 0; k < 3; k++) {
                Loss loss = losses.get((i + k) % losses.size());
                int[] s = SIZES[(i + k) % SIZES.length];
                add(cases, model, loss, longEnough(model, s), k == 2);
            }
        }
        return cases.stream();
    }

    /** The same size with steps left to decode. */
    private static int[] longEnough(ModelSettings model, int[] size) {
        int[] longer = size.clone();
        longer[0] = Math.max(size[0], model.firstPrediction() + 1);
        return longer;
    }

    private static void add(List<NetworkSpec> cases, ModelSettings model, Loss loss, int[] s, boolean symbols) {
        cases.add(new NetworkSpec(model, loss, s[0], s[1], s[2], s[4], symbols, 11 + cases.size()));
    }

    /** A small standard RNN. */
    static NetworkSpec tanh(Loss loss) {
        return new NetworkSpec(new StandardRnn(4, Activation.TANH), loss, 2, 3, 2, 3, false, 5);
    }

    static List<Backend> backends() {
        return List.of(new ReferenceBackend(), CpuBackend.of(Precision.DOUBLE));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void pull_is_the_transpose_of_push(NetworkSpec c) {
        for (Backend backend : backends()) {
            RandomNetwork net = new RandomNetwork(backend, c);
            double[] v = net.random(net.layout.size(), 1);
            double[] w = net.random(net.predictions(), 2);
            double left = RandomNetwork.dot(net.push(v), w);
            double right = RandomNetwork.dot(v, net.pull(w));
            double size = Math.sqrt(RandomNetwork.dot(net.push(v), net.push(v)) * RandomNetwork.dot(w, w));
            assertThat(left).isCloseTo(right, within(ROUNDING * size));
        }
    }

    @Test
    void a_pull_that_is_off_by_a_billionth_is_no_transpose() {
        RandomNetwork net =
                new RandomNetwork(new ReferenceBackend(), cases().findFirst().orElseThrow());
        double[] v = net.random(net.layout.size(), 1);
        double[] w = net.random(net.predictions(), 2);
        double[] pulled = net.pull(w);
        pulled[0] *= 1 + 1e-9;
        assertThat(Math.abs(RandomNetwork.dot(net.push(v), w) - RandomNetwork.dot(v, pulled)))
                .isGreaterThan(ROUNDING * Math.sqrt(RandomNetwork.dot(v, v) * RandomNetwork.dot(w, w)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void every_element_of_the_gradient_is_the_limit_of_finite_differences_of_the_loss(NetworkSpec c) {
        for (Backend backend : backends()) {
            RandomNetwork net = new RandomNetwork(backend, c);
            checkGradient(net, net.gradient());
        }
    }

    @Test
    void a_gradient_without_its_part_through_h_0_is_noticed() {
        RandomNetwork net = new RandomNetwork(
                new ReferenceBackend(), cases().skip(1).findFirst().orElseThrow());
        double[] gradient = net.gradient();
        gradient[net.layout.slot("h_0").offset()] = 0;
        assertThatThrownBy(() -> checkGradient(net, gradient))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("h_0");
    }

    private static void checkGradient(RandomNetwork net, double[] gradient) {
        double largest = RandomNetwork.largest(gradient);
        for (Layout.Slot slot : net.layout.slots()) {
            for (int i = slot.offset(); i < slot.offset() + slot.size(); i++) {
                double[] direction = RandomNetwork.unit(gradient.length, i);
                smooth(net, direction);
                double coarse = difference(net, direction, 2 * STEP);
                double fine = difference(net, direction, STEP);
                assertThat((4 * fine - coarse) / 3)
                        .as("d/d%s[%d]", slot.name(), i - slot.offset())
                        .isCloseTo(gradient[i], within(EXTRAPOLATED * largest));
            }
        }
    }

    /**
     * The error of a central difference is C h^2 + D h^4: halving the step leaves a quarter of it. Rounding of 1e-13
     * against C h^2 of 1e-6 and D / C of some tens keep the ratio well within 0.1 of 4.
     */
    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void the_error_of_a_finite_difference_falls_as_the_square_of_its_step(NetworkSpec c) {
        RandomNetwork net = new RandomNetwork(new ReferenceBackend(), c);
        double[] v = net.random(net.layout.size(), 3);
        smooth(net, v);
        double slope = RandomNetwork.dot(net.gradient(), v);
        double coarse = difference(net, v, 2 * STEP) - slope;
        double fine = difference(net, v, STEP) - slope;
        if (Math.abs(coarse) > 1e-10 * Math.abs(slope)) { // a parabola has no error to fall
            assertThat(coarse / fine).isCloseTo(4, within(0.1));
        } else {
            assertThat(piecewiseLinear(c) || c.steps() == 1)
                    .as("only a piecewise linear net on the squared loss may be a parabola")
                    .isTrue();
        }
        assertThat((difference(net, v, 2 * STEP) - slope * (1 + 1e-3))
                        / (difference(net, v, STEP) - slope * (1 + 1e-3)))
                .as("negative control: with a slope that is off by a thousandth the error does not fall so")
                .isNotCloseTo(4, within(0.5));
    }

    private static boolean piecewiseLinear(NetworkSpec c) {
        return c.model() instanceof LinearAutoregressive
                || c.model() instanceof EchoState
                || c.model() instanceof StandardRnn rnn
                        && (rnn.activation() == Activation.LINEAR || rnn.activation() == Activation.RELU);
    }

    private static double difference(RandomNetwork net, double[] v, double h) {
        return (net.value(net.at(h, v)) - net.value(net.at(-h, v))) / (2 * h);
    }

    /** A rectifier is differentiated where it is smooth: no unit may change sides within the steps. */
    private static void smooth(RandomNetwork net, double[] direction) {
        List<double[]> here = net.units(net.theta);
        for (double h : new double[] {-2 * STEP, -STEP, STEP, 2 * STEP}) {
            List<double[]> there = net.units(net.at(h, direction));
            for (int k = 0; k < here.size(); k++) {
                for (int i = 0; i < here.get(k).length && net.activations().get(k) == Activation.RELU; i++) {
                    assertThat(there.get(k)[i] > 0)
                            .as("choose another seed: unit %d crosses 0", i)
                            .isEqualTo(here.get(k)[i] > 0);
                }
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void push_is_the_limit_of_finite_differences_of_the_outputs(NetworkSpec c) {
        for (Backend backend : backends()) {
            RandomNetwork net = new RandomNetwork(backend, c);
            double[] v = net.random(net.layout.size(), 3);
            smooth(net, v);
            double[] pushed = net.push(v);
            double[] limit = jacobianColumn(net, v);
            assertThat(pushed).containsExactly(limit, within(EXTRAPOLATED * 10 * RandomNetwork.largest(limit)));
        }
    }

    private static double[] jacobianColumn(RandomNetwork net, double[] v) {
        double[] column = new double[net.predictions()];
        double[] far = net.output(net.at(2 * STEP, v));
        double[] farBack = net.output(net.at(-2 * STEP, v));
        double[] near = net.output(net.at(STEP, v));
        double[] nearBack = net.output(net.at(-STEP, v));
        for (int i = 0; i < column.length; i++) {
            column[i] = (8 * (near[i] - nearBack[i]) - (far[i] - farBack[i])) / (12 * STEP);
        }
        return column;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void the_gauss_newton_product_is_that_of_the_explicit_matrix(NetworkSpec c) {
        for (Backend backend : backends()) {
            RandomNetwork net = new RandomNetwork(backend, c);
            double[][] explicit = explicit(net, c.loss());
            double[][] product = columns(net);
            double largest = largest(product);
            for (int i = 0; i < product.length; i++) {
                for (int j = 0; j < product.length; j++) {
                    assertThat(product[i][j])
                            .as("G[%d][%d]", i, j)
                            .isCloseTo(explicit[i][j], within(10 * EXTRAPOLATED * largest))
                            .isCloseTo(product[j][i], within(ROUNDING * largest));
                }
            }
            assertThat(lowestEigenvalue(product)).isGreaterThan(-100 * ROUNDING * largest);
        }
    }

    @Test
    void with_the_hessian_of_another_loss_the_explicit_matrix_differs() {
        RandomNetwork net = new RandomNetwork(new ReferenceBackend(), tanh(Loss.SOFTMAX));
        double[][] other = explicit(net, Loss.LOGISTIC);
        double[][] product = columns(net);
        double furthest = 0;
        for (int i = 0; i < product.length; i++) {
            for (int j = 0; j < product.length; j++) {
                furthest = Math.max(furthest, Math.abs(product[i][j] - other[i][j]));
            }
        }
        assertThat(furthest).isGreaterThan(0.01 * largest(product));
    }

    @Test
    void an_indefinite_matrix_has_a_negative_lowest_eigenvalue() {
        assertThat(lowestEigenvalue(new double[][] {{1, 2}, {2, 1}})).isCloseTo(-1, within(ROUNDING));
    }

    private static double[][] columns(RandomNetwork net) {
        double[][] product = new double[net.layout.size()][];
        for (int j = 0; j < product.length; j++) {
            product[j] = net.gaussNewton(RandomNetwork.unit(product.length, j), 0);
        }
        return product;
    }

    private static double largest(double[][] matrix) {
        return Arrays.stream(matrix).mapToDouble(RandomNetwork::largest).max().orElseThrow();
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

    /** J' H J with J from finite differences and H from the loss' definition. */
    private static double[][] explicit(RandomNetwork net, Loss loss) {
        int n = net.layout.size();
        double[][] j = new double[n][];
        double[][] hj = new double[n][];
        double[] o = net.output(net.theta);
        for (int i = 0; i < n; i++) {
            smooth(net, RandomNetwork.unit(n, i));
            j[i] = jacobianColumn(net, RandomNetwork.unit(n, i));
            hj[i] = hessianProduct(net, loss, o, j[i]);
        }
        double[][] product = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) {
                product[i][k] = RandomNetwork.dot(j[i], hj[k]);
            }
        }
        return product;
    }

    private static double[] hessianProduct(RandomNetwork net, Loss loss, double[] o, double[] x) {
        int outputs = net.made.outputs();
        double[] product = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            int row = i / outputs;
            for (int k = row * outputs; k < (row + 1) * outputs; k++) {
                product[i] += net.scale
                        * net.weights[net.missing() + row]
                        * hessian(loss, o, row * outputs, outputs, i, k)
                        * x[k];
            }
        }
        return product;
    }

    /** d^2 L / do_i do_k by its formula; the row of outputs begins at {@code from}. */
    private static double hessian(Loss loss, double[] o, int from, int outputs, int i, int k) {
        double p = 1 / (1 + Math.exp(-o[i]));
        double partition = 0;
        for (int j = from; j < from + outputs; j++) {
            partition += Math.exp(o[j]);
        }
        double same = i == k ? 1 : 0;
        return switch (loss) {
            case SQUARED -> same;
            case LOGISTIC -> same * p * (1 - p);
            case SOFTMAX -> Math.exp(o[i]) / partition * (same - Math.exp(o[k]) / partition);
        };
    }
}
