package unroll.engine.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.loss.Loss;
import unroll.engine.sequence.Batch;
import unroll.engine.setting.SettingsException;

class TemporalOrderTest {
    private static final int SEQUENCES = 4000;

    private static Task task(int length, int special) {
        return (special == 2 ? new TemporalOrder(length) : new TemporalOrder3(length)).open();
    }

    /** The symbols of codes 0 and 1 of a sequence as a string of X and Y, in the order in which they come. */
    private static String special(Batch batch, int b) {
        StringBuilder special = new StringBuilder();
        for (int t = 0; t < batch.steps(); t++) {
            double code = batch.input()[batch.inputAt(t, b)];
            special.append(code == 0 ? "X" : code == 1 ? "Y" : "");
        }
        return special.toString();
    }

    /** The answer in the target of the last step, if it is the only one of its sequence and counts alone; else "?". */
    private static String answer(Task task, Batch batch, int b) {
        String answer = "?";
        int ones = 0;
        for (int t = 0; t < batch.steps(); t++) {
            boolean last = t == batch.steps() - 1;
            assertThat(batch.weight()[batch.weightAt(t, b)]).isEqualTo(last ? 1 : 0);
            for (int o = 0; o < batch.outputs(); o++) {
                if (batch.target()[batch.targetAt(t, b) + o] != 0) {
                    ones++;
                    answer = last
                            ? ((Appearance.Classes) task.appearance()).outputs().get(o)
                            : "?";
                }
            }
        }
        return ones == 1 ? answer : "?";
    }

    @ParameterizedTest(name = "T = {0}, {1} special symbols")
    @CsvSource({"10,2", "19,2", "30,2", "57,2", "200,2", "10,3", "19,3", "30,3", "57,3", "200,3"})
    void theTargetNamesTheSpecialSymbolsInTheirOrder(int length, int special) {
        Task task = task(length, special);
        assertThat(task.steps()).isEqualTo(length);
        assertThat(task.inputs()).isEqualTo(6);
        assertThat(task.symbols()).isTrue();
        assertThat(task.outputs()).isEqualTo(special == 2 ? 4 : 8);
        Batch batch = DrawnBatches.train(task, 300, length);
        for (int b = 0; b < 300; b++) {
            assertThat(special(batch, b)).hasSize(special).isEqualTo(answer(task, batch, b));
        }
        int place = 0;
        while (batch.input()[batch.inputAt(place, 0)] > 1) {
            place++;
        }
        batch.input()[batch.inputAt(place, 0)] = 1 - batch.input()[batch.inputAt(place, 0)];
        assertThat(special(batch, 0)).as("planted: the other symbol").isNotEqualTo(answer(task, batch, 0));
    }

    /** The places of the k-th special symbol, from 0, counted from 1 as in the thesis. */
    private static Frequencies places(Batch batch, int k) {
        Frequencies places = new Frequencies();
        for (int b = 0; b < batch.sequences(); b++) {
            int found = 0;
            for (int t = 0; t < batch.steps(); t++) {
                if (batch.input()[batch.inputAt(t, b)] < 2 && found++ == k) {
                    places.add(t + 1);
                }
            }
        }
        return places;
    }

    /** The ranges that the thesis prints, ends included, by hand for T = 57: T / 10 = 5.7 and so on, rounded down. */
    @Test
    void specialSymbolsStandWhereTheThesisPutsThem() {
        Batch two = DrawnBatches.train(task(57, 2), SEQUENCES, 1);
        places(two, 0).assertUniform(5, 11);
        places(two, 1).assertUniform(28, 34);
        Batch three = DrawnBatches.train(task(57, 3), SEQUENCES, 1);
        places(three, 0).assertUniform(5, 11);
        places(three, 1).assertUniform(17, 22);
        places(three, 2).assertUniform(34, 39);
        Batch hundred = DrawnBatches.train(task(100, 3), SEQUENCES, 2);
        places(hundred, 0).assertUniform(10, 20);
        places(hundred, 1).assertUniform(30, 40);
        places(hundred, 2).assertUniform(60, 70);
        assertThatThrownBy(() -> places(hundred, 2).assertUniform(60, 69))
                .as("planted: a range without its end")
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void symbolsAreEquallyFrequentAmongTheirKind() {
        Task task = task(30, 3);
        Batch batch = DrawnBatches.train(task, SEQUENCES, 3);
        Frequencies others = new Frequencies();
        Frequencies answers = new Frequencies();
        for (int b = 0; b < SEQUENCES; b++) {
            answers.add(((Appearance.Classes) task.appearance()).outputs().indexOf(special(batch, b)));
            for (int t = 0; t < 30; t++) {
                int code = (int) batch.input()[batch.inputAt(t, b)];
                if (code > 1) {
                    others.add(code);
                }
            }
        }
        others.assertUniform(2, 5);
        answers.assertUniform(0, 7);
    }

    /** Whatever the answer, it costs ln 4 or ln 8; one guess in 4 or 8 is right. */
    @ParameterizedTest(name = "{0} special symbols")
    @ValueSource(ints = {2, 3})
    void guessingScoresTheChanceLevel(int special) {
        Task task = task(20, special);
        Batch test = DrawnBatches.test(task, SEQUENCES, 5);
        double[] guess = task.baselines().getFirst().predict(test);
        int answers = special == 2 ? 4 : 8;
        assertThat(score(task, 0, test, guess)).isCloseTo(Math.log(answers), within(1e-12));
        double right = 1.0 / answers;
        double error = 100 * Math.sqrt(right * (1 - right) / SEQUENCES);
        assertThat(score(task, 1, test, guess)).isCloseTo(100 - 100 * right, within(4 * error));
        assertThat(score(task, 1, test, test.target())).isZero();
        assertThat(task.loss()).isEqualTo(Loss.SOFTMAX);
        assertThat(task.generative()).isFalse();
    }

    private static double score(Task task, int metric, Batch batch, double[] predictions) {
        return task.metrics().get(metric).score().of(batch, predictions);
    }

    @Test
    void aLengthWithoutATenthIsRefused() {
        assertThatThrownBy(() -> new TemporalOrder(9)).isInstanceOf(SettingsException.class);
        assertThatThrownBy(() -> new TemporalOrder3(9)).isInstanceOf(SettingsException.class);
    }
}
