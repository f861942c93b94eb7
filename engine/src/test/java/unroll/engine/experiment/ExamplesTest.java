package unroll.engine.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unroll.engine.setting.SettingsList;

class ExamplesTest {
    @Test
    void the_gallery_begins_with_what_a_newcomer_should_see_and_has_each_example_at_its_place() {
        assertThat(Examples.all(Path.of("..")))
                .extracting(Experiment::name)
                .containsSubsequence(
                        "Bouncing balls",
                        "Addition",
                        "Text",
                        "Reversal",
                        "Spelling",
                        "Mackey-Glass",
                        "Pendulum",
                        "Binary addition",
                        "XOR",
                        "Temporal order",
                        "Curves",
                        "Memorisation",
                        "Chorales: what comes next",
                        "A chorale goes on",
                        "Walking",
                        "Dreaming balls",
                        "Cleaning a film");
        assertThat(Examples.first()).isEqualTo(Examples.all(Path.of("..")).getFirst());
    }

    /** A kind of task is begun with the settings of an example that learns it. */
    @Test
    void small_networks_stand_apart_say_what_to_try_and_learn_nothing_unasked() {
        assertThat(Examples.smallNetworks()).hasSizeGreaterThan(15).allSatisfy(small -> {
            assertThat(small.about()).containsPattern("^[^.]+(\\.\\d[^.]*)*\\. Try .+\\.$");
            assertThat(SettingsList.of(small))
                    .containsEntry("optimiser.learningRate", small.name().equals("A cliff in the loss") ? "0.2" : "0");
            assertThat(SettingsList.of(small)).containsEntry("backend.precision", "double");
        });
        assertThat(Examples.smallNetworks()).extracting(Experiment::name).doesNotHaveDuplicates();
        assertThat(Examples.of("parity")).isEmpty();
        assertThat(Examples.of("binary-addition").orElseThrow().name()).isEqualTo("Binary addition");
    }

    @Test
    void what_learns_from_sample_data_is_missing_where_there_is_none(@TempDir Path elsewhere) {
        assertThat(Examples.all(elsewhere))
                .containsExactlyElementsOf(Examples.all(Path.of("..")).stream()
                        .filter(example -> !List.of(
                                        "Text", "Pendulum", "Chorales: what comes next", "A chorale goes on")
                                .contains(example.name()))
                        .toList());
    }
}
