package unroll.engine.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.engine.backend.Activation;
import unroll.engine.backend.Backend;
import unroll.engine.backend.CpuBackend;
import unroll.engine.backend.Precision;
import unroll.engine.backend.ReferenceBackend;
import unroll.engine.boltzmann.VisibleUnits;
import unroll.engine.control.CartPole;
import unroll.engine.control.ControlLoop;
import unroll.engine.control.Dynamics;
import unroll.engine.control.GivenRow;
import unroll.engine.control.Integrator;
import unroll.engine.control.MassPoint;
import unroll.engine.control.MonkeyArm;
import unroll.engine.control.PlantSettings;
import unroll.engine.graph.Activate;
import unroll.engine.model.DeepRnn;
import unroll.engine.model.EncoderDecoder;
import unroll.engine.model.Gru;
import unroll.engine.model.ModelSettings;
import unroll.engine.model.Parameters;
import unroll.engine.model.Rbm;
import unroll.engine.model.StandardLstm;
import unroll.engine.model.StandardRnn;
import unroll.engine.problem.Problem;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;
import unroll.engine.rollout.Rollout;
import unroll.engine.rollout.Stepper;
import unroll.engine.sequence.Batch;
import unroll.engine.sequence.Split;
import unroll.engine.setting.Schema;
import unroll.engine.setting.SettingsException;

/** Networks that control plants, as problems: derivatives by oracles that know values only, and movements by a loop in plain Java. */
class ClosedModelTest {
    private static final double ROUNDING = 1e-12;
    private static final int SEQUENCES = 3;

    private static PlantSettings arm() {
        return Schema.of(MonkeyArm.class).initial();
    }

    /** A late and disturbed task of some plant, with noise. */
    private static Reaching reaching(PlantSettings plant, int delay, int longest, boolean relative) {
        return new Reaching(plant, 0.05, delay, longest, 0.3, 0.2, 0.05, 4, 9, 0.01, Integrator.EULER, 1e-3, relative);
    }

    /** A network on some sequences of a task. */
    private static final class Net {
        final Backend backend;
        final Task task;
        final Problem problem;
        final Rollout rollout;
        final Parameters parameters;
        final Batch batch;
        final double[] theta;

        Net(Backend backend, TaskSettings settings, ModelSettings model) {
            this.backend = backend;
            task = settings.open();
            problem = Problem.of(task, model);
            parameters = Parameters.of(problem.layout(), backend);
            rollout = problem.rollout(backend, parameters, problem.shape(SEQUENCES));
            batch = task.draw(Split.TRAIN, 5, Purpose.TRAINING_DATA, 0, SEQUENCES);
            rollout.load(batch.input(), batch.target(), batch.weight());
            theta = random(problem.layout().size(), 1, 0.4);
        }

        double value(double[] at) {
            backend.write(at, 0, parameters.value());
            return rollout.value(1);
        }

        double[] gradient() {
            backend.write(theta, 0, parameters.value());
            rollout.gradient(1);
            return backend.read(parameters.gradient());
        }

        /** {@code (G + structural G_S) v}. */
        double[] gaussNewton(double[] v, double structural) {
            value(theta);
            backend.write(v, 0, parameters.direction());
            rollout.gaussNewton(1, structural);
            return backend.read(parameters.gradient());
        }

        double[] rows(double[] at) {
            value(at);
            return backend.read(rollout.output().value());
        }

        double[] moved(double[] v, double h) {
            double[] moved = theta.clone();
            for (int i = 0; i < v.length; i++) {
                moved[i] += h * v[i];
            }
            return moved;
        }

        double difference(double[] v, double h) {
            return (value(moved(v, h)) - value(moved(v, -h))) / (2 * h);
        }
    }

    private static double[] random(int n, long stream, double deviation) {
        Philox random = new Philox(stream, Purpose.SAMPLING);
        double[] numbers = new double[n];
        Arrays.setAll(numbers, i -> deviation * random.gaussian());
        return numbers;
    }

    record Case(String name, TaskSettings task, ModelSettings model) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        ModelSettings deep = new DeepRnn(5, 2, true, Activation.TANH);
        return Stream.of(
                new Case("arm, no delay", reaching(arm(), 0, 0, false), deep),
                new Case("arm, delay 3", reaching(arm(), 3, 3, false), deep),
                new Case("arm, any delay", reaching(arm(), 1, 4, true), new Gru(4)),
                new Case("point", reaching(new MassPoint(1, 0.1, 2), 2, 2, true), new StandardLstm(4)),
                new Case(
                        "pendulum",
                        reaching(new CartPole(1, 0.1, 0.5, 10), 1, 1, true),
                        new StandardRnn(6, Activation.TANH)));
    }

    static List<Backend> backends() {
        return List.of(new ReferenceBackend(), CpuBackend.of(Precision.DOUBLE));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void the_error_of_finite_differences_of_the_loss_falls_as_the_square_of_their_step(Case c) {
        for (Backend backend : backends()) {
            Net net = new Net(backend, c.task, c.model);
            double[] v = random(net.theta.length, 2, 1);
            double slope = dot(net.gradient(), v);
            double coarse = net.difference(v, 2e-3) - slope;
            double fine = net.difference(v, 1e-3) - slope;
            assertThat(coarse / fine).isBetween(3.8, 4.2);
            assertThat(Math.abs(fine)).isLessThan(1e-4 * Math.abs(slope));
            double off = slope * 1.001;
            assertThat((net.difference(v, 2e-3) - off) / (net.difference(v, 1e-3) - off))
                    .as("negative control")
                    .isLessThan(3);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void the_gauss_newton_product_is_symmetric_and_made_of_the_rows_derivatives(Case c) {
        for (Backend backend : backends()) {
            Net net = new Net(backend, c.task, c.model);
            double[] v = random(net.theta.length, 3, 1);
            double[] w = random(net.theta.length, 4, 1);
            double vGw = dot(v, net.gaussNewton(w, 0));
            double wGv = dot(w, net.gaussNewton(v, 0));
            assertThat(vGw).isCloseTo(wGv, within(ROUNDING * Math.abs(vGw) * 10));
            double[] jv = column(net, v);
            double[] jw = column(net, w);
            assertThat(vGw).isCloseTo(weighted(net, jv, jw), within(1e-6 * Math.abs(vGw)));
            jv[jv.length - 3] *= 1.01; // a number of the last state
            assertThat(vGw).as("negative control").isNotCloseTo(weighted(net, jv, jw), within(1e-6 * Math.abs(vGw)));
            double damped = dot(v, net.gaussNewton(v, 0.5)) - dot(v, net.gaussNewton(v, 0));
            assertThat(damped).isPositive();
        }
    }

    /** The derivative of all rows in a direction, by central differences of two steps. */
    private static double[] column(Net net, double[] v) {
        double h = 1e-3;
        double[] near = difference(net, v, h);
        double[] far = difference(net, v, 2 * h);
        double[] column = new double[near.length];
        Arrays.setAll(column, i -> (4 * near[i] - far[i]) / 3);
        return column;
    }

    private static double[] difference(Net net, double[] v, double h) {
        double[] there = net.rows(net.moved(v, h));
        double[] back = net.rows(net.moved(v, -h));
        double[] slope = new double[there.length];
        Arrays.setAll(slope, i -> (there[i] - back[i]) / (2 * h));
        return slope;
    }

    private static double weighted(Net net, double[] x, double[] y) {
        double[][] weights = net.task.loop().orElseThrow().cost().weights();
        int width = net.task.outputs();
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += weights[i / (width * SEQUENCES)][i % width] * x[i] * y[i];
        }
        return sum;
    }

    /** Structural damping adds, for each tanh unit h = f(u), f' (Ru)^2 = (Rh)^2 / f' (thesis eq. 4.7). */
    @Test
    void structural_damping_goes_through_network_and_plant() {
        Net net =
                new Net(new ReferenceBackend(), reaching(arm(), 2, 2, false), new DeepRnn(4, 2, true, Activation.TANH));
        double[] v = random(net.theta.length, 6, 1);
        double damped = dot(v, net.gaussNewton(v, 0.3)) - dot(v, net.gaussNewton(v, 0));
        double h = 1e-3;
        double[] near = units(net, v, h);
        double[] far = units(net, v, 2 * h);
        double[] u = units(net, net.theta);
        double sum = 0;
        for (int i = 0; i < u.length; i++) {
            double slope = (4 * near[i] - far[i]) / 3;
            sum += slope * slope / (1 - u[i] * u[i]);
        }
        assertThat(damped).isCloseTo(0.3 * sum, within(1e-5 * damped));
    }

    private static double[] units(Net net, double[] v, double h) {
        double[] there = units(net, net.moved(v, h));
        double[] back = units(net, net.moved(v, -h));
        double[] slope = new double[there.length];
        Arrays.setAll(slope, i -> (there[i] - back[i]) / (2 * h));
        return slope;
    }

    private static double[] units(Net net, double[] theta) {
        net.value(theta);
        List<Double> all = new ArrayList<>();
        for (Activate each : net.rollout.graph().units()) {
            for (double number : net.backend.read(each.units().value())) {
                all.add(number);
            }
        }
        return all.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** One layer of tanh units in a loop written out: what it sees, what it says, what the plant makes of it. */
    @Test
    void movements_are_those_of_a_loop_in_plain_java() {
        for (boolean relative : new boolean[] {false, true}) {
            for (int delay : new int[] {0, 3}) {
                Reaching settings = reaching(arm(), delay, delay, relative);
                Net net = new Net(new ReferenceBackend(), settings, new StandardRnn(3, Activation.TANH));
                double[] rows = net.rows(net.theta);
                for (int b = 0; b < SEQUENCES; b++) {
                    double[] plain = plain(net, delay, relative, b, 3);
                    for (int t = 0; t < net.task.steps(); t++) {
                        int at = net.batch.targetAt(t, b);
                        assertThat(Arrays.copyOfRange(rows, at, at + 6))
                                .containsExactly(Arrays.copyOfRange(plain, 6 * t, 6 * t + 6), within(1e-11));
                    }
                    assertThat(plain(net, delay + 1, relative, b, 3)[6 * 5])
                            .as("negative control: another delay")
                            .isNotCloseTo(plain[6 * 5], within(1e-9));
                }
            }
        }
    }

    private static double[] plain(Net net, int delay, boolean relative, int b, int hidden) {
        ControlLoop loop = net.task.loop().orElseThrow();
        GivenRow row = loop.given();
        Dynamics dynamics = new Dynamics(loop.plant(), loop.integrator(), loop.dt());
        double[] scale = {3, 3, 0.5, 0.5};
        double[] middle = {0.5, 1.6, 0, 0};
        double[] input = net.batch.input();
        List<double[]> states = new ArrayList<>();
        int begin = net.batch.inputAt(0, b);
        states.add(Arrays.copyOfRange(input, begin, begin + 4));
        double[] w = parameter(net, "W_hv");
        double[] r = parameter(net, "W_hh");
        double[] o = parameter(net, "W_oh");
        double[] bias = parameter(net, "b_h");
        double[] out = parameter(net, "b_o");
        double[] h = parameter(net, "h_0");
        double[] rows = new double[6 * net.task.steps()];
        for (int t = 0; t < net.task.steps(); t++) {
            int at = net.batch.inputAt(t, b);
            double[] seen = states.get(Math.max(0, t - delay));
            double[] v = new double[8];
            for (int i = 0; i < 4; i++) {
                v[i] = scale[i] * (seen[i] - middle[i]);
                v[4 + i] = scale[i] * (input[at + 4 + i] - (relative ? seen[i] : middle[i]));
            }
            double[] before = h;
            h = new double[hidden];
            for (int k = 0; k < hidden; k++) {
                double u = bias[k];
                for (int i = 0; i < 8; i++) {
                    u += w[k * 8 + i] * v[i];
                }
                for (int i = 0; i < hidden; i++) {
                    u += r[k * hidden + i] * before[i];
                }
                h[k] = Math.tanh(u);
            }
            double[] z = Arrays.copyOf(states.get(t), 6);
            for (int m = 0; m < 2; m++) {
                double u = out[m];
                for (int k = 0; k < hidden; k++) {
                    u += o[m * hidden + k] * h[k];
                }
                rows[6 * t + 4 + m] = 0.5 * u;
                z[4 + m] = 0.5 * u * (1 + input[at + row.noise() + m]) + input[at + row.disturbance() + m];
            }
            double[] next = new double[4];
            dynamics.next(z, next);
            for (int i = 0; i < 4; i++) {
                next[i] += input[at + row.stateNoise() + i];
                rows[6 * t + i] = next[i];
            }
            states.add(next);
        }
        return rows;
    }

    private static double[] parameter(Net net, String name) {
        return net.backend.read(net.parameters.get(name).value());
    }

    /** A push at step p changes x at p + 1, which is seen d steps later: commands before are the same, bit for bit. */
    @ParameterizedTest
    @CsvSource({"0, 3", "2, 1", "4, 2"})
    void a_push_is_answered_delay_and_one_step_later(int delay, int push) {
        for (boolean chosen : new boolean[] {false, true}) {
            Reaching settings = reaching(arm(), delay, chosen ? 4 : delay, false);
            Net net = new Net(new ReferenceBackend(), settings, new Gru(4));
            GivenRow row = net.task.loop().orElseThrow().given();
            for (int t = 0; t < net.task.steps(); t++) {
                for (int b = 0; b < SEQUENCES; b++) {
                    net.batch.input()[net.batch.inputAt(t, b) + row.delay()] = delay;
                }
            }
            net.rollout.load(net.batch.input(), net.batch.target(), net.batch.weight());
            double[] before = net.rows(net.theta);
            net.batch.input()[net.batch.inputAt(push, 1) + row.disturbance()] += 0.7;
            net.rollout.load(net.batch.input(), net.batch.target(), net.batch.weight());
            double[] after = net.rows(net.theta);
            int first = -1;
            for (int t = net.task.steps() - 1; t >= 0; t--) {
                int at = net.batch.targetAt(t, 1) + 4;
                first = before[at] != after[at] ? t : first;
            }
            assertThat(first).isEqualTo(push + delay + 1);
            int other = net.batch.targetAt(8, 0);
            assertThat(Arrays.copyOfRange(after, other, other + 6))
                    .as("another movement")
                    .isEqualTo(Arrays.copyOfRange(before, other, other + 6));
        }
    }

    @Test
    void every_backend_makes_the_same_movement_of_the_same_noise() {
        Reaching settings = reaching(arm(), 2, 3, false);
        double[] reference = null;
        for (Backend backend :
                List.of(new ReferenceBackend(), CpuBackend.of(Precision.DOUBLE), CpuBackend.of(Precision.SINGLE))) {
            Net net = new Net(backend, settings, new DeepRnn(5, 2, true, Activation.TANH));
            double[] rows = net.rows(net.theta);
            double tolerance = backend.description().contains("float") ? 1e-4 : 1e-10;
            if (reference != null) {
                assertThat(rows).containsExactly(reference, within(tolerance));
            } else {
                reference = rows;
            }
        }
    }

    @Test
    void stepping_is_the_same_as_sweeping_and_needs_no_end() {
        Net net =
                new Net(new ReferenceBackend(), reaching(arm(), 3, 3, false), new DeepRnn(4, 2, true, Activation.TANH));
        double[] rows = net.rows(net.theta);
        Stepper stepper = net.problem.stepper(net.rollout).orElseThrow();
        Stepper.NetworkState state = stepper.start();
        int inputs = SEQUENCES * net.task.inputs();
        for (int t = 0; t < 30; t++) {
            int from = Math.min(t, 8) * inputs;
            var made = stepper.step(state, Arrays.copyOfRange(net.batch.input(), from, from + inputs));
            if (t < 9) {
                int at = t * SEQUENCES * 6;
                assertThat(made.prediction())
                        .containsExactly(Arrays.copyOfRange(rows, at, at + SEQUENCES * 6), within(1e-13));
            }
            assertThat(made.prediction()).doesNotContain(Double.NaN);
            state = made.state();
        }
    }

    @Test
    void what_cannot_control_is_refused() {
        Task task = reaching(arm(), 1, 1, false).open();
        assertThatThrownBy(
                        () -> Problem.of(task, Schema.of(EncoderDecoder.class).initial()))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("hold the arm");
        ModelSettings machine =
                Schema.of(Rbm.class).with(Schema.of(Rbm.class).initial(), "visible", VisibleUnits.GAUSSIAN);
        assertThatThrownBy(() -> Problem.of(task, machine))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("Boltzmann");
        assertThat(Problem.of(task, new Gru(2)).received()).isEqualTo(8);
        assertThat(Problem.of(task, new Gru(2)).predicted()).isEqualTo(2);
    }

    private static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }
}
