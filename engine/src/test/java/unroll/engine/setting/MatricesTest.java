package unroll.engine.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatricesTest {
    /** A mill made up for these tests. */
    record Mill(
            @Setting(label = "Wheels", help = "Teeth of its wheels.")
            Matrices wheels) {}

    private static Mill read(String text) {
        return SettingsJson.read(Mill.class, text, "mill.json");
    }

    private static Matrices some() {
        return Matrices.parse("W_hh: 0 1 0; 0 1e-3 -2.5, b_h@1: -10\n x[2] :7;8");
    }

    @Test
    void rows_stand_from_the_top_and_matrices_in_the_order_in_which_they_are_written() {
        assertThat(some().rows())
                .containsExactly(
                        Map.entry("W_hh", List.of(List.of(0.0, 1.0, 0.0), List.of(0.0, 0.001, -2.5))),
                        Map.entry("b_h@1", List.of(List.of(-10.0))),
                        Map.entry("x[2]", List.of(List.of(7.0), List.of(8.0))));
        assertThat(some()).hasToString("W_hh: 0 1 0; 0 0.001 -2.5, b_h@1: -10, x[2]: 7; 8");
        assertThat(Matrices.parse(some().toString())).isEqualTo(some()).isNotEqualTo(Matrices.none());
        assertThat(Matrices.parse(" ")).isEqualTo(Matrices.none()).hasToString("");
    }

    @Test
    void a_file_of_settings_has_a_text_for_each_matrix_and_is_read_back_the_same() {
        Mill mill = new Mill(some());
        assertThat(SettingsJson.write(mill).replaceAll("\\s+", " "))
                .isEqualTo("{ \"wheels\": { \"W_hh\": \"0 1 0; 0 0.001 -2.5\", \"b_h@1\": \"-10\", \"x[2]\": \"7; 8\" }"
                        + " } ");
        assertThat(read(SettingsJson.write(mill))).isEqualTo(mill);
        assertThat(read("{\"wheels\": \"" + some().toString() + "\"}")).isEqualTo(mill);
        assertThat(read("{\"wheels\": {\"b\": -0.5}}").wheels()).isEqualTo(Matrices.parse("b: -0.5"));
        assertThat(read("{}").wheels()).isEqualTo(Matrices.none());
        assertThat(Schema.of(Mill.class).fields().getFirst().isGroup()).isFalse();
    }

    @Test
    void all_matrices_or_one_of_them_change_by_their_path_as_on_the_command_line() {
        Mill mill = new Mill(Matrices.parse("a: 1 2, b: 3"));
        assertThat(SettingsJson.with(mill, "wheels", "c: 4; 5").wheels()).isEqualTo(Matrices.parse("c: 4; 5"));
        assertThat(SettingsJson.with(mill, Map.of("wheels.a", "9", "wheels.c@1", "6 7"))
                        .wheels())
                .isEqualTo(Matrices.parse("a: 9, b: 3, c@1: 6 7"));
        assertThatThrownBy(() -> SettingsJson.with(mill, "wheels.a", "1 x"))
                .isInstanceOf(SettingsException.class)
                .hasMessage("wheels.a: 'x' is no number; write rows such as 0 1; 1 0");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"a: 1, 2 3\" | wheels: '2 3' has no name; write W_hh: 0 1; 1 0, b_h: -10 -30",
                "\"a: 1, : 2\" | wheels: ': 2' has no name; write W_hh: 0 1; 1 0, b_h: -10 -30",
                "\"a: 1, a: 2\" | wheels: a is there twice",
                "\"a: 1 2; 3\" | wheels: rows have to be equally long, but '3' is not as long as '1 2'",
                "\"a:\" | wheels: has no numbers; write rows such as 0 1; 1 0",
                "{\"a\": \"\"} | wheels.a: has no numbers; write rows such as 0 1; 1 0",
                "{\"a\": \"1 2; 3 four\"} | wheels.a: 'four' is no number; write rows such as 0 1; 1 0",
                "{\"a\": \"NaN\"} | wheels.a: 'NaN' is no number; write rows such as 0 1; 1 0",
                "{\"a\": \"1e999\"} | wheels.a: '1e999' is no number; write rows such as 0 1; 1 0",
                "{\"a\": [1, 2]} | wheels.a: Wheels must be rows of numbers such as \"0 1; 1 0\", not [1,2]",
                "true | wheels: Wheels must be rows of numbers such as \"0 1; 1 0\", not true",
            })
    void what_is_no_matrix_is_refused_with_its_place(String value, String message) {
        assertThatThrownBy(() -> read("{\"wheels\": " + value + "}"))
                .isInstanceOf(SettingsException.class)
                .hasMessage("mill.json: " + message);
    }
}
