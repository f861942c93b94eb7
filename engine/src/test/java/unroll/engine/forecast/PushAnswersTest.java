package unroll.engine.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unroll.engine.control.GivenRow;
import unroll.engine.sequence.Batch;

/** When pushes are answered and cancelled, in movements that are written by hand. */
class PushAnswersTest {
    private static final GivenRow ROW = new GivenRow(4, 2);
    private static final int STEPS = 30;

    /** So many movements, of which each is pushed by (0.3, -0.4) from a step on; from none where that is below 0. */
    private static Batch pushed(int... onsets) {
        Batch batch = new Batch(STEPS, onsets.length, ROW.width(), 6);
        for (int b = 0; b < onsets.length; b++) {
            for (int t = Math.max(0, onsets[b]); onsets[b] >= 0 && t < STEPS; t++) {
                batch.input()[batch.inputAt(t, b) + ROW.disturbance()] = 0.3;
                batch.input()[batch.inputAt(t, b) + ROW.disturbance() + 1] = -0.4;
            }
        }
        return batch;
    }

    /** Commands that hold against a share of the push that grows by a tenth at each step from {@code first} on, in movement {@code b}. */
    private static void answer(Batch batch, double[] rows, int b, int first) {
        for (int t = first; t < STEPS; t++) {
            double share = Math.min(1.5, 0.1 * (t - first + 1) + 1e-9);
            int at = batch.targetAt(t, b) + ROW.n();
            rows[at] -= share * 0.3;
            rows[at + 1] += share * 0.4;
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 8", "5, 1", "14, 3"})
    void an_answer_begins_where_commands_differ_and_cancels_where_they_hold_against_all(int onset, int late) {
        Batch batch = pushed(-1, onset);
        double[] alone = new double[STEPS * 2 * 6];
        double[] rows = alone.clone();
        answer(batch, rows, 1, onset + late);
        PushAnswers answers = PushAnswers.of(ROW, batch, rows, alone);
        assertThat(answers.answered()).containsExactly(late);
        assertThat(answers.cancelled()).containsExactly(late + 9);
        assertThat(answers.words())
                .containsExactly("Of 1 pushes the commands of the network answer half within " + late
                        + " steps and cancel 1, half of these within " + (late + 9) + " steps");
    }

    @Test
    void a_push_that_is_never_held_against_is_not_cancelled() {
        Batch batch = pushed(4, 20, 3);
        double[] alone = new double[STEPS * 3 * 6];
        double[] rows = alone.clone();
        answer(batch, rows, 1, 25);
        PushAnswers answers = PushAnswers.of(ROW, batch, rows, alone);
        assertThat(answers.answered()).containsExactly(26, 5, 27);
        assertThat(answers.cancelled()).isEmpty();
        assertThat(answers.words().getFirst()).endsWith("and cancel 0");
    }

    @Test
    void where_nothing_pushes_nothing_is_said() {
        Batch batch = pushed(-1, -1);
        double[] rows = new double[STEPS * 2 * 6];
        assertThat(PushAnswers.of(ROW, batch, rows, rows).words()).isEmpty();
    }
}
