package unroll.engine.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The loss and its gradient against all alignments one by one, and what must hold of them for any outputs. */
class CtcTest {
    /** Sums of at most K^T = 4,096 products of at most 7 numbers, each right to 2^-53: 2^-53 (4,096 + 7) is 5e-13. */
    private static final double ENUMERATED = 5e-13;

    static Stream<Arguments> sizes() {
        return Stream.of(Collapse.values())
                .flatMap(collapse -> Stream.of(
                        Arguments.of(collapse, 1, 2),
                        Arguments.of(collapse, 2, 1),
                        Arguments.of(collapse, 4, 3),
                        Arguments.of(collapse, 7, 2),
                        Arguments.of(collapse, 6, 3),
                        Arguments.of(collapse, 5, 4),
                        Arguments.of(collapse, 6, 4)));
    }

    @ParameterizedTest(name = "{0}, T = {1}, K = {2}")
    @MethodSource("sizes")
    void every_string_has_the_probability_and_gradient_of_its_alignments(Collapse collapse, int steps, int classes) {
        Outputs outputs = Outputs.random(steps, classes, 1.5, steps + 10L * classes);
        Ctc ctc = outputs.ctc(collapse);
        double[] p = outputs.softmax();
        double total = 0;
        for (Map.Entry<List<Integer>, Enumeration.Mass> string :
                new Enumeration(collapse, outputs).strings().entrySet()) {
            int[] labels = Enumeration.array(string.getKey());
            Enumeration.Mass mass = string.getValue();
            double[] gradient = outputs.gradient(ctc, labels);
            double value = outputs.value(ctc, labels);
            total += Math.exp(-value);
            assertThat(Math.exp(-value) / mass.probability()).isCloseTo(1, within(ENUMERATED));
            for (int i = 0; i < p.length; i++) {
                assertThat(ctc.posterior(i / classes, i % classes)).isCloseTo(mass.posterior(i), within(ENUMERATED));
                assertThat(gradient[i]).isCloseTo(p[i] - mass.posterior(i), within(ENUMERATED));
            }
        }
        assertThat(total).as("the strings' probabilities together").isCloseTo(1, within(ENUMERATED));
    }

    /** But for no label at all and for a label at each of the 5 steps, which have one alignment in both forms. */
    @Test
    void the_other_form_has_other_probabilities() {
        Outputs outputs = Outputs.random(5, 3, 1, 4);
        Ctc merging = outputs.ctc(Collapse.MERGE_REPEATS);
        Ctc dropping = outputs.ctc(Collapse.DROP_BLANKS);
        new Enumeration(Collapse.MERGE_REPEATS, outputs).strings().forEach((labels, mass) -> {
            double right = Math.exp(-outputs.value(merging, Enumeration.array(labels)));
            double wrong = Math.exp(-outputs.value(dropping, Enumeration.array(labels)));
            assertThat(Math.abs(right - mass.probability())).isLessThan(1e-14);
            assertThat(Math.abs(wrong - mass.probability()) > 1e-6)
                    .as("%s tells the forms apart", labels)
                    .isEqualTo(!labels.isEmpty() && labels.size() < 5);
        });
    }

    /** With five frames for "hello" the thesis' form has one alignment and the merging one has none. */
    @Test
    void hello_needs_no_blank_where_repeats_are_kept() {
        int[] hello = {1, 0, 2, 2, 3};
        Outputs outputs = Outputs.random(5, 5, 1, 6);
        double[] p = outputs.softmax();
        double product = 1;
        for (int t = 0; t < 5; t++) {
            product *= p[t * 5 + hello[t]];
        }
        assertThat(outputs.value(outputs.ctc(Collapse.DROP_BLANKS), hello))
                .isCloseTo(-Math.log(product), within(1e-14));
        assertThat(outputs.value(outputs.ctc(Collapse.MERGE_REPEATS), hello)).isInfinite();
    }

    @ParameterizedTest(name = "{0}, T = {1}, K = {2}")
    @MethodSource("sizes")
    void finite_differences_approach_the_gradient_with_the_square_of_the_step(
            Collapse collapse, int steps, int classes) {
        if (classes == 1) {
            return; // one class is certain, whatever o
        }
        Outputs outputs = Outputs.random(steps, classes, 1, 7);
        double[] v = Outputs.random(steps, classes, 1, 8).o();
        Ctc ctc = outputs.ctc(collapse);
        int[] labels = steps < 4 ? new int[] {0} : new int[] {0, classes - 2, 0};
        ToDoubleFunction<Outputs> value = moved -> moved.value(ctc, labels);
        double slope = dot(outputs.gradient(ctc, labels), v);
        double coarse = Math.abs(difference(outputs, v, 0.02, value) - slope);
        double fine = Math.abs(difference(outputs, v, 0.01, value) - slope);
        // the error is c h^2 + d h^4: the ratio is 4 up to 15 d h^2 / c
        assertThat(coarse / fine).isCloseTo(4, within(0.1));
        double planted = slope + 1e-3;
        assertThat(Math.abs(difference(outputs, v, 0.02, value) - planted)
                        / Math.abs(difference(outputs, v, 0.01, value) - planted))
                .as("negative control: a gradient that is off")
                .isLessThan(3.9);
    }

    private static double difference(Outputs outputs, double[] v, double h, ToDoubleFunction<Outputs> value) {
        return (value.applyAsDouble(outputs.moved(h, v)) - value.applyAsDouble(outputs.moved(-h, v))) / (2 * h);
    }

    private static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Collapse.class)
    void rows_of_the_gradient_sum_to_nothing_and_the_thesis_form_says_each_label_once(Collapse collapse) {
        int steps = 40;
        int classes = 5;
        int[] labels = {3, 1, 1, 0, 2, 2, 2};
        Outputs outputs = Outputs.random(steps, classes, 2, 11);
        Ctc ctc = outputs.ctc(collapse);
        double[] gradient = outputs.gradient(ctc, labels);
        double labelMass = 0;
        double[] times = new double[labels.length];
        for (int t = 0; t < steps; t++) {
            double row = 0;
            double states = 0;
            for (int k = 0; k < classes; k++) {
                row += gradient[t * classes + k];
                labelMass += k < classes - 1 ? ctc.posterior(t, k) : 0;
            }
            for (int s = 0; s <= 2 * labels.length; s++) {
                states += ctc.alignment(t, s);
                if (s % 2 == 1) {
                    times[s / 2] += ctc.alignment(t, s);
                }
            }
            assertThat(row).isCloseTo(0, within(1e-15 * classes));
            assertThat(states).isCloseTo(1, within(1e-14));
        }
        if (collapse == Collapse.DROP_BLANKS) {
            assertThat(labelMass).isCloseTo(labels.length, within(1e-12));
            assertThat(Arrays.stream(times).boxed())
                    .allSatisfy(time -> assertThat(time).isCloseTo(1, within(1e-12)));
        } else {
            assertThat(labelMass).as("labels may last").isGreaterThan(labels.length + 0.1);
            assertThat(Arrays.stream(times).boxed())
                    .allSatisfy(time -> assertThat(time).isGreaterThan(1));
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Collapse.class)
    void a_string_that_cannot_be_spelled_costs_infinitely_much_and_has_no_gradient(Collapse collapse) {
        int[] labels = {1, 1, 0};
        int fewest = collapse == Collapse.DROP_BLANKS ? 3 : 4; // equal neighbours that merge take a blank in between
        for (int steps : new int[] {0, 1, fewest - 1, fewest}) {
            Outputs outputs = Outputs.random(steps, 3, 1, 5);
            Ctc ctc = new Ctc(collapse, steps, 3, 9);
            double value = outputs.value(ctc, labels);
            double[] gradient = outputs.gradient(ctc, labels);
            double[] curvature = new double[steps * 3];
            ctc.curvature(1, outputs.o(), curvature);
            if (steps < fewest) {
                assertThat(value).isEqualTo(Double.POSITIVE_INFINITY);
                assertThat(gradient).containsOnly(new double[steps]);
                assertThat(curvature).containsOnly(new double[steps]);
            } else {
                assertThat(value).isFinite();
                assertThat(gradient).doesNotContain(0, Double.NaN);
                assertThat(curvature).doesNotContain(0, Double.NaN);
            }
        }
        assertThat(Outputs.zero(0, 3).value(new Ctc(collapse, 0, 3, 0)))
                .as("no label in no step is certain")
                .isZero();
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Collapse.class)
    void an_output_of_exactly_nothing_rules_alignments_out(Collapse collapse) {
        Outputs outputs = Outputs.random(3, 3, 1, 5);
        outputs.o()[1] = Double.NEGATIVE_INFINITY;
        outputs.o()[4] = Double.NEGATIVE_INFINITY;
        Ctc ctc = outputs.ctc(collapse);
        double[] p = outputs.softmax();
        double[] gradient = outputs.gradient(ctc, 1);
        assertThat(outputs.value(ctc, 1)).isCloseTo(-Math.log(p[2] * p[5] * p[7]), within(1e-14));
        assertThat(gradient).doesNotContain(Double.NaN);
        assertThat(gradient[1]).isZero();
        outputs.o()[7] = Double.NEGATIVE_INFINITY;
        assertThat(outputs.gradient(ctc, 1)).containsOnly(0);
        assertThat(outputs.value(ctc, 1)).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Collapse.class)
    void outputs_that_are_no_numbers_are_not_hidden(Collapse collapse) {
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            Outputs outputs = Outputs.random(6, 3, 1, 5);
            outputs.o()[10] = bad;
            assertThat(outputs.value(outputs.ctc(collapse), 1, 0)).isNaN();
            assertThat(outputs.gradient(outputs.ctc(collapse), 1, 0)[4]).isNaN();
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Collapse.class)
    void a_sequence_of_a_batch_is_the_steps_of_it_that_count(Collapse collapse) {
        int classes = 4;
        int sequences = 3;
        int b = 1;
        double[] weight = new double[9 * sequences];
        double[] o = Outputs.random(9 * sequences, classes, 1, 3).o();
        double[] target = new double[o.length];
        int[] steps = {0, 2, 3, 4, 7};
        int[] path = {3, 1, 3, 1, 0}; // spells 1 1 0 in both forms
        double[] alone = new double[steps.length * classes];
        for (int i = 0; i < steps.length; i++) {
            int at = steps[i] * sequences + b;
            weight[at] = 1;
            target[at * classes + path[i]] = 1;
            System.arraycopy(o, at * classes, alone, i * classes, classes);
        }
        weight[0] = 1; // of another sequence
        Ctc ctc = new Ctc(collapse, 5, classes, 3);
        Outputs sequence = new Outputs(alone, 5, classes);
        double[] expected = sequence.gradient(sequence.ctc(collapse), 1, 1, 0);
        double value = sequence.value(sequence.ctc(collapse), 1, 1, 0);
        assertThat(ctc.value(o, weight, sequences, b, new int[] {1, 1, 0, 99}, 3))
                .isEqualTo(value);
        assertThat(ctc.value(o, target, weight, sequences, b)).isEqualTo(value);
        assertThat(ctc.labels()).isEqualTo(3);
        double[] gradient = new double[o.length];
        Arrays.fill(gradient, 77);
        ctc.gradient(0.5, gradient);
        for (int i = 0; i < gradient.length; i++) {
            int row = i / classes;
            int step = Arrays.binarySearch(steps, row / sequences);
            double mine = step < 0 ? 0 : 0.5 * expected[step * classes + i % classes];
            assertThat(gradient[i]).isEqualTo(row % sequences == b ? mine : 77);
        }
    }

    @Test
    void what_does_not_fit_is_refused() {
        Ctc ctc = new Ctc(Collapse.DROP_BLANKS, 3, 3, 2);
        double[] o = new double[9];
        double[] all = {1, 1, 1};
        assertThatThrownBy(() -> ctc.value(o, all, 1, 0, new int[] {2}, 1)).hasMessageContaining("label 2");
        assertThatThrownBy(() -> ctc.value(o, all, 1, 0, new int[] {-1}, 1)).hasMessageContaining("label -1");
        assertThatThrownBy(() -> ctc.value(o, all, 1, 0, new int[3], 3))
                .hasMessageContaining("the longest string has 2");
        assertThatThrownBy(() -> ctc.value(o, new double[] {1, 0.5, 1}, 1, 0, new int[1], 1))
                .hasMessageContaining("0.5");
        assertThatThrownBy(() -> ctc.value(o, new double[] {1, Double.NaN, 1}, 1, 0, new int[1], 1))
                .hasMessageContaining("NaN");
        assertThatThrownBy(() -> ctc.value(new double[8], all, 1, 0, new int[1], 1))
                .hasMessageContaining("8 outputs");
        assertThatThrownBy(() -> ctc.value(new double[12], new double[] {1, 1, 1, 1}, 1, 0, new int[1], 1))
                .hasMessageContaining("a sequence has at most 3");
        assertThatThrownBy(() -> ctc.value(o, all, 1, 1, new int[1], 1)).hasMessageContaining("no sequence 1");
        assertThatThrownBy(() -> ctc.value(o, new double[8], all, 1, 0)).hasMessageContaining("8 numbers");
        ctc.value(o, all, 1, 0, new int[1], 1);
        assertThatThrownBy(() -> ctc.gradient(1, new double[8])).hasMessageContaining("8 numbers");
        assertThatThrownBy(() -> ctc.curvature(1, new double[8], o)).hasMessageContaining("8 numbers");
        assertThatThrownBy(() -> new Ctc(Collapse.DROP_BLANKS, 3, 0, 2)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Collapse.class)
    void a_second_sequence_allocates_nothing(Collapse collapse) {
        Outputs outputs = Outputs.random(20, 5, 1, 2);
        Ctc ctc = outputs.ctc(collapse);
        double[] weight = outputs.counted();
        double[] to = new double[outputs.o().length];
        int[] labels = {1, 2, 2, 0, 3};
        Runnable work = () -> {
            ctc.value(outputs.o(), weight, 1, 0, labels, labels.length);
            ctc.gradient(1, to);
            ctc.curvature(1, outputs.o(), to);
            ctc.value(outputs.o(), to, weight, 1, 0);
        };
        // one object a round would be at least 16 bytes a round
        assertThat(allocated(work)).isLessThan(16 * 100);
        double[][] kept = new double[1][];
        assertThat(allocated(() -> {
                    work.run();
                    kept[0] = new double[1];
                }))
                .as("negative control: an object a round")
                .isGreaterThanOrEqualTo(16 * 500);
    }

    /** Bytes that this thread allocates in 500 rounds, after 100 to warm up. */
    private static long allocated(Runnable work) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (int i = 0; i < 100; i++) {
            work.run();
        }
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 500; i++) {
            work.run();
        }
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
