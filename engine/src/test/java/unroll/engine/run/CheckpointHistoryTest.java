package unroll.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unroll.engine.backend.Precision;
import unroll.engine.file.Tensor;
import unroll.engine.record.Checkpoint;
import unroll.engine.record.RunFolder;

class CheckpointHistoryTest {
    /** As many states as are kept at most. */
    private static final int LIMIT = 128;

    @TempDir
    Path runs;

    @Test
    void thinning_keeps_the_first_and_the_newest_state_and_never_more_than_the_limit() {
        RunFolder folder = RunFolder.planned(runs, SmallRun.experiment("single", 10));
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

    @ParameterizedTest
    @CsvSource({"1, 300, 2", "3, 170, 4", "6, 200, 3", "2, 600, 2"})
    void what_is_remembered_takes_no_more_room_than_the_limit(int files, int mebibytes, int left) throws IOException {
        RunFolder folder = RunFolder.planned(runs, SmallRun.experiment("single", 10));
        Map<String, Tensor> parameters = Map.of("w", new Tensor(Precision.SINGLE, List.of(2), new double[] {1, 2}));
        Path history = Files.createDirectories(folder.path().resolve("history"));
        for (int i = 0; i < files; i++) {
            try (var hollow = new RandomAccessFile(
                    history.resolve("000000000" + i + ".safetensors").toFile(), "rw")) {
                hollow.setLength((long) mebibytes << 20); // takes no room on the disk
            }
        }
        folder.remember(new Checkpoint(10, 10, 1, parameters));
        assertThat(folder.history()).hasSize(left).startsWith(0L).endsWith(10L);
    }

    @Test
    void a_quick_run_remembers_a_state_whenever_its_updates_have_grown_by_ten_and_by_four_percent() {
        Path folder = SmallRun.trained(SmallRun.experiment("single", 700), runs, 700);
        List<Long> history = RunFolder.open(folder).history();
        for (int i = 1; i < history.size(); i++) {
            double next = Math.max((double) history.get(i - 1) + 10, Math.ceil((double) history.get(i - 1) * 1.04));
            assertThat((double) history.get(i))
                    .as("after %s", history.get(i - 1))
                    .isLessThanOrEqualTo(next);
        }
        assertThat(history).startsWith(0L).endsWith(700L);
    }

    @Test
    void a_run_remembers_its_beginning_and_its_end() {
        Path folder = SmallRun.trained(SmallRun.experiment("single", 33), runs, 33);
        assertThat(RunFolder.open(folder).history()).startsWith(0L).endsWith(33L);
    }
}
