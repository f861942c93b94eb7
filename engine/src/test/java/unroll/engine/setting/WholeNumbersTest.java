package unroll.engine.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WholeNumbersTest {
    /** A tower made up for these tests. */
    record Tower(
            @Setting(
                    label = "Floors",
                    help = "Rooms of each floor.",
                    initial = "40, 20",
                    unit = "rooms",
                    min = 1,
                    max = 99)
            WholeNumbers floors,

            @Setting(label = "Doors", help = "Where the doors are.")
            WholeNumbers doors) {}

    private static Tower read(String text) {
        return SettingsJson.read(Tower.class, text, "tower.json");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {"400,200,100", "400, 200, 100", "400-200-100", "400 - 200 - 100", "400 200  100", " 400-200,100 "})
    void a_list_is_read_with_commas_hyphens_or_spaces(String text) {
        assertThat(WholeNumbers.parse(text)).isEqualTo(WholeNumbers.of(400, 200, 100));
        assertThat(WholeNumbers.parse(text).toString()).isEqualTo("400, 200, 100");
    }

    @Test
    void a_text_with_nothing_in_it_is_an_empty_list() {
        assertThat(WholeNumbers.parse(" ")).isEqualTo(WholeNumbers.of());
        assertThat(WholeNumbers.of().toString()).isEmpty();
        assertThat(WholeNumbers.parse("7").size()).isEqualTo(1);
        assertThat(WholeNumbers.parse("7-9").get(1)).isEqualTo(9);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {"400,", "-4", "4--2", "4.5", "four", "4;5", "99999999999"})
    void a_text_that_is_no_list_is_refused(String text) {
        assertThatThrownBy(() -> WholeNumbers.parse(text))
                .isInstanceOf(SettingsException.class)
                .hasMessage("'" + text + "' is no list of whole numbers; write 400, 200, 100 or 400-200-100");
    }

    @Test
    void what_is_written_is_an_array_and_is_read_back_the_same() {
        Tower tower = new Tower(WholeNumbers.of(9, 3, 3), WholeNumbers.of(2));
        assertThat(SettingsJson.write(tower).replaceAll("\\s", "")).isEqualTo("{\"floors\":[9,3,3],\"doors\":[2]}");
        assertThat(read(SettingsJson.write(tower))).isEqualTo(tower);
        assertThat(read("{\"floors\": \"9-3-3\", \"doors\": 2}")).isEqualTo(tower);
        assertThat(read("{}")).isEqualTo(new Tower(WholeNumbers.of(40, 20), WholeNumbers.of()));
        assertThat(read(SettingsJson.write(read("{}")))).isEqualTo(read("{}"));
    }

    @Test
    void a_list_is_changed_by_its_path_as_on_the_command_line() {
        Tower tower = Schema.of(Tower.class).initial();
        assertThat(SettingsJson.with(tower, "floors", "8-4").floors()).isEqualTo(WholeNumbers.of(8, 4));
        assertThat(SettingsJson.with(tower, "floors", "8").floors()).isEqualTo(WholeNumbers.of(8));
        assertThat(SettingsJson.with(tower, "floors", "").floors()).isEqualTo(WholeNumbers.of());
        assertThat(ReferencePage.of(Tower.class))
                .contains("| `floors` | Floors | `40, 20` | rooms | 1 to 99 |")
                .contains("| `doors` | Doors |  |");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[8, 0] | tower.json: floors: Floors is 0 but must be 1 to 99",
                "[8, 100] | tower.json: floors: Floors is 100 but must be 1 to 99",
                "[8, true] | tower.json: floors: Floors must be a list of whole numbers such as [400, 200], not"
                        + " [8,true]",
                "{} | tower.json: floors: Floors must be a list of whole numbers such as [400, 200], not {}",
                "[8.5] | tower.json: floors: '8.5' is no list of whole numbers; write 400, 200, 100 or 400-200-100",
                "\"8x4\" | tower.json: floors: '8x4' is no list of whole numbers; write 400, 200, 100 or 400-200-100",
            })
    void a_damaged_list_is_refused_with_its_place(String value, String message) {
        assertThatThrownBy(() -> read("{\"floors\": " + value + "}"))
                .isInstanceOf(SettingsException.class)
                .hasMessage(message);
    }
}
