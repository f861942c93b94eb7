package unroll.engine.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unroll.engine.experiment.Experiment;
import unroll.engine.optim.HessianFree;
import unroll.engine.setting.SettingsException;
import unroll.engine.task.Addition;
import unroll.engine.task.Memorisation;

/** What a sweep's document says and what it may not. */
class SweepTest {
    @Test
    void labels_too_long_for_a_folder_are_refused_before_any_run() {
        String axis = "{\"axis\": \"a\", \"values\": [{\"label\": \"" + "x".repeat(300)
                + "\", \"set\": {\"seeds.data\": 1}}]}";
        assertThatThrownBy(() -> TinySweep.sweep(TinySweep.document(axis, "{}")).cells())
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("too long for the name of a folder");
    }

    @Test
    void the_last_axis_turns_first_and_every_path_of_an_axis_gets_its_value() {
        List<SweepCell> cells = TinySweep.sweep(TinySweep.SOLVED).cells();
        assertThat(cells)
                .extracting(SweepCell::name)
                .startsWith("T 2, method momentum, seed 1", "T 2, method momentum, seed 2", "T 2, method HF, seed 1")
                .hasSize(8)
                .doesNotHaveDuplicates();
        Experiment last = cells.getLast().experiment();
        assertThat(last.task()).isEqualTo(new Memorisation(2, 1, 4));
        assertThat(last.seeds().data()).isEqualTo(2);
        assertThat(last.seeds().initialisation()).isEqualTo(2);
        assertThat(last.seeds().sampling()).as("not on the axis").isEqualTo(1);
        assertThat(last.optimiser()).isInstanceOfSatisfying(HessianFree.class, hf -> {
            assertThat(hf.curvatureSequences()).isEqualTo(4);
            assertThat(hf.hotStart().at(0)).as("left out: its first value").isEqualTo(0.95);
        });
        assertThat(cells.getLast().labels()).isEqualTo(Map.of("T", "4", "method", "HF", "seed", "2"));
        assertThat(cells.getLast().metrics())
                .containsExactly("cross-entropy per symbol (nats)", "sequences wrong (%)", "symbols wrong (%)");
    }

    @Test
    void grids_have_axes_of_their_own_beside_the_common_ones() {
        Sweep sweep = TinySweep.sweep("""
            {"base": {}, "grids": [
               [{"axis": "task", "values": [{"label": "sum", "set": {"task": "addition", "training.batch": 7}}]},
                {"axis": "T", "set": "task.length", "values": [10, 20]}],
               [{"axis": "task", "values": [{"label": "memory", "set": {"task": "memorisation"}}]}]],
             "axes": [{"axis": "seed", "set": "seeds.data", "values": [1, 2, 3]}]}
            """);
        List<SweepCell> cells = sweep.cells();
        assertThat(cells).hasSize(2 * 3 + 3);
        assertThat(cells.get(4).experiment().task()).isEqualTo(new Addition(20));
        assertThat(cells.get(4).experiment().training().batch()).isEqualTo(7);
        assertThat(cells.getLast().label("T")).isEmpty();
        assertThat(cells.getLast().name()).isEqualTo("task memory, seed 3");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'axis': 'T', 'set': 'task.dela', 'values': [1]}       | axis 'T', value '1': task.dela: unknown"
                        + " name; did you mean 'delay'?",
                "{'axis': 'T', 'set': 'task.delay', 'values': [5, 0]}   | axis 'T', value '0': task.delay: Delay is 0"
                        + " but must be 1 to 2000",
                "{'axis': 'T', 'set': 'task.delay', 'values': ['long']} | axis 'T', value 'long': task.delay: Delay"
                        + " must be a whole number",
                "{'axis': 'T', 'set': 'task.delay', 'values': [5, 5]}   | has two values '5'; give each a label of its"
                        + " own",
                "{'axis': 'T', 'set': 'task.delay', 'values': []}       | axis 'T': needs at least one value",
                "{'axis': 'T', 'values': [5]}                           | axis 'T': needs \"set\"",
                "{'axis': 'T', 'set': 'task.delay'}                     | axis 'T': needs a list of \"values\"",
                "{'axis': 'T', 'sets': 'task.delay', 'values': [1]}     | unknown name 'sets'; known here: axis, set,"
                        + " values",
                "{'axis': 'o', 'set': 'optimiser', 'values': ['adan']}  | axis 'o', value 'adan': optimiser.kind:"
                        + " unknown name; did you mean 'adam'?",
                "{'axis': 'a,b', 'set': 'task.delay', 'values': [1]}    | words without commas",
                "{'axis': 'T', 'set': 'task.delay', 'values': [[1]]}    | needs a name",
            })
    void an_axis_that_cannot_be_is_refused_before_anything_runs(String axis, String sentence) {
        String document = TinySweep.document(axis.replace('\'', '"'), "{}");
        assertThatThrownBy(() -> TinySweep.sweep(document).cells())
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void two_runs_with_one_name_and_two_axes_with_one_name_are_refused() {
        String twice = "{\"axis\": \"T\", \"set\": \"task.delay\", \"values\": [1]}";
        assertThatThrownBy(() -> TinySweep.sweep(TinySweep.document(twice + "," + twice, "{}")))
                .hasMessageContaining("two axes of a grid have the same name");
        String alike = """
            {"axis": "a", "values": [{"label": "x/y", "set": {}}, {"label": "x:y", "set": {}}]}
            """;
        assertThatThrownBy(
                        () -> TinySweep.sweep(TinySweep.document(alike, "{}")).cells())
                .hasMessageContaining("two runs of the sweep are called 'a x-y'");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"pathological, 30", "no-structural-damping, 30", "momentum, 80", "control, 6", "tiny, 18"})
    void the_sweeps_of_the_project_can_be_run(String name, int runs) {
        Sweep sweep = Sweep.read(Path.of("..", "sweeps", name + ".json"));
        assertThat(sweep.cells()).hasSize(runs);
        assertThat(sweep.cells())
                .allSatisfy(cell -> assertThat(cell.experiment().model())
                        .isEqualTo(sweep.base().model()));
    }

    @Test
    void the_samples_that_come_with_the_program_are_those_of_the_folder_and_know_how_many_runs_they_have()
            throws IOException {
        try (Stream<Path> files = Files.list(Path.of("..", "sweeps"))) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".json", "")))
                    .containsExactlyInAnyOrderElementsOf(SampleSweeps.names());
        }
        for (String name : SampleSweeps.names()) {
            Sweep sample = SampleSweeps.named(name).orElseThrow();
            assertThat(sample.text()).isEqualTo(Files.readString(Path.of("..", "sweeps", name + ".json")));
            assertThat(sample.size()).as(name).isEqualTo(sample.cells().size());
        }
        assertThat(SampleSweeps.named("nothing")).isEmpty();
    }

    @Test
    void a_document_that_means_to_be_a_sweep_is_known_even_where_it_is_wrong() {
        assertThat(Sweep.meant(TinySweep.SOLVED)).isTrue();
        assertThat(Sweep.meant("{\"axes\": 3}")).isTrue();
        assertThat(Sweep.meant("{\"task\": \"addition\"}")).isFalse();
        assertThat(Sweep.meant("[]")).isFalse();
        assertThat(Sweep.meant("{")).isFalse();
    }
}
