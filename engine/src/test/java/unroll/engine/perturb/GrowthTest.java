package unroll.engine.perturb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.backend.Activation;
import unroll.engine.backend.ReferenceBackend;
import unroll.engine.model.FeedForward;
import unroll.engine.model.Gru;
import unroll.engine.model.Layout;
import unroll.engine.model.ModelSettings;
import unroll.engine.model.StandardRnn;
import unroll.engine.setting.WholeNumbers;

class GrowthTest {
    private static final int STEPS = 12;

    /** W^t d by plain loops: what the difference is after a pulse in a linear network. */
    private static double[] distances(NetworkOnASequence network, int units, double[] kick, int steps) {
        double[] w = slot(network, "W_hh");
        double[] distances = new double[steps];
        double[] d = kick;
        for (int t = 0; t < steps; t++) {
            double sum = 0;
            double[] next = new double[units];
            for (int i = 0; i < units; i++) {
                sum += d[i] * d[i];
                for (int j = 0; j < units; j++) {
                    next[i] += w[i * units + j] * d[j];
                }
            }
            distances[t] = Math.sqrt(sum);
            d = next;
        }
        return distances;
    }

    /** The largest norm of a state. */
    private static double largest(Response response) {
        double largest = 0;
        for (double[] state : response.undisturbed().state()) {
            double sum = 0;
            for (double x : state) {
                sum += x * x;
            }
            largest = Math.max(largest, Math.sqrt(sum));
        }
        return largest;
    }

    private static double[] slot(NetworkOnASequence network, String name) {
        Layout.Slot slot = network.layout.slots().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        double[] numbers = new double[slot.size()];
        System.arraycopy(network.theta, slot.offset(), numbers, 0, numbers.length);
        return numbers;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 6, 13, 40})
    void inALinearNetworkTheDifferenceGoesAsThePowersOfItsWeights(int units) {
        NetworkOnASequence network = new NetworkOnASequence(
                new ReferenceBackend(), new StandardRnn(units, Activation.LINEAR), 30, false, 0.9 / Math.sqrt(units));
        double[] input = slot(network, "W_hv");
        double[] kick = new double[units];
        for (int i = 0; i < units; i++) {
            kick[i] = 1e-3 * input[i * NetworkOnASequence.INPUTS + 2];
        }
        Response response = network.to(new Pulse(3, 10, 1e-3));
        double[] expected = distances(network, units, kick, 21);
        double rounding = 4 * 30 * 0x1p-53 * largest(response); // some roundings of the state at each of 30 steps
        for (int t = 9; t < 30; t++) {
            assertThat(response.states()[t]).as("step %d", t).isCloseTo(expected[t - 9], within(rounding));
        }
        assertThat(response.growth()).isInstanceOfSatisfying(Growth.Rate.class, rate -> {
            assertThat(rate.from()).isEqualTo(9);
            double lambda = Math.log(expected[rate.to() - 9] / expected[0]) / (rate.to() - 9);
            assertThat(rate.perStep()).isCloseTo(lambda, within(rounding / expected[rate.to() - 9]));
        });
    }

    /** With weights of a times the identity a difference grows a-fold a step: lambda = ln a, the closed form. */
    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.9, 1, 1.12})
    void theRateOfGrowthIsTheLogarithmOfWhatAStepMakesOfADifference(double a) {
        NetworkOnASequence network =
                new NetworkOnASequence(new ReferenceBackend(), new StandardRnn(4, Activation.LINEAR), 30, false, 0.5);
        double[] theta = network.theta.clone();
        Layout.Slot w = network.layout.slots().stream()
                .filter(slot -> slot.name().equals("W_hh"))
                .findFirst()
                .orElseThrow();
        for (int i = 0; i < w.size(); i++) {
            theta[w.offset() + i] = i % 5 == 0 ? a : 0;
        }
        network.set(theta);
        Response response = network.to(new Pulse(1, 4, 1e-4));
        assertThat(response.growth()).isInstanceOfSatisfying(Growth.Rate.class, rate -> {
            double rounding = 4 * 30 * 0x1p-53 * largest(response) / response.states()[29];
            assertThat(rate.perStep()).isCloseTo(Math.log(a), within(rounding));
            assertThat(rate.to()).isEqualTo(29);
        });
    }

    @Test
    void aDifferenceIsFollowedWhileItIsSmallAndLeftToItself() {
        double[] distance = {0, 0, 0.01, 0.02, 0.04, 0.08, 0.9, 0.05};
        assertThat(Growth.of(distance, 2, 1, 0x1p-53)).isInstanceOfSatisfying(Growth.Rate.class, rate -> {
            assertThat(rate.perStep()).isCloseTo(Math.log(2), within(1e-12));
            assertThat(rate.from()).isEqualTo(2);
            assertThat(rate.to()).isEqualTo(5);
            assertThat(rate.doubling()).isCloseTo(1, within(1e-12));
        });
        assertThat(Growth.of(distance, 3, 1, 0x1p-53))
                .isInstanceOfSatisfying(
                        Growth.Rate.class, rate -> assertThat(rate.from()).isEqualTo(3));
        assertThat(Growth.of(distance, 2, 0.05, 0x1p-53)).isEqualTo(Growth.Unknown.TOO_LARGE);
        assertThat(Growth.of(distance, 2, 1e5, 0x1p-24)).as("rounding").isEqualTo(Growth.Unknown.TOO_SMALL);
        assertThat(Growth.of(new double[] {0, 1e-3, 0, 0}, 1, 1, 0x1p-53)).isEqualTo(Growth.Unknown.TOO_SMALL);
        assertThat(Growth.of(new double[] {0, Double.NaN}, 0, 1, 0x1p-53)).isEqualTo(Growth.Unknown.NOT_FINITE);
    }

    @Test
    void whereNothingIsLeftToItselfOrCarriedNoGrowthIsTold() {
        NetworkOnASequence recurrent = new NetworkOnASequence(new ReferenceBackend(), new Gru(4), STEPS, false, 0.7);
        assertThat(recurrent.to(new Lesion(2)).growth()).isEqualTo(Growth.Unknown.DISTURBED);
        assertThat(recurrent.to(new StateNoise(3, STEPS - 2, 1e-3, 1)).growth()).isEqualTo(Growth.Unknown.DISTURBED);
        ModelSettings layers = new FeedForward(WholeNumbers.of(4), Activation.TANH);
        Response without =
                new NetworkOnASequence(new ReferenceBackend(), layers, STEPS, false, 0.7).to(new Pulse(1, 3, 0.1));
        assertThat(without.growth()).isEqualTo(Growth.Unknown.NO_STATE);
        assertThat(without.states()[2]).isPositive();
        assertThat(without.states()[3]).isZero();
    }

    // Words

    @Test
    void wordsSayWhetherADifferenceGrowsOrDiesAway() {
        NetworkOnASequence network =
                new NetworkOnASequence(new ReferenceBackend(), new StandardRnn(4, Activation.LINEAR), 30, false, 0.01);
        assertThat(ResponseWords.of(network.to())).startsWith("Nothing changes");
        assertThat(ResponseWords.of(network.to(new Pulse(1, 4, 1e-3)))).contains("From step 4", "shrinks", "dies away");
        assertThat(ResponseWords.of(network.to(new Lesion(1)))).contains("disturbed to the end");
        Response grown = new Response(
                network.to().undisturbed(),
                network.to().undisturbed(),
                new double[] {0, 0.01, 0.0112, 0.5},
                new double[4],
                OptionalInt.of(1),
                new Growth.Rate(Math.log(1.12), 1, 2));
        assertThat(ResponseWords.of(grown))
                .isEqualTo("From step 2 to 3 the difference grows 1.12-fold a step: it doubles every 6.1 steps."
                        + " From step 4 on it is no longer small.");
    }
}
