package unroll.app.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.experiment.Examples;
import unroll.engine.experiment.Experiment;
import unroll.engine.record.Origin;
import unroll.engine.record.RunFolder;

class RunItemsTest {
    @TempDir
    Path runs;

    @Test
    void aRunThatCameToAStopIsBrokenInTheListAlsoWhereItIsNotOpen() {
        Experiment experiment = Examples.first();
        RunFolder run = RunFolder.planned(runs, experiment).make(experiment);
        run.save(experiment);
        assertThat(newest().state()).isEqualTo(RunItem.RunState.RESTING);
        run.stopped("Update 1 was not made: the loss is not finite.");
        assertThat(newest().state()).isEqualTo(RunItem.RunState.BROKEN);
        assertThat(newest().detail()).startsWith("NaN at 0");
        run.stopped("The run stopped: there is too little memory.");
        assertThat(newest().detail()).startsWith("stopped at 0");
        run.stopped("");
        assertThat(newest().state()).isEqualTo(RunItem.RunState.RESTING);
    }

    private RunItem newest() {
        return RunItems.under(runs, Instant.now()).items().getFirst();
    }

    @Test
    void runsOfOneNameAreToldApartAndABranchSaysWhereItLeft() throws IOException {
        Experiment experiment = Examples.first();
        for (int i = 0; i < 3; i++) {
            Files.createDirectories(runs);
            RunFolder run = RunFolder.at(runs.resolve(experiment.name() + " 2026-11-2" + i))
                    .make(experiment);
            run.save(experiment);
            if (i == 2) {
                run.save(new Origin("another", 527));
            }
        }
        assertThat(RunItems.under(runs, Instant.now()).items())
                .extracting(item -> item.origin().words())
                .containsExactlyInAnyOrder("2026-11-20", "2026-11-21", "branched at 527");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 12, 13, 19})
    void noRunIsLeftOutWithoutAWord(int count) {
        Experiment experiment = Examples.first();
        for (int i = 0; i < count; i++) {
            RunFolder.at(runs.resolve("run " + i)).make(experiment).save(experiment);
        }
        RunItems read = RunItems.under(runs, Instant.now());
        assertThat(read.items().size() + read.more()).isEqualTo(count);
        assertThat(read.items()).hasSizeLessThanOrEqualTo(12);
    }
}
