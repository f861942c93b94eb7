package unroll.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unroll.engine.record.TrainingCurves;

class LossAlarmTest {
    @TempDir
    Path runs;

    private static LossAlarm after(double... losses) {
        return after(true, losses);
    }

    private static LossAlarm after(boolean loss, double... losses) {
        LossAlarm alarm = new LossAlarm(new TrainingCurves(1), loss);
        for (int i = 0; i < losses.length; i++) {
            alarm.add(i + 1, losses[i]);
        }
        return alarm;
    }

    @Test
    void a_loss_ten_times_that_of_the_first_network_is_said_with_the_best_one_and_where_it_was() {
        assertThat(after(50, 20, 8.4, 9, 1e5).words().orElseThrow())
                .contains("update 5", " 100,000, ", "8.4, at update 3");
    }

    @Test
    void what_is_no_loss_may_go_where_it_wants() {
        assertThat(after(false, 50, 20, 8.4, 9, 1e5).words()).isEmpty();
    }

    @Test
    void a_bad_batch_is_not_said_even_if_the_best_was_far_below() {
        assertThat(after(50, 1e-6, 400).words()).isEmpty();
    }

    @Test
    void it_is_said_once_and_no_longer_where_the_loss_is_below_the_first_again() {
        assertThat(after(50, 8, 600, 1e9, 300).words().orElseThrow()).contains("update 3");
        assertThat(after(50, 8, 600, 1e9, 49).words()).isEmpty();
        assertThat(after(50, 8, 600, 1e9, 49, 700).words().orElseThrow()).contains("update 6");
    }

    @Test
    void a_run_whose_rate_is_far_too_large_says_so_and_says_it_again_when_it_is_reopened() {
        SnapshotLog log = new SnapshotLog();
        Path folder;
        try (Trainer trainer =
                SmallRun.trainer(SmallRun.with(SmallRun.experiment("double", 40), "optimiser.clip", "0"), runs, log)) {
            folder = trainer.folder().path();
            SmallRun.step(trainer, log, 5);
            assertThat(log.last().exploded()).isFalse();
            assertThat(log.last().trouble()).isEmpty();
            trainer.change(trainer.experiment().changedAt(5, "learningRate", 1000));
            SmallRun.step(trainer, log, 5);
            assertThat(log.last().exploded()).isTrue();
            assertThat(log.last().trouble().orElseThrow())
                    .startsWith("At update ")
                    .as("a squared error is not cut in tests")
                    .doesNotContain("2^-54");
        }
        SnapshotLog again = new SnapshotLog();
        SmallRun.reopened(folder, again).close();
        assertThat(again.last().exploded()).isTrue();
    }
}
