package unroll.app.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unroll.engine.experiment.Examples;
import unroll.engine.experiment.Experiment;
import unroll.engine.record.RunFolder;

class RunItemsTest {
    @TempDir
    Path runs;

    @Test
    void aRunThatCameToAStopIsBrokenInTheListAlsoWhereItIsNotOpen() {
        Experiment experiment = Examples.first();
        RunFolder run = RunFolder.planned(runs, experiment).make(experiment);
        run.save(experiment);
        assertThat(RunItems.under(runs, Instant.now()).getFirst().state()).isEqualTo(RunItem.RunState.RESTING);
        run.stopped("Update 1 was not made: the loss is not finite.");
        RunItem item = RunItems.under(runs, Instant.now()).getFirst();
        assertThat(item.state()).isEqualTo(RunItem.RunState.BROKEN);
        assertThat(item.detail()).startsWith("stopped at 0");
        run.stopped("");
        assertThat(RunItems.under(runs, Instant.now()).getFirst().state()).isEqualTo(RunItem.RunState.RESTING);
    }
}
