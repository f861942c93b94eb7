package unroll.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.engine.backend.Activation;
import unroll.engine.backend.Backend;
import unroll.engine.backend.ReferenceBackend;
import unroll.engine.loss.Loss;
import unroll.engine.model.RandomNetwork.NetworkSpec;

/** Holds structural damping in every model to second differences of the distance between hidden states (thesis eq. 4.7). */
class StructuralDampingTest {
    /** Step of the second differences: rounding 1e-16 / h^2 and truncation h^4 (extrapolated) are both below 1e-7. */
    private static final double WIDE = 2e-3;

    @ParameterizedTest(name = "{0}")
    @MethodSource("unroll.engine.model.ModelLawsTest#cases")
    void structural_damping_is_the_hessian_of_the_distance_between_hidden_states(NetworkSpec c) {
        for (Backend backend : ModelLawsTest.backends()) {
            RandomNetwork net = new RandomNetwork(backend, c);
            double[] v = net.random(net.layout.size(), 4);
            double mu = 0.3;
            double[] plain = net.gaussNewton(v, 0);
            double[] damped = net.gaussNewton(v, mu);
            double[] expected = new double[plain.length];
            double[] actual = new double[plain.length];
            for (int i = 0; i < expected.length; i++) {
                double[] unit = RandomNetwork.unit(expected.length, i);
                expected[i] = (4 * mixed(net, unit, v, WIDE / 2) - mixed(net, unit, v, WIDE)) / 3;
                actual[i] = (damped[i] - plain[i]) / mu;
            }
            assertThat(actual).containsExactly(expected, within(1e-6 * RandomNetwork.largest(expected)));
            if (net.activations().isEmpty()) {
                assertThat(damped).as("no hidden units to damp").isEqualTo(plain);
            } else if (c.model() instanceof EchoState) {
                assertThat(expected)
                        .as("hidden units that nothing trained can move")
                        .containsOnly(0);
            } else {
                assertThat(RandomNetwork.largest(expected)).isGreaterThan(1e-3);
            }
        }
    }

    @Test
    void a_distance_without_its_first_time_step_is_noticed() {
        RandomNetwork net = new RandomNetwork(new ReferenceBackend(), ModelLawsTest.tanh(Loss.SQUARED));
        double[] v = net.random(net.layout.size(), 4);
        double[] gs = net.gaussNewton(v, 1);
        double[] plain = net.gaussNewton(v, 0);
        double curvature = 0;
        for (int i = 0; i < v.length; i++) {
            curvature += v[i] * (gs[i] - plain[i]);
        }
        double[] here = net.units(net.theta).getFirst();
        double[] there = net.units(net.at(WIDE, v)).getFirst();
        double all = 0;
        double later = 0;
        for (int i = 0; i < here.length; i++) {
            double part = 2 * distance(Activation.TANH, here[i], there[i]) / (WIDE * WIDE);
            all += part;
            later += i < here.length / 2 ? 0 : part;
        }
        assertThat(all).isCloseTo(curvature, within(0.02 * curvature));
        assertThat(Math.abs(later - curvature)).isGreaterThan(0.05 * curvature);
    }

    /** d^2 S / dx dy at theta_n, where S is the distance of the hidden states from those at theta_n. */
    private static double mixed(RandomNetwork net, double[] x, double[] y, double h) {
        List<double[]> here = net.units(net.theta);
        double sum = 0;
        for (int sign = 0; sign < 4; sign++) {
            double sx = (sign & 1) == 0 ? h : -h;
            double sy = (sign & 2) == 0 ? h : -h;
            List<double[]> there = net.units(net.moved(net.at(sx, x), sy, y));
            double distance = 0;
            for (int k = 0; k < here.size(); k++) {
                for (int i = 0; i < here.get(k).length; i++) {
                    if (net.padding(k, i)) {
                        continue;
                    }
                    distance += distance(net.activations().get(k), here.get(k)[i], there.get(k)[i]);
                }
            }
            sum += (sx > 0) == (sy > 0) ? distance : -distance;
        }
        return sum / (4 * h * h);
    }

    /** The distance that matches a non-linearity: its derivative with respect to the unit's input is h - h*. */
    private static double distance(Activation activation, double star, double h) {
        return switch (activation) {
            case TANH -> divergence((1 + star) / 2, (1 + h) / 2) + divergence((1 - star) / 2, (1 - h) / 2);
            case LOGISTIC -> divergence(star, h) + divergence(1 - star, 1 - h);
            case LINEAR, RELU -> (h - star) * (h - star) / 2; // a rectifier that is off on both sides has h = h* = 0
            case STEP -> throw new IllegalArgumentException("no distance matches a threshold");
        };
    }

    private static double divergence(double p, double q) {
        return p * -Math.log1p((q - p) / p);
    }
}
