package unroll.app.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import unroll.app.control.Passage;
import unroll.engine.run.SequenceAnswer;
import unroll.engine.task.Appearance;

class LookTest {
    /** Three steps over the alphabet e, x, newline: "x", newline, "e" are to come. */
    private static SequenceAnswer answer(int... drawn) {
        float[][] target = {{0, 1, 0}, {0, 0, 1}, {1, 0, 0}};
        float[][] prediction = {{0.5f, 0.3f, 0.2f}, {0.1f, 0.2f, 0.7f}, {0.25f, 0.35f, 0.4f}};
        float[][] one = {{1}, {1}, {1}};
        return new SequenceAnswer(7, 0, one, target, one, one, prediction, prediction, drawn);
    }

    private static final Appearance TEXT = new Appearance.Text(List.of((int) 'e', (int) 'x', (int) '\n'));

    @Test
    void aPassageShowsTheTruthTheLikeliestCharacterAndWhatTheTruthWasGiven() {
        Look look = Look.of(answer(1, 0, 2), TEXT, 2);
        Passage passage = look.passage();
        assertThat(passage.truth()).containsExactly('x', '\n', 'e');
        assertThat(passage.prediction()).containsExactly('e', '\n', '\n');
        assertThat(passage.probability()).containsExactly(0.3f, 0.7f, 0.25f);
        assertThat(passage.written()).containsExactly('x', 'e', '\n');
        assertThat(passage.writtenFrom())
                .as("what the second step hears was drawn after the first")
                .isEqualTo(1);
        assertThat(look.film().steps()).isZero();
        assertThat(look.channels()).isEmpty();
        assertThat(look.update()).isEqualTo(7);
    }

    @Test
    void whereNothingWasDrawnNothingWasWritten() {
        assertThat(Look.of(answer(), TEXT, 2).passage().written()).isEmpty();
        assertThat(Look.of(answer(), new Appearance.Series(List.of("a"), List.of("b", "c", "d")), 2)
                        .passage()
                        .size())
                .isZero();
    }

    @Test
    void aTextIsContinuedFromItsMiddleAndAFilmFromItsTenthStep() {
        assertThat(Sight.of(TEXT).freeRunFrom(100)).isEqualTo(50);
        assertThat(Sight.of(TEXT).freeRunFrom(2)).isEqualTo(1);
        assertThat(Sight.of(new Appearance.Picture(3, 3)).freeRunFrom(100)).isEqualTo(10);
        assertThat(Sight.of(new Appearance.Picture(3, 3)).freeRunFrom(6)).isEqualTo(6);
    }
}
