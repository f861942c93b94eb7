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
        Heard heard = new Heard();
        try (Trainer trainer = Small.trainer(Small.experiment("single", 20), runs, heard)) {
            trainer.watch(PROBE, answers::add);
            Small.step(trainer, heard, 4);
            SequenceAnswer then = about(4);
            Small.step(trainer, heard, 9);
            SequenceAnswer now = about(13);
            assertThat(heard.last().history()).containsExactly(0L, 4L, 13L);
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
        Heard heard = new Heard();
        Path folder;
        try (Trainer trainer = Small.trainer(Small.experiment("single", 40), runs, heard)) {
            folder = trainer.folder().path();
            Small.step(trainer, heard, 5);
            trainer.lookBack(0);
            trainer.watch(PROBE, answers::add);
            about(0);
            Small.step(trainer, heard, 35);
            assertThat(answers.poll(300, TimeUnit.MILLISECONDS)).isNull();
            trainer.watch(new SequenceProbe(1, 2), answers::add);
            assertThat(about(0).update())
                    .as("a view that is opened is answered too")
                    .isZero();
        }
        Path alone = Small.trained(Small.experiment("single", 40), runs, 40);
        assertThat(Small.numbers(folder)).isEqualTo(Small.numbers(alone));
    }

    @Test
    void anUpdateThatIsNotRememberedIsRefusedAndTheViewsStayWhereTheyAre() throws InterruptedException {
        Heard heard = new Heard();
        try (Trainer trainer = Small.trainer(Small.experiment("single", 20), runs, heard)) {
            Small.step(trainer, heard, 5);
            assertThatThrownBy(() -> trainer.lookBack(3)).isInstanceOf(RunException.class);
            trainer.watch(PROBE, answers::add);
            assertThat(about(5).sequence()).isEqualTo(3);
        }
    }

    @Test
    void aRunThatIsReopenedKnowsWhatItRemembers() {
        Heard heard = new Heard();
        Path folder;
        try (Trainer trainer = Small.trainer(Small.experiment("single", 20), runs, heard)) {
            folder = trainer.folder().path();
            Small.step(trainer, heard, 5);
            Small.step(trainer, heard, 5);
        }
        Heard again = new Heard();
        Small.reopened(folder, again).close();
        assertThat(again.last().history()).isEqualTo(List.of(0L, 5L, 10L));
    }
}
