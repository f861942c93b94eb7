package unroll.engine.loss;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CollapseTest {
    private static final String LABELS = "abehlo-";

    /** The first two rows are the example of Graves et al. (2006, sec. 3.1), where both paths spell aab if repeats merge. */
    @ParameterizedTest(name = "{0} spells {1} without and {2} with merging")
    @CsvSource({
        "a-ab-, aab, aab",
        "-aa--abb, aaabb, aab",
        "hello, hello, helo",
        "hel-lo, hello, hello",
        "-hh-e-lll-l-oo--, hhelllloo, hello",
        "-----, '', ''",
        "'', '', ''",
        "bbbb, bbbb, b",
        "b-b-, bb, bb"
    })
    void spellsAnAlignment(String path, String dropping, String merging) {
        assertThat(spelled(Collapse.DROP_BLANKS, path)).isEqualTo(dropping);
        assertThat(spelled(Collapse.MERGE_REPEATS, path)).isEqualTo(merging);
    }

    private static String spelled(Collapse collapse, String path) {
        int[] numbers = numbers(path);
        int count = collapse.spell(numbers, numbers.length, LABELS.length() - 1, numbers);
        StringBuilder spelled = new StringBuilder();
        Arrays.stream(numbers, 0, count).forEach(label -> spelled.append(LABELS.charAt(label)));
        return spelled.toString();
    }

    private static int[] numbers(String string) {
        return string.chars().map(LABELS::indexOf).toArray();
    }

    @Test
    void aOneHotAlignmentIsReadFromTheStepsThatCountOfItsSequenceAlone() {
        int steps = 4;
        int sequences = 3;
        int classes = 3;
        double[] target = new double[steps * sequences * classes];
        double[] weight = new double[steps * sequences];
        int[] classesOfSecond = {0, 2, 1, 1};
        for (int t = 0; t < steps; t++) {
            target[(t * sequences + 1) * classes + classesOfSecond[t]] = 1;
            weight[t * sequences + 1] = t == 1 ? 0 : 1;
            target[t * sequences * classes + 2] = 1;
            weight[t * sequences] = 1;
        }
        int[] path = new int[steps];
        assertThat(OneHot.path(target, weight, sequences, 1, classes, path)).isEqualTo(3);
        assertThat(IntStream.of(path).limit(3)).containsExactly(0, 1, 1);
        assertThat(OneHot.path(target, weight, sequences, 0, classes, path)).isEqualTo(4);
        assertThat(path).containsExactly(2, 2, 2, 2);
        assertThat(OneHot.path(target, weight, sequences, 2, classes, path))
                .as("a sequence of which no step counts")
                .isZero();
    }
}
