package unroll.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unroll.engine.experiment.Experiment;
import unroll.engine.file.FileException;

/** Two who train one run would cut off what the other writes. */
class OneTrainerTest {
    @TempDir
    Path runs;

    @Test
    void a_run_has_one_who_trains_it_at_a_time() {
        Experiment experiment = SmallRun.experiment("single", 30);
        Path run;
        SnapshotLog log = new SnapshotLog();
        try (Trainer trainer = SmallRun.trainer(experiment, runs, log)) {
            SmallRun.step(trainer, log, 4);
            run = trainer.folder().path();
            assertThatThrownBy(() -> SmallRun.reopened(run, new SnapshotLog()))
                    .isInstanceOf(FileException.class)
                    .hasMessageContaining(run.toString())
                    .hasMessageContaining("is being trained in another window or by another program");
            SmallRun.step(trainer, log, 4);
        }
        SnapshotLog again = new SnapshotLog();
        try (Trainer trainer = SmallRun.reopened(run, again)) {
            SmallRun.step(trainer, again, 2);
        }
        assertThat(SmallRun.numbers(run)).isEqualTo(SmallRun.numbers(SmallRun.trained(experiment, runs, 10)));
    }
}
