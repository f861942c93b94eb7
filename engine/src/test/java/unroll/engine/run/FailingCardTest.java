package unroll.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unroll.engine.backend.DeviceFailure;
import unroll.engine.backend.DeviceMemory;
import unroll.engine.backend.FailingCard;
import unroll.engine.experiment.BackendSettings;
import unroll.engine.experiment.CostEstimate;
import unroll.engine.experiment.Experiment;
import unroll.engine.probe.SequenceProbe;
import unroll.engine.record.RunException;
import unroll.engine.record.RunFolder;
import unroll.engine.setting.SettingsException;
import unroll.engine.task.Task;

/** A card that fails takes the updates since the last save, and nothing else. */
class FailingCardTest {
    @TempDir
    Path runs;

    private static Experiment on(String device, int card) {
        Experiment experiment = SmallRun.with(SmallRun.experiment("single", 40), "backend.device", device);
        return SmallRun.with(experiment, "backend.card", String.valueOf(card));
    }

    @Test
    void a_run_stops_where_its_card_fails_and_goes_on_on_the_processor_from_what_was_saved() {
        FailingCard.failAfter(1000);
        SnapshotLog log = new SnapshotLog();
        Path run;
        try (Trainer trainer = SmallRun.trainer(on("cuda", FailingCard.NUMBER), runs, log)) {
            assertThat(trainer.backend()).startsWith("Failing card");
            SmallRun.step(trainer, log, 5);
            run = trainer.folder().path();
            FailingCard.failAfter(4);
            trainer.play();
            Snapshot last = log.await(s -> s.state() == State.FAILED);
            assertThat(last.trouble())
                    .hasValue("The run stopped: the card fell off the bus. What was saved is in " + run + ".");
            assertThat(last.savedUpdate()).isEqualTo(5);
        }
        RunFolder failed = RunFolder.open(run);
        Experiment moved = SmallRun.with(failed.experiment(), "backend.device", "cpu");
        Path branch = Branch.of(failed, 5, moved, runs).folder().path();
        SnapshotLog onProcessor = new SnapshotLog();
        try (Trainer trainer = SmallRun.reopened(branch, onProcessor)) {
            SmallRun.step(trainer, onProcessor, 10);
        }
        Path undisturbed = SmallRun.trained(SmallRun.experiment("single", 40), runs, 15);
        assertThat(SmallRun.numbers(branch)).isEqualTo(SmallRun.numbers(undisturbed)); // that card is the processor
    }

    @Test
    void a_run_that_was_stopped_by_its_card_says_so_when_it_is_read_again_until_it_goes_on() {
        FailingCard.failAfter(1000);
        SnapshotLog log = new SnapshotLog();
        Path run;
        try (Trainer trainer = SmallRun.trainer(on("cuda", FailingCard.NUMBER), runs, log)) {
            SmallRun.step(trainer, log, 5);
            run = trainer.folder().path();
            assertThat(RunFolder.open(run).stopped()).isEmpty();
            FailingCard.failAfter(2);
            trainer.play();
            log.await(s -> s.state() == State.FAILED);
        }
        assertThat(RunFolder.open(run).stopped()).startsWith("The run stopped: the card fell off the bus.");
        RunFolder branch = Branch.onProcessor(RunFolder.open(run), runs).folder();
        assertThat(branch.stopped()).isEmpty();
        assertThat(branch.checkpoint().orElseThrow().update()).isEqualTo(5);
        assertThat(branch.experiment().backend().device()).isEqualTo(BackendSettings.Device.CPU);
    }

    @Test
    void a_run_of_which_nothing_is_saved_cannot_go_on_elsewhere() {
        RunFolder planned = RunFolder.planned(runs, on("cuda", FailingCard.NUMBER));
        assertThatThrownBy(() -> Branch.onProcessor(planned, runs))
                .isInstanceOf(RunException.class)
                .hasMessageContaining("nothing saved");
    }

    @Test
    void too_little_memory_is_refused_with_a_batch_that_would_fit() {
        Experiment wide = SmallRun.with(on("cuda", FailingCard.NUMBER), "training.batch", "100000");
        FailingCard.holdAtMost(5);
        try {
            assertThatThrownBy(() -> new Training(wide))
                    .isInstanceOf(DeviceFailure.class)
                    .hasMessageMatching(
                            "Failing card has 1,024 MiB of memory free of 8,192 MiB and was asked for 3,072 MiB"
                                    + " more; a batch of about \\d+ would fit; a narrower network .*");
        } finally {
            FailingCard.holdAtMost(Integer.MAX_VALUE);
        }
        for (int batch : new int[] {500, 1000, 99_999}) {
            CostEstimate prospect = CostEstimate.of(SmallRun.with(wide, "training.batch", String.valueOf(batch)));
            double bytes = prospect.bytes().orElseThrow();
            Task task = wide.task().open();
            assertThat(CostEstimate.sequencesWithin(wide, task, bytes + 1)).isEqualTo(batch);
            assertThat(CostEstimate.sequencesWithin(wide, task, bytes - 1)).isEqualTo(batch - 1);
        }
    }

    @Test
    void only_tests_that_are_unrolled_at_a_time_need_room() {
        Experiment tested = SmallRun.with(on("cuda", FailingCard.NUMBER), "training.testSequences", "50000");
        tested = SmallRun.with(SmallRun.with(tested, "training.batch", "5000"), "backend.threads", "2");
        double bytes = CostEstimate.of(tested).bytes().orElseThrow();
        DeviceFailure failure =
                DeviceFailure.outOfMemory("Card", 1, new DeviceMemory(0, 1 << 30), (long) Math.ceil(bytes));
        assertThat(MemoryAdvice.words(failure, tested, tested.task().open(), 1000))
                .contains("a batch of about 3000 would fit");
        DeviceFailure full = DeviceFailure.outOfMemory("Card", 1, new DeviceMemory(0, 1 << 30), 10);
        assertThat(MemoryAdvice.words(full, tested, tested.task().open(), 1000)).contains("no batch would fit");
    }

    @Test
    void the_memory_of_the_card_is_told_and_that_of_the_processor_is_not() {
        FailingCard.failAfter(1000);
        for (String device : List.of("cuda", "cpu")) {
            SnapshotLog log = new SnapshotLog();
            try (Trainer trainer = SmallRun.trainer(on(device, FailingCard.NUMBER), runs, log)) {
                SmallRun.step(trainer, log, 1);
            }
            assertThat(log.last().memory())
                    .isEqualTo(
                            device.equals("cuda")
                                    ? Optional.of(new DeviceMemory(1L << 30, 8L << 30))
                                    : Optional.empty());
        }
    }

    @Test
    void a_card_that_fails_where_a_view_asks_stops_the_run_as_well() {
        FailingCard.failAfter(1000);
        SnapshotLog log = new SnapshotLog();
        try (Trainer trainer = SmallRun.trainer(on("cuda", FailingCard.NUMBER), runs, log)) {
            SmallRun.step(trainer, log, 5);
            FailingCard.failAfter(0); // while it rests
            trainer.watch(new SequenceProbe(0, 0), answer -> {});
            Snapshot last = log.await(s -> s.state() == State.FAILED);
            assertThat(last.trouble().orElseThrow()).contains("the card fell off the bus");
        }
    }

    @Test
    void auto_takes_a_card_that_is_there_and_says_why_where_there_is_none() {
        FailingCard.failAfter(1000);
        try (Training there = new Training(on("auto", FailingCard.NUMBER));
                Training none = new Training(on("auto", 3))) {
            assertThat(there.describeBackend()).startsWith("Failing card").doesNotContain("no card");
            assertThat(none.describeBackend()).startsWith("CPU").endsWith("no card: there is no card 3");
        }
        assertThatThrownBy(() -> new Training(on("cuda", 3)))
                .isInstanceOf(SettingsException.class)
                .hasMessage("backend.device: cuda cannot be used: there is no card 3; choose cpu or auto");
    }
}
