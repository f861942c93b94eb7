package unroll.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unroll.engine.probe.Probe;
import unroll.engine.probe.SequenceAnswer;
import unroll.engine.probe.SequenceProbe;
import unroll.engine.record.RunException;

/** Looks at a network as it was. */
class LookBackTest {
    private static final Probe<SequenceAnswer> PROBE = new SequenceProbe(3, 2);

    private final BlockingQueue<SequenceAnswer> answers = new LinkedBlockingQueue<>();

    @TempDir
    Path runs;

    /** The answer about an update, whatever came before. */
    private SequenceAnswer about(long update) throws InterruptedException {
        SequenceAnswer answer = answers.poll(20, TimeUnit.SECONDS);
        while (answer != null && answer.update() != update) {
            answer = answers.poll(20, TimeUnit.SECONDS);
        }
        assertThat(answer).as("an answer about update " + update).isNotNull();
        return answer;
    }

    @Test
    void anUpdateThatIsRememberedLooksAsItLookedThen() throws InterruptedException {
        SnapshotLog log = new SnapshotLog();
        try (Trainer trainer = SmallRun.trainer(SmallRun.experiment("single", 20), runs, log)) {
            trainer.watch(PROBE, answers::add);
            SmallRun.step(trainer, log, 4);
            SequenceAnswer then = about(4);
            SmallRun.step(trainer, log, 9);
            SequenceAnswer now = about(13);
            assertThat(log.last().history()).containsExactly(0L, 4L, 13L);
            trainer.lookBack(4);
            assertThat(about(4)).usingRecursiveComparison().isEqualTo(then);
            trainer.lookAtNow();
            SequenceAnswer again = about(13);
            assertThat(again).usingRecursiveComparison().isEqualTo(now);
            assertThat(again.hidden()).isNotEqualTo(then.hidden());
        }
    }

    @Test
    void whileOneLooksBackTheTrainingGoesOnAndNothingIsAskedTwice() throws InterruptedException {
        SnapshotLog log = new SnapshotLog();
        Path folder;
        try (Trainer trainer = SmallRun.trainer(SmallRun.experiment("single", 40), runs, log)) {
            folder = trainer.folder().path();
            SmallRun.step(trainer, log, 5);
            trainer.lookBack(0);
            trainer.watch(PROBE, answers::add);
            about(0);
            SmallRun.step(trainer, log, 35);
            assertThat(answers.poll(300, TimeUnit.MILLISECONDS)).isNull();
            trainer.watch(new SequenceProbe(1, 2), answers::add);
            assertThat(about(0).update())
                    .as("a view that is opened is answered too")
                    .isZero();
        }
        Path alone = SmallRun.trained(SmallRun.experiment("single", 40), runs, 40);
        assertThat(SmallRun.numbers(folder)).isEqualTo(SmallRun.numbers(alone));
    }

    @Test
    void anUpdateThatIsNotRememberedIsRefusedAndTheViewsStayWhereTheyAre() throws InterruptedException {
        SnapshotLog log = new SnapshotLog();
        try (Trainer trainer = SmallRun.trainer(SmallRun.experiment("single", 20), runs, log)) {
            SmallRun.step(trainer, log, 5);
            assertThatThrownBy(() -> trainer.lookBack(3)).isInstanceOf(RunException.class);
            trainer.watch(PROBE, answers::add);
            assertThat(about(5).sequence()).isEqualTo(3);
        }
    }

    @Test
    void aRunThatIsReopenedKnowsWhatItRemembers() {
        SnapshotLog log = new SnapshotLog();
        Path folder;
        try (Trainer trainer = SmallRun.trainer(SmallRun.experiment("single", 20), runs, log)) {
            folder = trainer.folder().path();
            SmallRun.step(trainer, log, 5);
            SmallRun.step(trainer, log, 5);
        }
        SnapshotLog again = new SnapshotLog();
        SmallRun.reopened(folder, again).close();
        assertThat(again.last().history()).isEqualTo(List.of(0L, 5L, 10L));
    }
}
