package unroll.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.backend.ReferenceBackend;
import unroll.engine.baseline.LinearAutoregression;
import unroll.engine.loss.Loss;
import unroll.engine.model.RandomNetwork.NetworkSpec;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;
import unroll.engine.sequence.Batch;

/** Holds what is learned by gradients to what the baseline solves by normal equations. */
class LinearAutoregressiveTest {
    /**
     * At the solution of the normal equations the gradient of half the squared error is {@code -ridge A}, and 0 for the
     * constant, which the ridge does not hold. Steps whose taps reach back before the first do not count.
     */
    @ParameterizedTest(name = "{0} taps")
    @ValueSource(ints = {1, 2, 4})
    void where_the_normal_equations_are_solved_the_gradient_balances_the_ridge(int taps) {
        double ridge = 1e-3;
        Batch batch = noise(9, 7, 2, 3, taps);
        LinearAutoregression baseline = new LinearAutoregression(taps, ridge, Loss.SQUARED);
        baseline.fit(batch);
        NetworkSpec made = new NetworkSpec(new LinearAutoregressive(taps), Loss.SQUARED, 9, 7, 2, 3, false, 1);
        RandomNetwork net = new RandomNetwork(new ReferenceBackend(), made);
        net.rollout.load(batch.input(), batch.target(), batch.weight());
        double[] solution = coefficients(baseline, net.layout, taps, 2, 3);
        double[] residue = residue(net, solution, ridge);
        // sums of 63 products of size 1, and coefficients to some 1e-14
        assertThat(RandomNetwork.largest(residue)).isLessThan(1e-11);
        solution[1] += 1e-9;
        assertThat(RandomNetwork.largest(residue(net, solution, ridge)))
                .as("negative control")
                .isGreaterThan(1e-9);
        assertThat(RandomNetwork.largest(solution)).isGreaterThan(0.01);
    }

    private static double[] residue(RandomNetwork net, double[] solution, double ridge) {
        net.set(solution);
        net.rollout.gradient(1);
        double[] residue = net.read(net.parameters.gradient());
        for (int i = 0; i < net.layout.slot("A").size(); i++) {
            residue[i] += ridge * solution[i];
        }
        return residue;
    }

    private static Batch noise(int steps, int sequences, int inputs, int outputs, int taps) {
        Batch batch = new Batch(steps, sequences, inputs, outputs);
        Philox random = new Philox(3, Purpose.SAMPLING);
        Arrays.setAll(batch.input(), i -> random.gaussian());
        Arrays.setAll(batch.target(), i -> random.gaussian());
        Arrays.setAll(batch.weight(), i -> i < (taps - 1) * sequences ? 0 : 0.5 + random.nextDouble());
        return batch;
    }

    /** What the baseline predicts from nothing is its constant, from a single 1 its coefficient more. */
    private static double[] coefficients(LinearAutoregression baseline, Layout layout, int taps, int in, int out) {
        double[] theta = new double[layout.size()];
        Batch probe = new Batch(taps + 1, 1, in, out);
        int last = probe.targetAt(taps, 0);
        double[] constant = Arrays.copyOfRange(baseline.predict(probe), last, last + out);
        System.arraycopy(constant, 0, theta, layout.slot("b_o").offset(), out);
        for (int j = 0; j < taps; j++) {
            for (int i = 0; i < in; i++) {
                probe.clear();
                probe.input()[probe.inputAt(taps - j, 0) + i] = 1;
                double[] prediction = baseline.predict(probe);
                for (int o = 0; o < out; o++) {
                    theta[(j * out + o) * in + i] = prediction[last + o] - constant[o];
                }
            }
        }
        return theta;
    }
}
