package unroll.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unroll.engine.backend.Precision;
import unroll.engine.file.Tensor;

class HistoryTest {
    /** As many states as are kept at most. */
    private static final int LIMIT = 128;

    @TempDir
    Path runs;

    @Test
    void thinning_keeps_the_first_and_the_newest_state_and_never_more_than_the_limit() {
        RunFolder folder = RunFolder.planned(runs, Small.experiment("single", 10));
        Map<String, Tensor> parameters = Map.of("w", new Tensor(Precision.SINGLE, List.of(2), new double[] {1, 2}));
        for (int i = 0; i < 600; i++) {
            folder.remember(new Checkpoint(10L * i, 10L * i, 1, parameters));
            List<Long> history = folder.history();
            assertThat(history).isSorted().doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(LIMIT);
            assertThat(history.getFirst()).isZero();
            assertThat(history.getLast()).isEqualTo(10L * i);
        }
        assertThat(folder.history()).as("no more is dropped than must be").hasSizeGreaterThan(LIMIT / 4);
    }

    @Test
    void a_run_remembers_its_beginning_and_its_end() {
        Path folder = Small.trained(Small.experiment("single", 33), runs, 33);
        assertThat(RunFolder.open(folder).history()).startsWith(0L).endsWith(33L);
    }
}
