package unroll.engine.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Best path and beam search against all alignments one by one. */
class DecodingTest {
    static Stream<Arguments> sizes() {
        return CtcTest.sizes();
    }

    @ParameterizedTest(name = "{0}, T = {1}, K = {2}")
    @MethodSource("sizes")
    void an_unlimited_beam_finds_every_string_with_its_probability(Collapse collapse, int steps, int classes) {
        for (long seed = 0; seed < 5; seed++) {
            Outputs outputs = Outputs.random(steps, classes, 1, seed);
            Enumeration all = new Enumeration(collapse, outputs);
            List<Decoding> found = new BeamSearch(collapse, BeamSearch.UNLIMITED).decode(outputs.logProbabilities());
            assertThat(found.stream().map(Decoding::labels))
                    .containsExactlyInAnyOrderElementsOf(all.strings().keySet());
            for (Decoding decoding : found) {
                double ratio = Math.exp(decoding.logProbability())
                        / all.of(decoding.labels()).probability();
                assertThat(ratio).isCloseTo(1, within(1e-12));
            }
            assertThat(found).isSortedAccordingTo(Comparator.comparingDouble(d -> -d.logProbability()));
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Collapse.class)
    void a_narrow_beam_finds_no_string_twice_and_never_more_than_its_probability(Collapse collapse) {
        int pruned = 0;
        int best = 0;
        for (long seed = 0; seed < 60; seed++) {
            Outputs outputs = Outputs.random(7, 3, 0.5, 100 + seed);
            Enumeration all = new Enumeration(collapse, outputs);
            double most = all.strings().values().stream()
                    .mapToDouble(Enumeration.Mass::probability)
                    .max()
                    .orElseThrow();
            for (int width : new int[] {1, 2, 5}) {
                List<Decoding> found = new BeamSearch(collapse, width).decode(outputs.logProbabilities());
                assertThat(found).hasSize(width);
                assertThat(found.stream().map(Decoding::labels)).doesNotHaveDuplicates();
                for (Decoding decoding : found) {
                    double exact = all.of(decoding.labels()).probability();
                    assertThat(Math.exp(decoding.logProbability())).isLessThanOrEqualTo(exact * (1 + 1e-12));
                    pruned += Math.exp(decoding.logProbability()) < 0.99 * exact ? 1 : 0;
                }
                best += width == 5 && all.of(found.getFirst().labels()).probability() == most ? 1 : 0;
            }
        }
        assertThat(pruned).as("some mass was pruned").isPositive();
        assertThat(best).as("of 60 most probable strings, found by a beam of 5").isGreaterThan(30);
    }

    @ParameterizedTest(name = "{0}, T = {1}, K = {2}")
    @MethodSource("sizes")
    void the_best_path_is_the_most_probable_alignment(Collapse collapse, int steps, int classes) {
        Outputs outputs = Outputs.random(steps, classes, 1, 31);
        double[] p = outputs.softmax();
        int[] path = new int[steps];
        double product = 1;
        for (int t = 0; t < steps; t++) {
            for (int k = 0; k < classes; k++) {
                path[t] = p[t * classes + k] > p[t * classes + path[t]] ? k : path[t];
            }
            product *= p[t * classes + path[t]];
        }
        Decoding decoding = new BestPath(collapse).decode(outputs.logProbabilities());
        assertThat(decoding.labels()).isEqualTo(Enumeration.string(collapse, path, classes - 1));
        assertThat(decoding.logProbability()).isCloseTo(Math.log(product), within(1e-14 * steps));
    }

    /** As in Graves et al. (2006, fig. 4): blanks are the best path though a label is the more probable string. */
    @Test
    void the_best_path_may_miss_what_the_beam_finds() {
        double[] o = {Math.log(0.4), Math.log(0.6), Math.log(0.4), Math.log(0.6)};
        LogProbabilities p = new Outputs(o, 2, 2).logProbabilities();
        for (Collapse collapse : Collapse.values()) {
            Decoding path = new BestPath(collapse).decode(p);
            assertThat(path.labels()).isEmpty();
            assertThat(path.logProbability()).isCloseTo(Math.log(0.36), within(1e-15));
            Decoding beam = new BeamSearch(collapse, 3).decode(p).getFirst();
            assertThat(beam.labels()).containsExactly(0);
            double expected = collapse == Collapse.DROP_BLANKS ? 0.48 : 0.64;
            assertThat(beam.logProbability()).isCloseTo(Math.log(expected), within(1e-15));
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Collapse.class)
    void hundreds_of_steps_stay_below_the_exact_probability(Collapse collapse) {
        Outputs outputs = Outputs.random(300, 6, 3, 9);
        List<Decoding> found = new BeamSearch(collapse, 12).decode(outputs.logProbabilities());
        Ctc ctc = new Ctc(collapse, 300, 6, 300);
        for (Decoding decoding : found) {
            double exact = -outputs.value(ctc, Enumeration.array(decoding.labels()));
            assertThat(decoding.logProbability()).isFinite().isLessThanOrEqualTo(exact + 1e-9);
        }
        Decoding path = new BestPath(collapse).decode(outputs.logProbabilities());
        assertThat(found.getFirst().logProbability()).isGreaterThan(path.logProbability());
    }

    @Test
    void impossible_labels_are_not_tried_and_an_empty_beam_is_refused() {
        double[] o = {Double.NEGATIVE_INFINITY, 0, 1, 0, Double.NEGATIVE_INFINITY, 1};
        LogProbabilities p = new Outputs(o, 2, 3).logProbabilities();
        assertThat(new BeamSearch(Collapse.DROP_BLANKS, BeamSearch.UNLIMITED)
                        .decode(p).stream().map(Decoding::labels))
                .containsExactlyInAnyOrder(List.of(), List.of(1), List.of(0), List.of(1, 0));
        assertThatThrownBy(() -> new BeamSearch(Collapse.DROP_BLANKS, 0)).hasMessageContaining("width 0");
    }

    @Test
    void no_step_spells_the_empty_string() {
        LogProbabilities p = Outputs.zero(0, 3).logProbabilities();
        for (Collapse collapse : Collapse.values()) {
            assertThat(new BeamSearch(collapse, 4).decode(p)).containsExactly(new Decoding(List.of(), 0));
            assertThat(new BestPath(collapse).decode(p)).isEqualTo(new Decoding(List.of(), 0));
        }
    }
}
