package unroll.app.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import unroll.app.sequence.Bands;
import unroll.app.sequence.Channel;
import unroll.app.sequence.Channels;
import unroll.app.sequence.Passage;
import unroll.engine.probe.SequenceAnswer;
import unroll.engine.task.Appearance;

class SequenceLookTest {
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
        SequenceLook look = SequenceLook.of(answer(1, 0, 2), TEXT, 2);
        Passage passage = (Passage) look.depiction();
        assertThat(passage.truth()).containsExactly('x', '\n', 'e');
        assertThat(passage.prediction()).containsExactly('e', '\n', '\n');
        assertThat(passage.probability()).containsExactly(0.3f, 0.7f, 0.25f);
        assertThat(passage.written()).containsExactly('x', 'e', '\n');
        assertThat(passage.writtenFrom())
                .as("what the second step hears was drawn after the first")
                .isEqualTo(1);
        assertThat(look.update()).isEqualTo(7);
    }

    @Test
    void whereNothingWasDrawnNothingWasWritten() {
        assertThat(((Passage) SequenceLook.of(answer(), TEXT, 2).depiction()).written())
                .isEmpty();
    }

    @Test
    void classesAreMapsOfWhatWasHeardAskedForAndSaidAtTheStepsThatCount() {
        Appearance classes = new Appearance.Classes(List.of("p", "q"), List.of("a", "b", "c"));
        float[][] codes = {{1}, {0}, {1}};
        float[][] target = {{0, 1, 0}, {0, 0, 1}, {1, 0, 0}};
        float[][] said = {{0.5f, 0.3f, 0.2f}, {0.1f, 0.2f, 0.7f}, {0.25f, 0.35f, 0.4f}};
        float[][] weight = {{1}, {0}, {1}};
        SequenceAnswer answer =
                new SequenceAnswer(7, 0, codes, target, weight, target, said, new float[0][], new int[0]);
        List<Bands.Band> bands = ((Bands) SequenceLook.of(answer, classes, 1).depiction()).all();
        assertThat(bands).extracting(Bands.Band::name).containsExactly("heard", "asked for", "said");
        assertThat(bands.get(0).cells().values()).containsExactly(0, 1, 0, 1, 0, 1);
        assertThat(bands.get(1).cells().values()).containsExactly(0, 0, 1, 1, 0, 0, 0, 0, 0);
        assertThat(bands.get(2).cells().values()).containsExactly(0.5f, 0, 0.25f, 0.3f, 0, 0.35f, 0.2f, 0, 0.4f);
        assertThat(bands.get(2).rows()).containsExactly("a", "b", "c");
    }

    @Test
    void anAnswerIsACurveWhereItCounts() {
        float[][] heard = {{2}, {0}, {5}};
        float[][] target = {{0, 0}, {0, 0}, {0, 1}};
        float[][] weight = {{0}, {0}, {1}};
        float[][] prediction = {{0.5f, 0.5f}, {0.6f, 0.4f}, {0.1f, 0.9f}};
        SequenceAnswer answer =
                new SequenceAnswer(7, 0, heard, target, weight, weight, prediction, new float[0][], new int[0]);
        Appearance.Series series = new Appearance.Series(List.of("number"), List.of("X", "Y"));
        List<Channel> channels = ((Channels) SequenceLook.of(answer, series, 1).depiction()).all();
        assertThat(channels).extracting(Channel::name).containsExactly("number", "X", "Y");
        assertThat(channels.get(0).truth()).containsExactly(2, 0, 5);
        assertThat(channels.get(1).truth()).containsExactly(Float.NaN, Float.NaN, 0);
        assertThat(channels.get(2).truth()).containsExactly(Float.NaN, Float.NaN, 1);
        assertThat(channels.get(2).prediction()).containsExactly(0.5f, 0.4f, 0.9f);
    }

    @Test
    void aTextIsContinuedFromItsMiddleAndAFilmFromItsTenthStep() {
        assertThat(SequenceLook.freeRunFrom(TEXT, 100)).isEqualTo(50);
        assertThat(SequenceLook.freeRunFrom(TEXT, 2)).isEqualTo(1);
        assertThat(SequenceLook.freeRunFrom(new Appearance.Picture(3, 3), 100)).isEqualTo(10);
        assertThat(SequenceLook.freeRunFrom(new Appearance.Picture(3, 3), 6)).isEqualTo(6);
    }
}
