package unroll.engine.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsJsonTest {
    private static Garden read(String text) {
        return SettingsJson.read(Garden.class, text, "garden.json");
    }

    /** A shed of 9 x 2 or 2 x 9 fits, 9 x 9 does not; from 9 x 2 to 2 x 9 neither change may be judged alone. */
    @Test
    void settings_that_are_changed_together_are_judged_together_in_any_order() {
        Garden wide = SettingsJson.with(Garden.initial(), "shed.width", "9");
        for (List<String> order : List.of(List.of("width", "depth"), List.of("depth", "width"))) {
            Map<String, String> changes = new LinkedHashMap<>();
            order.forEach(name -> changes.put("shed." + name, name.equals("width") ? "2" : "9"));
            assertThat(SettingsJson.with(wide, changes).shed()).isEqualTo(new Garden.Shed(2, 9));
        }
        Map<String, String> both = Map.of("shed.width", "9", "shed.depth", "9");
        assertThatThrownBy(() -> SettingsJson.with(wide, both)).hasMessageStartingWith("shed: the shed is larger");
    }

    @Test
    void what_is_set_inside_a_choice_is_of_the_one_that_is_chosen_beside_it_in_any_order() {
        for (List<String> order : List.of(List.of("tree", "tree.branches"), List.of("tree.branches", "tree"))) {
            Map<String, String> changes = new LinkedHashMap<>();
            order.forEach(path -> changes.put(path, path.equals("tree") ? "pear" : "2"));
            assertThat(SettingsJson.with(Garden.initial(), changes).tree()).isEqualTo(new Garden.Pear(2));
        }
        assertThatThrownBy(() -> SettingsJson.with(Garden.initial(), Map.of("tree.branches", "2")))
                .hasMessageStartingWith("tree.branches: unknown name");
    }

    @Test
    void whatAFileLeavesOutTakesItsFirstValue() {
        Garden garden = read("{\"beds\": 5, \"shed\": {\"width\": 4}, \"tree\": {\"kind\": \"pear\"}}");
        assertThat(garden)
                .isEqualTo(new Garden(
                        "",
                        5,
                        -7,
                        0.5,
                        true,
                        Garden.Season.LATE_SUMMER,
                        Schedule.parse("0: 1, 10: 2.5"),
                        new Garden.Shed(4, 2),
                        new Garden.Pear(5)));
        assertThat(read("{}")).isEqualTo(Garden.initial()).isNotEqualTo(garden);
    }

    @Test
    void whatIsWrittenIsReadBackTheSame() {
        Garden garden = new Garden(
                "Eve's \"<&> \u00e4",
                8,
                Long.MIN_VALUE,
                1e-300,
                false,
                Garden.Season.SPRING,
                Schedule.parse("0: 0.1, 7: 3e-5"),
                new Garden.Shed(1.25, 9),
                new Garden.Pear(0));
        assertThat(read(SettingsJson.write(garden))).isEqualTo(garden);
        Garden constant = SettingsJson.with(garden, "water", "0.3");
        assertThat(read(SettingsJson.write(constant))).isEqualTo(constant).isNotEqualTo(garden);
    }

    @Test
    void numbersAreWrittenAsAPersonWritesThem() {
        Garden garden = SettingsJson.with(Garden.initial(), "rain", "1.0E-4");
        garden = SettingsJson.with(garden, "water", "0: 3.0E-5, 7: 2.0, 9: 1.0E-3");
        assertThat(SettingsJson.write(garden).replaceAll("\\s", ""))
                .contains("\"rain\":0.0001")
                .contains("\"water\":[[0,3e-5],[7,2],[9,0.001]]");
        assertThat(SettingsJson.write(SettingsJson.with(garden, "water", "1e-6")))
                .contains("\"water\": 1e-6");
    }

    @Test
    void numbersAsEarlierVersionsWroteThemAreRead() {
        Garden garden = read("{\"rain\": 1.0E-4, \"water\": [[0, 1.0E-6], [5, 2.0]]}");
        assertThat(garden.rain()).isEqualTo(1e-4);
        assertThat(garden.water()).isEqualTo(Schedule.parse("0: 0.000001, 5: 2"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"bed\": 3} | garden.json: bed: unknown name; did you mean 'beds'?",
                "{\"elephants\": 3} | garden.json: elephants: unknown name; known here: name, beds, seed, rain,"
                        + " fenced, season, water, shed, tree",
                "{\"shed\": {\"widht\": 3}} | garden.json: shed.widht: unknown name; did you mean 'width'?",
                "{\"beds\": 2.5} | garden.json: beds: Beds must be a whole number, not 2.5",
                "{\"beds\": \"3\"} | garden.json: beds: Beds must be a whole number, not \"3\"",
                "{\"beds\": 9} | garden.json: beds: Beds is 9 but must be 1 to 8",
                "{\"beds\": 99999999999} | garden.json: beds: Beds is 99999999999 but must be 1 to 8",
                "{\"beds\": null} | garden.json: beds: Beds must be a whole number, not null",
                "{\"seed\": 1e99} | garden.json: seed: Seed must be a whole number, not 1e99",
                "{\"seed\": 1e99999} | garden.json: seed: Seed must be a whole number, not 1e99999",
                "{\"rain\": -0.1} | garden.json: rain: Rain is -0.1 but must be at least 0",
                "{\"rain\": NaN} | garden.json: rain: Rain must be a number, not \"NaN\"",
                "{\"rain\": 1e999} | garden.json: rain: Rain must be a finite number, not Infinity",
                "{\"rain\": [1]} | garden.json: rain: Rain must be a number, not [1]",
                "{\"fenced\": 1} | garden.json: fenced: Fenced must be true or false, not 1",
                "{\"name\": 1} | garden.json: name: Name must be a text, not 1",
                "{\"season\": \"sprint\"} | garden.json: season: unknown name; did you mean 'spring'?",
                "{\"season\": 1} | garden.json: season: Season must be a text, not 1",
                "{\"water\": 6} | garden.json: water: Water is 6 but must be 0 to 5",
                "{\"water\": [[0, 1], [9, 6]]} | garden.json: water: Water is 6 but must be 0 to 5",
                "{\"water\": [[0.5, 1]]} | garden.json: water: a schedule's updates are whole numbers, not 0.5",
                "{\"water\": [[0, 1], [5]]} | garden.json: water: each piece of a schedule is [update, value], not [5]",
                "{\"water\": [[1, 1]]} | garden.json: water: a schedule needs a value from update 0 on",
                "{\"water\": true} | garden.json: water: Water must be a number or a list of [update, value], not true",
                "{\"shed\": 3} | garden.json: shed: expected settings in braces, found 3",
                "{\"shed\": {\"width\": 5, \"depth\": 5}} | garden.json: shed: the shed is larger than 20 square"
                        + " metres",
                "{\"tree\": {}} | garden.json: tree: needs a \"kind\": one of apple, pear",
                "{\"tree\": {\"kind\": \"aple\"}} | garden.json: tree.kind: unknown name; did you mean 'apple'?",
                "{\"tree\": {\"kind\": 3}} | garden.json: tree.kind: unknown name; known here: apple, pear",
                "{\"tree\": {\"kind\": \"pear\", \"height\": 3}} | garden.json: tree.height: unknown name; known here:"
                        + " kind, branches",
                "[] | garden.json: expected settings in braces, found []",
            })
    void damagedSettingsAreRefusedWithTheirPlace(String text, String message) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(SettingsException.class)
                .hasMessage(message);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"{\"beds\": 3", "{beds 3}", "{\"beds\": 3}}"})
    void whatIsNoJsonIsRefusedWithTheFilesName(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("garden.json: not valid JSON: ");
    }

    @Test
    void aRecordReadByItselfMayNameItsOwnKindButNoOther() {
        assertThat(SettingsJson.read(Garden.Pear.class, "{\"kind\": \"pear\"}", "p"))
                .isEqualTo(new Garden.Pear(5));
        assertThatThrownBy(() -> SettingsJson.read(Garden.Pear.class, "{\"kind\": \"apple\"}", "p"))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("p: kind: unknown name");
    }

    @Test
    void aSettingIsChangedByItsDottedPath() {
        Garden garden = Garden.initial();
        assertThat(SettingsJson.with(garden, "beds", "2").beds()).isEqualTo(2);
        assertThat(SettingsJson.with(garden, "shed.depth", "7.5").shed()).isEqualTo(new Garden.Shed(2, 7.5));
        assertThat(SettingsJson.with(garden, "tree.height", "9").tree()).isEqualTo(new Garden.Apple(9));
        assertThat(SettingsJson.with(garden, "tree", "pear").tree()).isEqualTo(new Garden.Pear(5));
        assertThat(SettingsJson.with(garden, "tree", "{\"kind\": \"pear\", \"branches\": 1}")
                        .tree())
                .isEqualTo(new Garden.Pear(1));
        assertThat(SettingsJson.with(garden, "name", "12").name()).isEqualTo("12");
        assertThat(SettingsJson.with(garden, "fenced", "false").fenced()).isFalse();
        assertThat(SettingsJson.with(garden, "season", "spring").season()).isEqualTo(Garden.Season.SPRING);
        assertThat(SettingsJson.with(garden, "water", "0: 1, 5: 2").water()).isEqualTo(Schedule.parse("0: 1, 5: 2"));
        assertThat(garden).as("the record itself stays").isEqualTo(Garden.initial());
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "bads | 2 | bads: unknown name; did you mean 'beds'?",
                "beds | many | beds: Beds must be a whole number, not \"many\"",
                "beds.x | 2 | beds: Beds has no settings inside",
                "shed.width | 0 | shed.width: Width is 0 but must be 1 to 9",
                "shed.with | 2 | shed.with: unknown name; did you mean 'width'?",
                "tree.branches | 2 | tree.branches: unknown name; known here: height",
                "tree | oak | tree.kind: unknown name; known here: apple, pear",
                "water | 1: 2 | water: a schedule needs a value from update 0 on",
            })
    void aChangeThatCannotBeIsRefusedWithItsPlace(String path, String text, String message) {
        assertThatThrownBy(() -> SettingsJson.with(Garden.initial(), path, text))
                .isInstanceOf(SettingsException.class)
                .hasMessage(message);
    }

    @Test
    void whatTheRecordItselfRefusesIsReportedWithItsPlace() {
        Garden wide = SettingsJson.with(Garden.initial(), "shed.width", "9");
        assertThatThrownBy(() -> SettingsJson.with(wide, "shed.depth", "9"))
                .hasMessage("shed.depth: the shed is larger than 20 square metres");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"beds\": 3, \"beds\": 4} | garden.json: beds: stands there twice; keep one",
                "{\"shed\": {\"width\": 1, \"depth\": 1, \"width\": 2}} | garden.json: shed.width: stands there twice;"
                        + " keep one",
                "{\"beds\": [{\"a\": 1}, {\"a\": 1, \"b\": 2, \"a\": 3}]} | garden.json: beds[1].a: stands there"
                        + " twice; keep one",
                "<html><body> | garden.json: expected settings in braces, found \"<html><body>\"",
                "{\"beds\": 3} {} | garden.json: not valid JSON: something follows its end at line 1, column 14",
                "{\"beds\": 3 | garden.json: not valid JSON: End of input at line 1, column 11",
                "a,b,c | garden.json: not valid JSON: Unexpected value at line 1, column 3"
            })
    void whatIsNoJsonIsRefusedInOurOwnWordsWithItsPlace(String text, String message) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(SettingsException.class)
                .hasMessage(message);
    }

    @Test
    void theSameNameInTwoPlacesIsNoNameTwice() {
        assertThat(SettingsJson.parse("{\"a\": {\"a\": 1}, \"b\": [{\"a\": 1}, {\"a\": 2}]}", "here")
                        .toString())
                .isEqualTo("{\"a\":{\"a\":1},\"b\":[{\"a\":1},{\"a\":2}]}");
        assertThat(SettingsJson.parse("", "here").isJsonNull()).isTrue();
    }
}
