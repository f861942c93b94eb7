package unroll.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.backend.Activation;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.backend.ReferenceBackend;
import unroll.engine.init.FixedParameters;
import unroll.engine.loss.Loss;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;
import unroll.engine.rollout.Rollout;
import unroll.engine.rollout.StepCriterion;

/** Holds the echo-state network to its equations written out as loops, and to what is known of its memory. */
class EchoStateTest {
    private static final int INPUTS = 2;
    private static final int OUTPUTS = 3;

    private static EchoState settings(int hidden, double radius, double leak) {
        return new EchoState(hidden, Activation.TANH, radius, 5, leak, 0.7, 0.2, 1, 5, 5);
    }

    /** A network over one sequence of random inputs. */
    private static final class SequenceRun {
        final Backend backend = new ReferenceBackend();
        final Layout layout;
        final double[] theta;
        final Parameters parameters;
        final Rollout rollout;

        SequenceRun(ModelSettings settings, int steps, double[] theta, double[] inputs) {
            this.theta = theta;
            Model model = settings.model(INPUTS, OUTPUTS);
            layout = model.layout();
            parameters = Parameters.of(layout, backend);
            backend.write(theta, 0, parameters.value());
            rollout = new Rollout(
                    backend,
                    model,
                    StepCriterion.of(Loss.SQUARED),
                    parameters,
                    new Rollout.Shape(steps, 1, INPUTS, false).withInputGradients());
            double[] weights = new double[steps];
            Arrays.fill(weights, 1);
            rollout.load(inputs, new double[steps * OUTPUTS], weights);
        }

        double[] hidden() {
            rollout.graph().forward();
            return read(rollout.hidden().value());
        }

        double[] output() {
            rollout.graph().forward();
            return read(rollout.output().value());
        }

        double[] read(Buffer buffer) {
            return backend.read(buffer);
        }
    }

    private static double[] random(int n, long seed) {
        return RandomNetwork.gaussian(new Philox(seed, Purpose.SAMPLING), n, 1);
    }

    /** A drawn reservoir with a random read-out. */
    private static double[] theta(EchoState settings) {
        Layout layout = settings.model(INPUTS, OUTPUTS).layout();
        double[] theta = random(layout.size(), 8);
        FixedParameters.draw(settings, layout, 3, theta);
        return theta;
    }

    private static double at(double[] theta, Layout.Slot slot, int row, int column) {
        return theta[slot.offset() + row * slot.columns() + column];
    }

    /** Hidden states and outputs by the definition, one step after the other. */
    private static double[][] byHand(EchoState settings, double[] theta, double[] inputs, int steps) {
        Layout layout = settings.model(INPUTS, OUTPUTS).layout();
        int units = settings.hidden();
        double[] hidden = new double[steps * units];
        double[] output = new double[steps * OUTPUTS];
        double[] h = new double[units];
        for (int t = 0; t < steps; t++) {
            double[] next = new double[units];
            for (int i = 0; i < units; i++) {
                double u = theta[layout.slot("b_h").offset() + i];
                for (int j = 0; j < units; j++) {
                    u += at(theta, layout.slot("W_hh"), i, j) * h[j];
                }
                for (int k = 0; k < INPUTS; k++) {
                    u += at(theta, layout.slot("W_hv"), i, k) * inputs[t * INPUTS + k];
                }
                double alpha = 1 - settings.leak(); // of thesis eq. 2.45
                next[i] = alpha * h[i] + (1 - alpha) * Math.tanh(u);
            }
            h = next;
            System.arraycopy(h, 0, hidden, t * units, units);
            for (int o = 0; o < OUTPUTS; o++) {
                double z = theta[layout.slot("b_o").offset() + o];
                for (int j = 0; j < units; j++) {
                    z += at(theta, layout.slot("W_oh"), o, j) * h[j];
                }
                for (int k = 0; k < INPUTS; k++) {
                    z += at(theta, layout.slot("W_ov"), o, k) * inputs[t * INPUTS + k];
                }
                output[t * OUTPUTS + o] = z;
            }
        }
        return new double[][] {hidden, output};
    }

    @ParameterizedTest(name = "leak rate {0}")
    @ValueSource(doubles = {1, 0.3, 0.01})
    void it_follows_its_equation_step_by_step(double leak) {
        EchoState settings = settings(7, 0.9, leak);
        double[] inputs = random(6 * INPUTS, 2);
        SequenceRun run = new SequenceRun(settings, 6, theta(settings), inputs);
        double[][] expected = byHand(settings, run.theta, inputs, 6);
        assertThat(run.hidden()).containsExactly(expected[0], within(1e-13));
        assertThat(run.output()).containsExactly(expected[1], within(1e-12));
        double[][] other = byHand(settings(7, 0.9, leak * 0.999), run.theta, inputs, 6);
        assertThat(furthest(run.hidden(), other[0])).as("negative control").isGreaterThan(1e-6);
    }

    @Test
    void with_a_leak_rate_of_1_it_is_the_standard_network() {
        EchoState settings = settings(7, 0.9, 1);
        StandardRnn standard = new StandardRnn(7, Activation.TANH);
        double[] inputs = random(6 * INPUTS, 2);
        SequenceRun echo = new SequenceRun(settings, 6, theta(settings), inputs);
        Layout layout = standard.model(INPUTS, OUTPUTS).layout();
        double[] same = new double[layout.size()];
        for (String name : new String[] {"W_hv", "W_hh", "b_h"}) {
            Layout.Slot from = echo.layout.slot(name);
            System.arraycopy(echo.theta, from.offset(), same, layout.slot(name).offset(), from.size());
        }
        assertThat(echo.hidden()).containsExactly(new SequenceRun(standard, 6, same, inputs).hidden());
    }

    @ParameterizedTest(name = "leak rate {0}")
    @ValueSource(doubles = {1, 0.3})
    void derivatives_flow_through_the_reservoir_to_the_input(double leak) {
        EchoState settings = settings(5, 0.9, leak);
        double[] theta = theta(settings);
        double[] inputs = random(4 * INPUTS, 2);
        SequenceRun run = new SequenceRun(settings, 4, theta, inputs);
        run.rollout.gradient(1);
        double[] gradient = run.read(run.rollout.input().adjoint());
        for (int i = 0; i < inputs.length; i++) {
            double h = 1e-5;
            double[] up = inputs.clone();
            double[] down = inputs.clone();
            up[i] += h;
            down[i] -= h;
            double slope = (new SequenceRun(settings, 4, theta, up).rollout.value(1)
                            - new SequenceRun(settings, 4, theta, down).rollout.value(1))
                    / (2 * h);
            // truncation h^2 and rounding 1e-16 / h, each times some tens
            assertThat(gradient[i]).isCloseTo(slope, within(1e-8 * Math.max(1, Math.abs(slope))));
        }
        assertThat(furthest(gradient, new double[gradient.length])).isGreaterThan(0.1);
    }

    /** How far two states are apart at the end of 300 equal inputs that follow 10 different ones. */
    private static double apart(double radius) {
        EchoState settings = new EchoState(40, Activation.TANH, radius, 10, 1, 0.1, 0.1, 0, 5, 5);
        int steps = 310;
        double[] theta = theta(settings);
        double[] one = random(steps * INPUTS, 2);
        double[] other = random(steps * INPUTS, 4);
        System.arraycopy(one, 10 * INPUTS, other, 10 * INPUTS, (steps - 10) * INPUTS);
        double[] a = new SequenceRun(settings, steps, theta, one).hidden();
        double[] b = new SequenceRun(settings, steps, theta, other).hidden();
        assertThat(furthest(Arrays.copyOf(a, 40 * 10), Arrays.copyOf(b, 40 * 10)))
                .as("they begin apart")
                .isGreaterThan(0.01);
        return furthest(Arrays.copyOfRange(a, a.length - 40, a.length), Arrays.copyOfRange(b, b.length - 40, b.length));
    }

    @Test
    void it_forgets_how_it_began_if_the_radius_is_below_1_and_not_if_it_is_far_above() {
        assertThat(apart(0.9)).isLessThan(1e-9); // 0.9^300 is 2e-14
        assertThat(apart(3)).isGreaterThan(0.01);
    }

    private static double furthest(double[] a, double[] b) {
        double furthest = 0;
        for (int i = 0; i < a.length; i++) {
            furthest = Math.max(furthest, Math.abs(a[i] - b[i]));
        }
        return furthest;
    }
}
