package unroll.engine.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unroll.engine.setting.SettingsJson;

class CalledAfterItsTaskTest {
    private static Experiment withTask(Experiment before, String kind) {
        return SettingsJson.with(before, "task", kind).calledAfterItsTask(before);
    }

    @ParameterizedTest
    @CsvSource({"addition, Addition", "xor, XOR", "mackey-glass, Mackey-Glass"})
    void an_example_with_another_task_is_called_after_that_one_and_after_the_next(String kind, String name) {
        Experiment other = withTask(Examples.first(), kind);
        assertThat(other)
                .isEqualTo(Examples.first().ofTask(kind))
                .extracting(Experiment::name)
                .isEqualTo(name);
        assertThat(withTask(other, "copy").name()).isEqualTo("Copy");
    }

    @Test
    void data_of_a_persons_own_no_longer_name_an_experiment_that_does_not_read_them(@TempDir Path folder)
            throws Exception {
        Path file = Files.writeString(folder.resolve("greenhouse.csv"), "1,2\n2,1\n".repeat(200));
        Experiment own = OwnExperiment.fitted(file).orElseThrow().experiment();
        Experiment other = withTask(own, "addition");
        assertThat(other.name()).isEqualTo("Addition");
        assertThat(other.about()).doesNotContain("greenhouse");
    }

    @Test
    void what_a_person_has_written_stays() {
        Experiment mine =
                SettingsJson.with(SettingsJson.with(Examples.first(), "name", "Mine"), "about", "For Monday.");
        Experiment other = withTask(mine, "addition");
        assertThat(other.name()).isEqualTo("Mine");
        assertThat(other.about()).isEqualTo("For Monday.");
    }

    @Test
    void another_setting_of_the_same_task_changes_no_name() {
        Experiment balls = Examples.first();
        Experiment other = SettingsJson.with(balls, "task.balls", "2");
        assertThat(other.calledAfterItsTask(balls)).isEqualTo(other);
    }
}
