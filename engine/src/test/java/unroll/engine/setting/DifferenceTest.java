package unroll.engine.setting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DifferenceTest {
    private final Garden garden = Garden.initial();

    private static Garden with(Garden garden, String path, String value) {
        return SettingsJson.with(garden, path, value);
    }

    private static List<String> words(Garden before, Garden after) {
        return Difference.between(before, after).stream().map(Difference::words).toList();
    }

    @Test
    void equal_records_do_not_differ() {
        assertThat(Difference.between(garden, Garden.initial())).isEmpty();
    }

    @Test
    void every_kind_of_setting_is_told_with_its_path_in_the_order_of_the_record() {
        Garden other = with(
                with(with(with(garden, "tree.height", "7"), "shed.width", "4.5"), "season", "spring"), "beds", "5");
        assertThat(words(garden, other))
                .containsExactly(
                        "beds 3 \u2192 5",
                        "season late-summer \u2192 spring",
                        "shed.width 2 \u2192 4.5",
                        "tree.height 4 \u2192 7");
    }

    @Test
    void what_is_told_can_be_set_and_leads_from_the_one_to_the_other() {
        Garden other = with(with(with(garden, "water", "0: 2, 5: 3e-5"), "fenced", "false"), "rain", "0.25");
        Garden led = garden;
        for (Difference difference : Difference.between(garden, other)) {
            led = with(led, difference.path(), difference.after());
        }
        assertThat(led).isEqualTo(other);
        Garden back = other;
        for (Difference difference : Difference.between(other, garden).subList(1, 3)) {
            back = with(back, difference.path(), difference.after());
        }
        assertThat(back).as("with one of three left out").isNotEqualTo(garden);
    }

    @Test
    void of_another_kind_only_what_is_not_at_its_first_value_is_told_behind_the_choice() {
        Garden pear = with(garden, "tree", "pear");
        assertThat(words(garden, pear)).containsExactly("tree apple \u2192 pear");
        assertThat(words(garden, with(pear, "tree.branches", "9")))
                .containsExactly("tree apple \u2192 pear", "tree.branches \u2013 \u2192 9");
        assertThat(words(with(garden, "tree.height", "9"), pear))
                .containsExactly("tree apple \u2192 pear", "tree.height 9 \u2192 \u2013");
    }
}
