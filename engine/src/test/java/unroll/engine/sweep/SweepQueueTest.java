package unroll.engine.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.record.RunException;

/** What comes of a sweep, whoever left it and however many of its runs were made side by side. */
@Timeout(180)
class SweepQueueTest {
    @TempDir
    Path folder;

    @Test
    void every_run_is_kept_and_its_row_is_what_its_metrics_say() throws IOException {
        Sweep sweep = TinySweep.sweep(TinySweep.SOLVED);
        List<CellResult> results = TinySweep.results(TinySweep.run(sweep, folder, 2));
        List<SweepCell> cells = sweep.cells();
        assertThat(results).hasSize(8).extracting(CellResult::outcome).containsOnly(Outcome.SOLVED);
        for (int i = 0; i < cells.size(); i++) {
            Path run = folder.resolve("runs").resolve(cells.get(i).name());
            assertThat(run.resolve("experiment.json")).exists();
            byHand(run, cells.get(i).label("method").equals("HF"), results.get(i));
        }
        assertThat(TinySweep.column(folder, "T")).containsExactly("2", "2", "2", "2", "4", "4", "4", "4");
        assertThat(TinySweep.column(folder, "data seed")).containsExactly("1", "2", "1", "2", "1", "2", "1", "2");
    }

    /** Counts the evaluations up to the first test with less than a per cent of wrong sequences. */
    private static void byHand(Path run, boolean hessianFree, CellResult result) throws IOException {
        List<String> lines = Files.readAllLines(run.resolve("metrics.csv"));
        List<String> head = List.of(lines.getFirst().split(",", -1));
        double evaluations = 0;
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            if (!cells[2].isEmpty()) {
                evaluations += hessianFree ? Double.parseDouble(cells[head.indexOf("evaluations")]) : 1;
            } else if (Double.parseDouble(cells[head.indexOf("test sequences wrong (%)")]) < 1) {
                assertThat(result.solvedAt()).isEqualTo(Long.parseLong(cells[0]));
                break;
            }
        }
        assertThat(result.minibatchesToSolve()).isEqualTo(evaluations);
        assertThat(result.updates()).isEqualTo(result.solvedAt()).isLessThan(600);
        assertThat(result.minibatches()).isEqualTo(evaluations);
        if (hessianFree) {
            assertThat(evaluations).isGreaterThan(2.0 * result.updates());
        }
    }

    @ParameterizedTest(name = "left after {0} runs")
    @ValueSource(ints = {0, 1, 4})
    void a_sweep_that_was_left_goes_on_and_ends_with_the_table_of_one_that_was_not(int runs) throws IOException {
        Sweep sweep = TinySweep.sweep(TinySweep.SOLVED);
        Path whole = folder.resolve("whole");
        TinySweep.run(sweep, whole, 1);
        Path left = folder.resolve("left");
        AtomicBoolean closing = new AtomicBoolean();
        SweepSnapshot stopped = TinySweep.run(sweep, left, 2, 2, (queue, snapshot) -> {
            boolean inside = snapshot.runs().stream()
                    .anyMatch(run -> run.progress() instanceof CellProgress.Running running
                            && running.snapshot().filter(s -> s.update() > 0).isPresent());
            if (snapshot.over() >= runs && inside && closing.compareAndSet(false, true)) {
                new Thread(queue::close).start(); // a listener returns at once
            }
        });
        assertThat(stopped.over()).isLessThan(8);
        assertThat(TinySweep.table(left)).isNotEqualTo(TinySweep.table(whole));
        Set<String> again = ConcurrentHashMap.newKeySet();
        TinySweep.run(
                sweep,
                left,
                2,
                2,
                (queue, snapshot) -> snapshot.runs().stream()
                        .filter(run -> run.progress() instanceof CellProgress.Running)
                        .forEach(run -> again.add(run.cell().name())));
        assertThat(TinySweep.table(left)).isEqualTo(TinySweep.table(whole));
        Set<String> over = stopped.runs().stream()
                .filter(run -> run.progress() instanceof CellProgress.Over)
                .map(run -> run.cell().name())
                .collect(Collectors.toSet());
        assertThat(again).as("none that was over, if any was").noneMatch(over::contains);
    }

    @Test
    void a_run_that_diverges_and_one_that_cannot_begin_hold_up_no_other() throws IOException {
        Sweep sweep = TinySweep.sweep(TinySweep.document("""
            {"axis": "method", "values": [
              {"label": "explodes", "set": {"optimiser": {"kind": "gradient-descent", "learningRate": 1000},
                                            "task": {"kind": "addition", "length": 10}, "model.activation": "linear"}},
              {"label": "cannot", "set": {"optimiser": "ridge"}},
              {"label": "fine", "set": {}}]}
            """, "{}"));
        List<CellResult> results = TinySweep.results(TinySweep.run(sweep, folder, 1));
        assertThat(results)
                .extracting(CellResult::outcome)
                .containsExactly(Outcome.DIVERGED, Outcome.FAILED, Outcome.SOLVED);
        assertThat(results.get(0).reason()).contains("was not made", "is not finite", ", ");
        assertThat(Files.readString(folder.resolve("results.csv")))
                .as("a reason that holds commas is one cell")
                .contains(",\"" + results.get(0).reason() + "\",");
        assertThat(results.get(1).reason()).contains("ridge regression cannot train this");
        assertThat(Files.readString(folder.resolve("results.md")))
                .contains("## Not solved", "method explodes: diverged", "method cannot: failed");
        assertThat(TinySweep.column(folder, "outcome")).containsExactly("diverged", "failed", "solved");
        List<String> begun = new ArrayList<>();
        TinySweep.run(
                sweep,
                folder,
                1,
                1,
                (queue, snapshot) -> snapshot.runs().stream()
                        .filter(run -> run.progress() instanceof CellProgress.Running)
                        .forEach(run -> begun.add(run.cell().name())));
        assertThat(begun)
                .as("only what was not the run's own fault is tried again")
                .containsOnly("method cannot");
    }

    @Test
    void a_run_beyond_its_minibatches_has_failed_and_was_tested_once_more() throws IOException {
        Sweep sweep = TinySweep.sweep(TinySweep.document("""
            {"axis": "batch", "set": "training.batch", "values": [8, 24]}
            """, "{\"minibatches\": 7, \"minibatch\": 8}"));
        List<CellResult> results = TinySweep.results(TinySweep.run(sweep, folder, 1));
        assertThat(results).extracting(CellResult::outcome).containsOnly(Outcome.NOT_SOLVED);
        assertThat(results).extracting(CellResult::reason).containsOnly("more than 7 minibatches");
        assertThat(results).extracting(CellResult::updates).containsExactly(8L, 3L);
        assertThat(results).extracting(CellResult::minibatches).containsExactly(8.0, 9.0);
        List<String> metrics =
                Files.readAllLines(folder.resolve("runs").resolve("batch 24").resolve("metrics.csv"));
        assertThat(Arrays.asList(metrics.getLast().split(",", -1)).getFirst()).isEqualTo("3");
        assertThat(Arrays.asList(metrics.getLast().split(",", -1)).get(2))
                .as("a test")
                .isEmpty();
    }

    @Test
    void runs_that_may_go_on_when_solved_tell_when_that_was() {
        Sweep sweep = TinySweep.sweep(TinySweep.document("""
            {"axis": "seed", "set": "seeds.initialisation", "values": [1, 2]}
            """, "{\"whenSolved\": false}"));
        List<CellResult> results = TinySweep.results(TinySweep.run(sweep, folder, 2));
        assertThat(results).extracting(CellResult::outcome).containsOnly(Outcome.SOLVED);
        assertThat(results).extracting(CellResult::updates).containsOnly(600L);
        assertThat(results).allSatisfy(result -> {
            assertThat(result.solvedAt()).isBetween(5L, 599L);
            assertThat(result.minibatchesToSolve()).isEqualTo((double) result.solvedAt());
        });
    }

    @Test
    void the_last_run_gets_all_cores_and_ends_as_it_would_have_on_one() throws IOException {
        Sweep sweep = TinySweep.sweep(TinySweep.document("""
            {"axis": "updates", "set": "training.updates", "values": [5, 4000]}
            """, "{\"whenSolved\": false}"));
        Set<Integer> threads = ConcurrentHashMap.newKeySet();
        TinySweep.run(
                sweep,
                folder.resolve("two"),
                2,
                4,
                (queue, snapshot) -> snapshot.runs().forEach(run -> {
                    if (run.progress() instanceof CellProgress.Running running) {
                        threads.add(running.threads());
                    }
                }));
        assertThat(threads).containsExactlyInAnyOrder(2, 4);
        TinySweep.run(sweep, folder.resolve("one"), 1);
        assertThat(TinySweep.table(folder.resolve("two"))).isEqualTo(TinySweep.table(folder.resolve("one")));
    }

    @Test
    void a_folder_with_other_settings_or_another_rule_is_left_as_it_is() throws IOException {
        String axes = "{\"axis\": \"seed\", \"set\": \"seeds.data\", \"values\": [1]}";
        TinySweep.run(TinySweep.sweep(TinySweep.document(axes, "{}")), folder, 1);
        Path metrics = folder.resolve("runs").resolve("seed 1").resolve("metrics.csv");
        byte[] before = Files.readAllBytes(metrics);
        assertThatThrownBy(() ->
                        TinySweep.run(TinySweep.sweep(TinySweep.document(axes, "{\"minibatches\": 5}")), folder, 1))
                .isInstanceOf(RunException.class)
                .hasMessageContaining("stop by another rule");
        Files.delete(metrics.resolveSibling("result.json"));
        Sweep other = TinySweep.sweep(TinySweep.document(axes, "{}").replace("\"hidden\": 8", "\"hidden\": 9"));
        List<CellResult> results = TinySweep.results(TinySweep.run(other, folder, 1));
        assertThat(results.getFirst().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(results.getFirst().reason()).contains("was begun with other settings");
        assertThat(metrics).hasBinaryContent(before);
    }

    @Test
    void a_result_that_was_lost_is_judged_again_from_the_run() throws IOException {
        Sweep sweep = TinySweep.sweep(TinySweep.SOLVED);
        TinySweep.run(sweep, folder, 2);
        List<String> before = TinySweep.table(folder);
        for (SweepCell cell : sweep.cells()) {
            Files.delete(folder.resolve("runs").resolve(cell.name()).resolve("result.json"));
        }
        TinySweep.run(sweep, folder, 2);
        assertThat(TinySweep.table(folder)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>", "{} x", "[]", "{\"scores\": null}", "{\"updates\": \"many\"}", "{\"outcome\": 3"})
    void a_result_that_is_none_is_refused_with_its_file_and_what_to_do(String text) throws IOException {
        Sweep sweep = TinySweep.sweep(TinySweep.SOLVED);
        SweepFolder place = new SweepFolder(folder);
        Path file = Files.createDirectories(place.run(sweep.cells().getFirst()).path())
                .resolve("result.json");
        Files.writeString(file, text);
        assertThatThrownBy(() -> SweepQueue.resting(sweep.cells(), place))
                .isInstanceOf(RunException.class)
                .hasMessage(file + ": is no result of a run; remove it to have the run judged again");
    }
}
