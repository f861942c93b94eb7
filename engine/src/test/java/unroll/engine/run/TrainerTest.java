package unroll.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.experiment.Experiment;
import unroll.engine.record.Checkpoint;
import unroll.engine.record.RunFolder;
import unroll.engine.record.TrainingCurves;

@Timeout(120)
class TrainerTest {
    private static final long ENDLESS = 1_000_000_000;

    @TempDir
    Path runs;

    @Test
    void nothing_happens_and_nothing_is_written_before_it_is_asked_for() {
        SnapshotLog log = new SnapshotLog();
        try (Trainer trainer = SmallRun.trainer(SmallRun.experiment("single", 10), runs, log)) {
            assertThat(log.await(State.READY).update()).isZero();
            trainer.pause();
            trainer.change(SmallRun.with(trainer.experiment(), "training.updates", "11"));
            assertThat(log.await(s -> s.updates() == 11).state()).isEqualTo(State.READY);
        }
        assertThat(log.last().state()).isEqualTo(State.CLOSED);
        assertThat(RunFolder.list(runs)).isEmpty();
    }

    @Test
    void it_plays_until_paused_and_plays_on() {
        SnapshotLog log = new SnapshotLog();
        try (Trainer trainer = SmallRun.trainer(SmallRun.experiment("single", ENDLESS), runs, log)) {
            trainer.play();
            log.await(s -> s.update() > 20);
            trainer.pause();
            long paused = log.await(State.PAUSED).update();
            assertThat(log.last().savedUpdate()).isEqualTo(paused);
            trainer.save(); // a request that is served while paused: no update came between
            assertThat(log.await(State.PAUSED).update()).isEqualTo(paused);
            trainer.play();
            log.await(s -> s.update() > paused);
            trainer.play(); // again changes nothing
            trainer.pause();
            log.await(State.PAUSED);
        }
    }

    @ParameterizedTest(name = "{0} updates")
    @ValueSource(longs = {1, 2, 13})
    void a_step_makes_exactly_so_many_updates(long updates) {
        SnapshotLog log = new SnapshotLog();
        try (Trainer trainer = SmallRun.trainer(SmallRun.experiment("single", 100), runs, log)) {
            for (int i = 1; i <= 3; i++) {
                trainer.step(updates);
                long made = i * updates;
                log.await(s -> s.state() == State.PAUSED && s.update() == made);
            }
            assertThat(log.last().curves().size()).isEqualTo((int) (3 * updates));
        }
        assertThat(log.all()).allMatch(s -> s.update() <= 3 * updates);
    }

    @Test
    void a_training_that_is_held_back_makes_the_same_updates_and_pauses_at_once() {
        SnapshotLog fast = new SnapshotLog();
        SnapshotLog slow = new SnapshotLog();
        Experiment experiment = SmallRun.experiment("single", 100);
        try (Trainer hurried = SmallRun.trainer(experiment, runs.resolve("hurried"), fast);
                Trainer trainer = SmallRun.trainer(experiment, runs.resolve("held back"), slow)) {
            SmallRun.step(hurried, fast, 10);
            trainer.limit(50);
            long began = System.nanoTime();
            SmallRun.step(trainer, slow, 10);
            assertThat(System.nanoTime() - began).isGreaterThan(9 * 20_000_000L);
            for (int i = 0; i < 10; i++) {
                assertThat(slow.last().curves().train(i))
                        .isEqualTo(fast.last().curves().train(i));
            }
            trainer.limit(0.001);
            trainer.play();
            slow.await(s -> s.update() == 11);
            trainer.pause();
            slow.await(s -> s.state() == State.PAUSED && s.update() == 11);
        }
    }

    @Test
    void it_stops_where_the_experiment_ends() {
        SnapshotLog log = new SnapshotLog();
        try (Trainer trainer = SmallRun.trainer(SmallRun.experiment("single", 16), runs, log)) {
            trainer.step(1_000);
            Snapshot end = log.await(State.FINISHED);
            assertThat(end.update()).isEqualTo(16);
            assertThat(end.curves().testUpdate(end.curves().tests() - 1)).isEqualTo(16);
            trainer.play();
            trainer.step(5);
            trainer.save();
        }
        assertThat(log.last().update()).isEqualTo(16);
        assertThat(log.last().curves().tests()).isEqualTo(1 + 2 + 1);
    }

    @Test
    void a_change_of_a_setting_that_is_not_live_is_refused_and_changes_nothing() {
        SnapshotLog log = new SnapshotLog();
        try (Trainer trainer = SmallRun.trainer(SmallRun.experiment("single", 16), runs, log)) {
            Experiment before = trainer.experiment();
            for (String change : List.of("model.hidden=7", "training.batch=31", "optimiser=momentum", "seeds.data=2")) {
                String[] sides = change.split("=", -1);
                Experiment other = SmallRun.with(before, sides[0], sides[1]);
                assertThatThrownBy(() -> trainer.change(other)).hasMessageContaining("only live settings");
            }
            assertThat(trainer.experiment()).isEqualTo(before);
        }
    }

    /** A rectifier and a rate of 1000 double the exponents with each step: a few updates and float is left. */
    private static Experiment diverging(String rate) {
        Experiment experiment = SmallRun.experiment("single", 1_000);
        experiment = SmallRun.with(experiment, "model.activation", "linear");
        experiment = SmallRun.with(experiment, "optimiser.clip", "0");
        return SmallRun.with(experiment, "optimiser.learningRate", rate);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"gradient-descent", "momentum", "nesterov"})
    void where_numbers_end_it_stops_names_the_place_and_goes_on_with_a_lower_rate(String method) {
        SnapshotLog log = new SnapshotLog();
        Experiment experiment = SmallRun.with(diverging("0.5"), "optimiser", method);
        experiment = SmallRun.with(experiment, "optimiser.learningRate", "0: 0.001, 5: 900");
        try (Trainer trainer = SmallRun.trainer(experiment, runs, log)) {
            trainer.play();
            Snapshot stopped = log.await(State.DIVERGED);
            String sentence = stopped.trouble().orElseThrow();
            assertThat(sentence)
                    .matches("Update \\d+ was not made: (the hidden state h|the output o|the gradient of h) is not"
                            + " finite from time step \\d+\\..*|Update \\d+ was not made: .* is not finite.*")
                    .contains("lower the learning rate");
            assertThat(trainer.folder().stopped())
                    .as("known when the run is only looked at")
                    .isEqualTo(sentence);
            long update = stopped.update();
            assertThat(update).isGreaterThanOrEqualTo(5).isLessThan(60);
            finite(trainer);
            trainer.change(trainer.experiment().changedAt(update, "learningRate", 1e-30));
            SmallRun.step(trainer, log, 10);
            assertThat(trainer.folder().stopped()).as("it goes on").isEmpty();
            assertThat(log.last().update()).isEqualTo(update + 10);
            assertThat(log.last().trouble()).isEmpty();
            finite(trainer);
            assertThat(log.last().curves().update(log.last().curves().size() - 1))
                    .isEqualTo(update + 10);
        }
        Experiment kept = RunFolder.list(runs).getFirst().experiment();
        Path first = RunFolder.list(runs).getFirst().path();
        Path again = SmallRun.trained(kept, runs.resolve("again"), log.last().update());
        assertThat(SmallRun.numbers(again)).as("run again without the detour").isEqualTo(SmallRun.numbers(first));
    }

    private static void finite(Trainer trainer) {
        Checkpoint checkpoint = trainer.folder().checkpoint().orElseThrow();
        checkpoint.tensors().forEach((name, tensor) -> {
            for (double number : tensor.numbers()) {
                assertThat(number).as(name).isFinite();
            }
        });
    }

    @Test
    void going_on_unchanged_after_a_divergence_stops_at_the_same_place_again() {
        SnapshotLog log = new SnapshotLog();
        try (Trainer trainer = SmallRun.trainer(diverging("900"), runs, log)) {
            trainer.play();
            Snapshot first = log.await(State.DIVERGED);
            trainer.play();
            log.await(State.RUNNING);
            Snapshot second = log.await(State.DIVERGED);
            assertThat(second.trouble()).isEqualTo(first.trouble());
            assertThat(second.update()).isEqualTo(first.update());
        }
        SnapshotLog reopened = new SnapshotLog();
        try (Trainer trainer = SmallRun.reopened(RunFolder.list(runs).getFirst().path(), reopened)) {
            trainer.pause();
            Snapshot open = reopened.await(State.PAUSED);
            assertThat(open.update()).isEqualTo(log.last().update());
            TrainingCurves curves = open.curves();
            for (int i = 1; i < curves.size(); i++) {
                assertThat(curves.update(i)).isEqualTo(curves.update(i - 1) + 1);
            }
        }
    }

    @Test
    void a_listener_that_fails_ends_the_run_but_not_what_was_saved() throws InterruptedException {
        CountDownLatch failed = new CountDownLatch(1);
        SnapshotLog log = new SnapshotLog();
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, e) -> failed.countDown());
        try {
            Experiment experiment = SmallRun.experiment("single", 30);
            Trainer trainer = new Trainer(experiment, RunFolder.planned(runs, experiment), snapshot -> {
                log.accept(snapshot);
                if (snapshot.state() == State.FINISHED) {
                    throw new IllegalStateException("a listener's fault");
                }
            });
            trainer.play();
            assertThat(failed.await(60, TimeUnit.SECONDS)).isTrue();
            trainer.close();
            assertThat(log.last().state()).isEqualTo(State.FAILED);
            assertThat(log.last().trouble().orElseThrow())
                    .contains(trainer.folder().path().toString());
            assertThat(trainer.folder().checkpoint().orElseThrow().update()).isEqualTo(30);
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }

    @Test
    void the_experiment_says_at_once_what_was_asked_for() {
        SnapshotLog log = new SnapshotLog();
        try (Trainer trainer = SmallRun.trainer(SmallRun.experiment("single", ENDLESS), runs, log)) {
            trainer.play();
            Experiment other = trainer.experiment().changedAt(0, "momentum", 0.7);
            trainer.change(other);
            assertThat(trainer.experiment().differsOnlyLive(other)).isTrue();
            log.await(s -> s.update() > 50);
            trainer.pause();
            log.await(State.PAUSED);
            assertThat(trainer.experiment())
                    .isEqualTo(RunFolder.list(runs).getFirst().experiment());
        }
    }
}
