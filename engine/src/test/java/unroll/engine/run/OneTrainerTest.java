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
        Experiment experiment = Small.experiment("single", 30);
        Path run;
        Heard heard = new Heard();
        try (Trainer trainer = Small.trainer(experiment, runs, heard)) {
            Small.step(trainer, heard, 4);
            run = trainer.folder().path();
            assertThatThrownBy(() -> Small.reopened(run, new Heard()))
                    .isInstanceOf(FileException.class)
                    .hasMessageContaining(run.toString())
                    .hasMessageContaining("is being trained in another window or by another program");
            Small.step(trainer, heard, 4);
        }
        Heard again = new Heard();
        try (Trainer trainer = Small.reopened(run, again)) {
            Small.step(trainer, again, 2);
        }
        assertThat(Small.numbers(run)).isEqualTo(Small.numbers(Small.trained(experiment, runs, 10)));
    }
}
