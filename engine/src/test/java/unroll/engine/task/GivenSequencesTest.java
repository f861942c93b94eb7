package unroll.engine.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import unroll.engine.loss.Loss;
import unroll.engine.random.Purpose;
import unroll.engine.sequence.Batch;
import unroll.engine.sequence.Split;
import unroll.engine.setting.SettingsException;
import unroll.engine.setting.SettingsJson;

class GivenSequencesTest {
    private static GivenSequences given(String inputs, String targets) {
        return new GivenSequences(inputs, targets, 1, Loss.SQUARED);
    }

    private static Batch draw(Task task, Split split, long first, int count) {
        Purpose purpose = split == Split.TEST ? Purpose.TEST_DATA : Purpose.TRAINING_DATA;
        return task.draw(split, 7, purpose, first, count);
    }

    @Test
    void the_numbers_stand_where_they_were_typed_and_padding_asks_nothing() {
        Task task = new GivenSequences("2 -2; 0 3.5 | 1 1 ; .5 1e-1; 7 8", ". ; 1 | 0; . ; 0", 4, Loss.LOGISTIC).open();
        Batch batch = draw(task, Split.TEST, 0, 2);
        assertThat(batch.steps()).isEqualTo(4);
        // [T][B][I], [T][B][O], [T][B]
        assertThat(batch.input()).containsExactly(2, -2, 1, 1, 0, 3.5, .5, .1, 0, 0, 7, 8, 0, 0, 0, 0);
        assertThat(batch.target()).containsExactly(0, 0, 1, 0, 0, 0, 0, 0);
        assertThat(batch.weight()).containsExactly(0, 1, 1, 0, 0, 1, 0, 0);
    }

    @Test
    void a_step_is_repeated_as_often_as_it_says() {
        Batch batch = draw(given("1 2 x3; 0 0; 5 6 x2", ". x5; 3 4").open(), Split.TRAIN, 0, 1);
        assertThat(batch.input()).containsExactly(1, 2, 1, 2, 1, 2, 0, 0, 5, 6, 5, 6);
        assertThat(Arrays.copyOfRange(batch.target(), 10, 12)).containsExactly(3, 4);
        assertThat(batch.weight()).containsExactly(0, 0, 0, 0, 0, 1);
    }

    @Test
    void training_and_tests_take_them_in_turn_and_no_test_takes_one_twice() {
        Task task = given("1 | 2 | 3", "1 | 2 | 3").open();
        for (Split split : Split.values()) {
            assertThat(draw(task, split, 0, 3).input()).containsExactly(1, 2, 3);
            assertThat(draw(task, split, 4, 5).input()).containsExactly(2, 3, 1, 2, 3);
        }
        assertThat(task.testSequences(100)).isEqualTo(3);
        assertThat(task.testSequences(2)).isEqualTo(2);
    }

    @Test
    void chance_is_the_mean_of_all_answers() {
        Task task = given("0; 0; 0 | 0; 0 | 0; 0; 0", "1 9; .; 5 9 | 4 9; 2 9 | 1 9; 5 15; .")
                .open();
        Batch batch = draw(task, Split.TEST, 0, 1);
        assertThat(task.baselines().getFirst().predict(batch)).containsExactly(3, 10, 3, 10, 3, 10);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Loss.class)
    void a_file_of_settings_names_the_loss(Loss loss) {
        String name = loss.name().toLowerCase(Locale.ROOT);
        GivenSequences given = new GivenSequences("1", "1", 1, loss);
        assertThat(SettingsJson.write(given)).contains("\"loss\": \"" + name + "\"");
        assertThat(SettingsJson.read(GivenSequences.class, SettingsJson.write(given), "given.json"))
                .isEqualTo(given);
        assertThat(SettingsJson.with(new GivenSequences("1", "1", 1, Loss.SQUARED), "loss", name))
                .isEqualTo(given);
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource(
            delimiter = '/',
            value = {
                "1; 2 3 / 1; 2 / SQUARED / inputs: a step has 2 numbers, but the first has 1",
                "1 | 1 2 / 1 | 2 / SQUARED / inputs: a step has 2 numbers, but the first has 1",
                "1; two / 1; 2 / SQUARED / inputs: 'two' is no number; write steps such as 2 -2; 0 3.5",
                "1; . / 1; 2 / SQUARED / inputs: a dot is no input; write a number",
                "1; ; 2 / 1; 2; 3 / SQUARED / inputs: a step without numbers stands in '1; ; 2'",
                "1; x3 / 1; 2 / SQUARED / inputs: a step without numbers stands in '1; x3'",
                "1 x9999; 1 x9999; 1 x9999; 1 x9999; 1 x9999; 1 x9999; 1 x9999; 1 x9999; 1 x9999; 1 x9999; 1 x11 / 1"
                        + " / SQUARED / inputs: a sequence has more than 100000 steps",
                "1; 2 / 1 / SQUARED / targets: sequence 1 has 1 steps, but 2 of inputs; write a dot where nothing is"
                        + " asked",
                "1 | 2 / 1 / SQUARED / targets: there are 1 sequences, but 2 of inputs",
                "1 | 2 / 1 | . / SQUARED / targets: sequence 2 asks nothing; give a step a target",
                "1 / 1 . / SQUARED / targets: '1 .' asks for a part of the outputs; write a number or a dot for each",
                "1 / .92 / LOGISTIC / targets: a logistic loss asks for 1 or 0; take squared for other numbers",
                "1 / 1 1 / SOFTMAX / targets: a softmax loss asks for one 1 among 0 at each step",
                "1 / 0.5 0.5 / SOFTMAX / targets: a softmax loss asks for one 1 among 0 at each step",
            })
    void what_does_not_fit_together_is_refused(String inputs, String targets, Loss loss, String complaint) {
        assertThatThrownBy(() -> new GivenSequences(inputs, targets, 1, loss))
                .isInstanceOf(SettingsException.class)
                .hasMessage(complaint);
    }
}
