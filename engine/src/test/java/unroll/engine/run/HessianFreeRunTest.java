package unroll.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.experiment.Experiment;
import unroll.engine.optim.Reading;
import unroll.engine.record.Diagnostics;
import unroll.engine.record.InnerLoop;
import unroll.engine.record.RunFolder;
import unroll.engine.record.TrainingCurves;
import unroll.engine.setting.SettingsException;

/** Hessian-free optimisation in a run: its updates can be given up, resumed, and looked into. */
@Timeout(120)
class HessianFreeRunTest {
    @TempDir
    Path folder;

    private Path runs(String name) throws IOException {
        return Files.createDirectories(folder.resolve(name));
    }

    private static Experiment experiment(String precision, String optimiser) {
        return SmallRun.with(SmallRun.experiment(precision, 40), "optimiser", optimiser);
    }

    /** Updates that take some tenths of a second at least: nearly no damping, and no iteration is one too many. */
    private static Experiment slow(String precision) {
        Experiment larger = SmallRun.with(SmallRun.experiment(precision, 40), "model.hidden", "16");
        larger = SmallRun.with(larger, "training.batch", "400");
        return SmallRun.with(larger, "optimiser", """
            {"kind": "hessian-free", "cgIterations": 600, "damping": 1e-12, "structural": 0, "tolerance": 0}\
            """);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"single", "double"})
    void closed_and_reopened_it_gives_the_same_bits(String precision) throws IOException {
        Experiment experiment = experiment(precision, """
            {"kind": "hessian-free", "curvatureSequences": 10, "cgIterations": 12, "preconditioned": true}\
            """);
        Path whole = SmallRun.trained(experiment, runs("whole"), 6);
        Path parts = SmallRun.trained(experiment, runs("parts"), 1);
        for (int steps : new int[] {2, 3}) {
            SnapshotLog log = new SnapshotLog();
            try (Trainer trainer = SmallRun.reopened(parts, log)) {
                SmallRun.step(trainer, log, steps);
            }
        }
        assertThat(SmallRun.numbers(parts)).isEqualTo(SmallRun.numbers(whole));
        assertThat(SmallRun.metrics(parts)).isEqualTo(SmallRun.metrics(whole));
        assertThat(Files.readString(parts.resolve("inner.csv")))
                .isEqualTo(Files.readString(whole.resolve("inner.csv")));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"single", "double"})
    void an_update_that_is_paused_or_closed_half_way_is_made_again_with_the_same_bits(String precision)
            throws IOException {
        Path whole = SmallRun.trained(slow(precision), runs("whole"), 2);
        SnapshotLog log = new SnapshotLog();
        Path parts;
        AtomicReference<@Nullable Trainer> disturbed = new AtomicReference<>();
        Consumer<Snapshot> disturbing = snapshot -> {
            Trainer trainer = disturbed.get();
            if (trainer != null && snapshot.inner().size() > 0) {
                trainer.pause(); // from the trainer's own thread: surely inside the update
            }
            log.accept(snapshot);
        };
        Experiment experiment = slow(precision);
        try (Trainer trainer = new Trainer(experiment, RunFolder.planned(runs("parts"), experiment), disturbing)) {
            parts = trainer.folder().path();
            disturbed.set(trainer);
            for (int pauses = 0; pauses < 2; pauses++) {
                trainer.step(2);
                int before = pauses;
                Snapshot paused = log.await(s -> s.state() == State.PAUSED && pauses(log) > before);
                assertThat(paused.update()).as("given up").isZero();
                assertThat(paused.inner().size()).isZero();
            }
            disturbed.set(null);
            trainer.step(2);
            log.await(s -> s.inner().size() > 0);
        }
        assertThat(log.last().update()).as("closed half-way").isZero();
        SnapshotLog again = new SnapshotLog();
        try (Trainer trainer = SmallRun.reopened(parts, again)) {
            SmallRun.step(trainer, again, 2);
        }
        assertThat(SmallRun.numbers(parts)).isEqualTo(SmallRun.numbers(whole));
        assertThat(SmallRun.metrics(parts)).isEqualTo(SmallRun.metrics(whole));
        assertThat(Files.readString(parts.resolve("inner.csv")))
                .isEqualTo(Files.readString(whole.resolve("inner.csv")));
    }

    /** How often it paused after an inner loop was seen. */
    private static long pauses(SnapshotLog log) {
        List<Snapshot> all = log.all();
        return IntStream.range(1, all.size())
                .filter(i -> all.get(i).state() == State.PAUSED
                        && all.get(i - 1).inner().size() > 0)
                .count();
    }

    @Test
    void the_inner_loop_is_seen_while_it_runs_and_after() throws IOException {
        SnapshotLog log = new SnapshotLog();
        Consumer<Snapshot> slowly = snapshot -> {
            log.accept(snapshot);
            if (log.all().size() < 8) {
                LockSupport.parkNanos(Duration.ofMillis(150).toNanos()); // so that the next iteration is told too
            }
        };
        Experiment experiment = slow("single");
        try (Trainer trainer = new Trainer(experiment, RunFolder.planned(runs("seen"), experiment), slowly)) {
            SmallRun.step(trainer, log, 1);
        }
        List<InnerLoop> seen = log.all().stream()
                .filter(s -> s.update() == 0 && s.inner().size() > 0)
                .map(Snapshot::inner)
                .toList();
        assertThat(seen).hasSizeGreaterThan(1);
        InnerLoop last = log.last().inner();
        for (InnerLoop loop : seen) {
            assertThat(loop.update()).isEqualTo(1);
            assertThat(loop.size()).isLessThanOrEqualTo(last.size());
            for (int i = 0; i < loop.size(); i++) {
                assertThat(loop.quadratic(i)).isEqualTo(last.quadratic(i));
                assertThat(loop.residual(i)).isEqualTo(last.residual(i));
            }
        }
        assertThat(last.quadratic(last.size() - 1))
                .isLessThan(last.quadratic(1))
                .isNegative();
        assertThat(last.residual(0)).isPositive();
        assertThat(log.last().readings()).hasSize(7).contains(Reading.of("CG iterations", last.size() - 1));
    }

    @Test
    void what_it_tells_stands_in_the_metrics_behind_the_scores() throws IOException {
        Experiment experiment = experiment("single", """
            {"kind": "hessian-free", "cgIterations": 5}\
            """);
        Path run = SmallRun.trained(experiment, runs("told"), 8);
        List<String> lines = Files.readAllLines(run.resolve("metrics.csv"));
        assertThat(lines.getFirst())
                .endsWith(",lambda,rho,CG iterations,CG stop,CG iterate,quadratic,step")
                .startsWith("update,seconds,train,gradient norm,learning rate,momentum,evaluations,test ");
        int width = lines.getFirst().split(",", -1).length;
        assertThat(lines).allMatch(line -> line.split(",", -1).length == width);
        String[] second = lines.get(2).split(",", -1);
        assertThat(Double.parseDouble(second[width - 7])).isCloseTo(0.1, within(1e-12)); // 48 bits
        assertThat(Arrays.copyOfRange(second, width - 6, width)).contains("5", "all 5 iterations were made");
        assertThat(RunFolder.open(run).standing().test()).isPresent();
        assertThat(RunFolder.open(run).standing().update()).isEqualTo(8);
    }

    @Test
    void a_reopened_run_has_the_readings_and_the_inner_loops_of_its_past() throws IOException {
        Experiment experiment = experiment("single", """
            {"kind": "hessian-free", "cgIterations": 9}\
            """);
        SnapshotLog log = new SnapshotLog();
        Path run;
        try (Trainer trainer = SmallRun.trainer(experiment, runs("past"), log)) {
            SmallRun.step(trainer, log, 5);
            run = trainer.folder().path();
        }
        Diagnostics before = log.last().diagnostics();
        assertThat(before.readings().size()).isEqualTo(5);
        SnapshotLog again = new SnapshotLog();
        try (Trainer trainer = SmallRun.reopened(run, again)) {
            assertThat(trainer.folder().path()).isEqualTo(run);
        }
        Diagnostics after = again.last().diagnostics();
        assertThat(after.gauges()).isEqualTo(before.gauges()).hasSize(7);
        assertThat(after.readings().size()).isEqualTo(5);
        for (int i = 0; i < 5; i++) {
            InnerLoop old = before.loop(i + 1).orElseThrow();
            InnerLoop read = after.loop(i + 1).orElseThrow();
            assertThat(read.size()).isEqualTo(old.size());
            int last = read.size() - 1;
            assertThat(read.kept(last)).as("the last can be taken").isTrue();
            assertThat(read.number(last)).isEqualTo((int) after.readings().number(i, 2));
            assertThat(after.readings().words(i, 3))
                    .isNotEmpty()
                    .isEqualTo(before.readings().words(i, 3));
            for (int k = 0; k <= last; k++) {
                assertThat(read.quadratic(k)).isEqualTo(old.quadratic(k));
                assertThat(read.kept(k)).isEqualTo(old.kept(k));
            }
            for (int gauge : new int[] {0, 1, 2, 4, 5, 6}) {
                assertThat(after.readings().number(i, gauge))
                        .isEqualTo(before.readings().number(i, gauge));
            }
            int taken = (int) after.readings().number(i, 4);
            assertThat(IntStream.rangeClosed(0, last)
                            .filter(k -> read.number(k) == taken && read.kept(k))
                            .count())
                    .as("the one that was taken was kept")
                    .isEqualTo(1);
        }
    }

    /** As the folder of a run looks that was made before its optimiser told of itself. */
    @Test
    void lines_that_tell_less_are_read_and_filled_up() throws IOException {
        Experiment experiment = experiment("single", """
            {"kind": "hessian-free", "cgIterations": 5}\
            """);
        Path run = SmallRun.trained(experiment, runs("old"), 8);
        Path file = run.resolve("metrics.csv");
        List<String> now = Files.readAllLines(file);
        List<String> old =
                now.stream().map(line -> line.replaceFirst("(,[^,]*){7}$", "")).toList();
        assertThat(old.getFirst()).doesNotContain("lambda");
        Files.writeString(file, String.join("\n", old) + "\n");
        double test = RunFolder.open(run).standing().test().orElseThrow();
        SnapshotLog log = new SnapshotLog();
        try (Trainer trainer = SmallRun.reopened(run, log)) {
            TrainingCurves curves = log.last().curves();
            assertThat(curves.size()).isEqualTo(8);
            assertThat(curves.test(curves.tests() - 1, 0)).isEqualTo(test);
            SmallRun.step(trainer, log, 1);
        }
        List<String> mended = Files.readAllLines(file);
        assertThat(mended.getFirst()).isEqualTo(now.getFirst());
        assertThat(mended.get(1)).isEqualTo(old.get(1) + ",,,,,,,");
        assertThat(mended.getLast()).startsWith("9,").doesNotEndWith(",");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"hessian-free", "augmented-hessian-free", "krylov-descent"})
    void a_few_updates_learn_to_add(String method) throws IOException {
        Experiment experiment = experiment("single", "{\"kind\": \"" + method + "\"}");
        experiment = SmallRun.with(experiment, "model.hidden", "12");
        experiment = SmallRun.with(experiment, "training.batch", "300");
        experiment = SmallRun.with(experiment, "training.updates", "12");
        SnapshotLog log = new SnapshotLog();
        try (Trainer trainer = SmallRun.trainer(experiment, runs("learned"), log)) {
            trainer.play();
            TrainingCurves curves = log.await(State.FINISHED).curves();
            assertThat(curves.test(curves.tests() - 1, 0)).isLessThan(0.3 * curves.test(0, 0));
        }
    }

    @Test
    void what_has_no_curvature_is_refused_before_anything_is_written() {
        Experiment experiment = experiment("single", """
            {"kind": "hessian-free"}\
            """);
        Experiment online = SmallRun.with(experiment, "gradient", """
            {"kind": "tbptt", "every": 2, "back": 5, "online": true}\
            """);
        Experiment kept = SmallRun.with(experiment, "regularisation.keepGradients", "1");
        for (Experiment refused : List.of(online, kept)) {
            assertThatThrownBy(() -> new Training(refused))
                    .isInstanceOf(SettingsException.class)
                    .hasMessageContaining("Hessian-free optimisation cannot train this, for ");
        }
    }
}
