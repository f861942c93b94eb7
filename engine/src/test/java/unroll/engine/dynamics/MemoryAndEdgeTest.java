package unroll.engine.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.RandomMatrices_DDRM;
import org.junit.jupiter.api.Test;
import unroll.engine.analysis.Eigenvalues;
import unroll.engine.backend.Activation;
import unroll.engine.loss.Loss;
import unroll.engine.model.Layout;
import unroll.engine.model.StandardRnn;
import unroll.engine.perturb.Growth;
import unroll.engine.problem.Predictor;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;

class MemoryAndEdgeTest {
    private static NetworkMap reservoir(Activation f, double[] w, int n) {
        Predictor predictor = Nets.predictor(new StandardRnn(n, f), 1, 1, Loss.SQUARED);
        Layout layout = predictor.layout();
        double[] theta = new double[layout.size()];
        Nets.put(theta, layout, "W_hh", w);
        double[] in = new double[n];
        Philox random = new Philox(2, Purpose.SAMPLING);
        Arrays.setAll(in, i -> random.gaussian());
        Nets.put(theta, layout, "W_hv", in);
        return new NetworkMap(predictor, theta, new InputMode.Held(new double[1]));
    }

    private static double[] orthogonal(int n, double radius) {
        DMatrixRMaj q = RandomMatrices_DDRM.orthogonal(n, n, new java.util.Random(3));
        return Arrays.stream(q.data).map(x -> radius * x).toArray();
    }

    @Test
    void a_linear_reservoir_remembers_as_many_inputs_as_it_has_units() {
        for (int n : new int[] {5, 20}) {
            NetworkMap map = reservoir(Activation.LINEAR, orthogonal(n, 0.95), n);
            MemoryCapacity found = MemoryCapacity.of(map, 0, 10 * n, 20_000, 1, share -> {});
            assertThat(found.sum()).isCloseTo(n, within(0.2 + 0.02 * n));
            double first = 1 - Math.pow(0.95, 2 * n); // each n lags share what a turn of n steps leaves
            assertThat(found.recalled()[0]).isCloseTo(first, within(0.03));
            assertThat(found.halfLag()).isBetween(n == 20 ? 17 : 0, n == 20 ? 23 : 0);
            assertThat(Arrays.stream(found.recalled())).allMatch(share -> share <= 1);
        }
    }

    @Test
    void a_unit_that_forgets_remembers_its_last_input_and_little_else() {
        NetworkMap map = reservoir(Activation.LINEAR, new double[] {0.5}, 1);
        MemoryCapacity found = MemoryCapacity.of(map, 0, 10, 20_000, 1, share -> {});
        for (int k = 0; k < 6; k++) { // correlation with u_t-k: 0.5^k sqrt(1 - 0.25)
            assertThat(found.recalled()[k]).isCloseTo(0.75 * Math.pow(0.25, k), within(0.02));
        }
        assertThat(found.halfLag()).isEqualTo(1);
    }

    @Test
    void without_input_the_edge_of_chaos_is_at_spectral_radius_1_and_inputs_move_it_outwards() {
        int n = 80;
        double[] w = Arrays.stream(Nets.gaussian(n, 1, 16))
                .flatMapToDouble(Arrays::stream)
                .toArray();
        double radius = Eigenvalues.every(w, n).radius();
        NetworkMap map =
                reservoir(Activation.TANH, Arrays.stream(w).map(x -> x / radius).toArray(), n);
        Philox random = new Philox(5, Purpose.SAMPLING);
        double[] u = new double[400];
        Arrays.setAll(u, t -> 2 * random.nextDouble() - 1);
        double[] start = new double[n];
        Arrays.setAll(start, i -> 0.1 * Math.sin(i));
        double[] gains = {0.8, 0.9, 1.5, 2, 2.5};
        ExponentMap found = ExponentMap.of(
                (gain, scale) -> new Knob.Gain()
                        .turned(map, gain)
                        .receiving(new InputMode.Driven(Arrays.stream(u)
                                .mapToObj(x -> new double[] {scale * x})
                                .toArray(double[][]::new))),
                gains,
                new double[] {0, 1},
                start,
                400,
                100,
                share -> {});
        assertThat(found.exponents()[0][0]).isCloseTo(Math.log(0.8), within(5e-3));
        assertThat(found.exponents()[1][0]).isCloseTo(Math.log(0.9), within(5e-3));
        assertThat(found.exponents()[3][0]).isGreaterThan(0.02);
        assertThat(found.edge()[0]).isBetween(0.9, 2.0);
        assertThat(found.edge()[1]).isGreaterThan(found.edge()[0]);
        assertThat(found.exponents()[2][1]).isNegative();
        assertThatThrownBy(() -> ExponentMap.of((a, b) -> map, gains, gains, start, 5, 5, share -> {}))
                .hasMessageContaining("cannot be dropped");
    }

    @Test
    void a_butterfly_spreads_at_the_exponent_and_a_quiet_network_forgets_it_at_its_radius() {
        double mu = 5.4;
        StateMap loud = Nets.autonomous(
                Activation.LOGISTIC, new double[][] {{-5 * mu, 5 * mu}, {-25 * mu, 25 * mu}}, new double[2], 0.4, 0.6);
        double sum = 0;
        double[] state = loud.trajectory(new double[] {0.4, 0.6}, 0, 1000)[1000];
        for (int i = 0; i < 20; i++) {
            Butterfly found = Butterfly.of(loud, state, 32, 1e-8, 80, 1);
            assertThat(found.distances()).hasDimensions(32, 81);
            assertThat(found.median()[0]).isCloseTo(1e-8, within(1e-15));
            assertThat(found.growth()).isInstanceOf(Growth.Rate.class);
            sum += ((Growth.Rate) found.growth()).perStep() / 20;
            for (int t = 0; t < 81; t++) {
                assertThat(found.low()[t]).isLessThanOrEqualTo(found.median()[t]);
                assertThat(found.high()[t]).isGreaterThanOrEqualTo(found.median()[t]);
            }
            state = loud.trajectory(state, 0, 37)[37];
        }
        assertThat(sum).isCloseTo(0.485, within(0.12));

        StateMap quiet = Nets.autonomous(Activation.LINEAR, Nets.rotation(0.8, 1), new double[] {1, 0}, 0, 0);
        Growth.Rate rate = (Growth.Rate)
                Butterfly.of(quiet, new double[] {1, 1}, 8, 1e-6, 40, 1).growth();
        assertThat(rate.perStep()).isCloseTo(Math.log(0.8), within(1e-6));
    }
}
