package unroll.engine.gradient;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.engine.gradient.GradientFlow.JacobianStatus;

/** The sentences about flows that were made to vanish, explode or last. */
class FlowWordsTest {
    private static final int STEPS = 41;

    /** A flow whose errors are multiplied by a factor in one direction and by another in the rest at every step back. */
    private static GradientFlow geometric(double most, double least) {
        int[] steps = {0, 10, 20, 30, 40};
        double[] largest = Arrays.stream(steps)
                .mapToDouble(t -> Math.pow(most, STEPS - 1 - t))
                .toArray();
        double[] smallest = Arrays.stream(steps)
                .mapToDouble(t -> Math.pow(least, STEPS - 1 - t))
                .toArray();
        return new GradientFlow(
                new double[STEPS],
                new double[0],
                JacobianStatus.COMPUTED,
                steps,
                largest,
                smallest,
                smallest,
                new double[5]);
    }

    private static GradientFlow errors(double... errors) {
        return new GradientFlow(
                errors,
                new double[0],
                JacobianStatus.TOO_LARGE,
                new int[0],
                new double[0],
                new double[0],
                new double[0],
                new double[0]);
    }

    static Stream<Arguments> fates() {
        return Stream.of(
                Arguments.of(
                        0.7,
                        0.1,
                        "After 20 steps back at most 0.0008 of an error is left, after 40 at most 6.4e-7:"
                                + " it vanishes."),
                Arguments.of(0.83, 0.1, "After 40 steps back at most 0.00058 of an error is left: it vanishes."),
                Arguments.of(1.0, 1.0, "After 40 steps back an error is 1 to 1 times itself: it lasts."),
                Arguments.of(
                        1.1,
                        0.5,
                        "After 40 steps back an error is 9.1e-13 to 45 times itself: in some directions"
                                + " it lasts."),
                Arguments.of(1.5, 0.5, "After 40 steps back an error can be 1.1e7 times itself: it explodes."));
    }

    @ParameterizedTest(name = "{0} and {1}")
    @MethodSource("fates")
    void the_singular_values_decide(double most, double least, String words) {
        assertThat(FlowWords.of(geometric(most, least))).isEqualTo(words);
    }

    @Test
    void a_product_without_a_number_is_an_explosion() {
        GradientFlow flow = geometric(1.5, 0.5);
        flow.largest()[0] = Double.NaN;
        flow.largest()[1] = Double.NaN;
        assertThat(FlowWords.of(flow))
                .isEqualTo("Further than 20 steps back an error has left the finite numbers: it explodes.");
    }

    @Test
    void where_the_state_is_not_followed_the_sizes_of_the_errors_speak() {
        assertThat(FlowWords.of(errors(2e-6, 1, 2, 0)))
                .isEqualTo("At step 1 the error signal is 1e-6 of that at step 3: it vanishes.");
        assertThat(FlowWords.of(errors(0, 1, 0, 2)))
                .isEqualTo("Nothing arrives before step 2. At step 2 the error signal is 0.5 of that at step 4.");
        assertThat(FlowWords.of(errors(880_000, 2))).contains("is 440,000 of that");
        assertThat(FlowWords.of(errors(1998, 2))).contains("is 1,000 of that"); // rounded up to it
        assertThat(FlowWords.of(errors(1980, 2))).contains("is 990 of that");
        assertThat(FlowWords.of(errors(8000, 2))).endsWith("is 4,000 of that at step 2: it explodes.");
        assertThat(FlowWords.of(errors(Double.NaN, Double.POSITIVE_INFINITY, 1)))
                .startsWith("At step 2 the error signal has left the finite numbers");
        assertThat(FlowWords.of(errors(0, 0, 3))).isEqualTo("An error arrives at step 3 alone.");
        assertThat(FlowWords.of(errors(0, 0))).isEqualTo("No error arrives at any step.");
    }

    @Test
    void a_network_without_a_state_sends_nothing_back() {
        double[] none = new double[0];
        assertThat(FlowWords.of(new GradientFlow(
                        new double[] {1, 1}, none, JacobianStatus.NO_STATE, new int[0], none, none, none, none)))
                .isEqualTo("Errors stay at the step where they arise.");
    }
}
