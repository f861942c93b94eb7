package unroll.engine.format;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unroll.engine.table.TableForm;

/** Tables whose reading nobody waits for any more are not called damaged. */
class GivenUpTest {
    @TempDir
    private Path folder;

    @Test
    void anInterruptedThreadGivesUp() throws IOException {
        Path parquet = Path.of("src", "test", "resources", "tables", "kinds.parquet");
        Path lines = Files.writeString(folder.resolve("a.jsonl"), "{\"x\": 1}\n{\"x\": 2}\n");
        Path cases = Files.writeString(folder.resolve("a.ts"), "@univariate true\n@data\n1,2,3\n");
        for (Path file : new Path[] {parquet, lines, cases}) {
            Thread.currentThread().interrupt();
            try {
                assertThatThrownBy(() -> Tables.read(file, TableForm.FOUND)).isInstanceOf(CancellationException.class);
            } finally {
                Thread.interrupted();
            }
        }
    }
}
