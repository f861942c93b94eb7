package unroll.engine.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unroll.engine.data.DataException;
import unroll.engine.table.Column;
import unroll.engine.table.Table;
import unroll.engine.table.TableForm;

/**
 * A Parquet file that pyarrow 25 has written, packed by snappy in groups of 3 rows and 1:
 *
 * <pre>{@code
 * import datetime as d, decimal, pyarrow as pa, pyarrow.parquet as pq
 * t = pa.table({
 *     "when": pa.array([d.datetime(2021, 3, 4, i) for i in range(3)] + [None], pa.timestamp("us")),
 *     "day": pa.array([d.date(2021, 3, 1 + i) for i in range(4)]),
 *     "i": pa.array([1, None, -3, 4], pa.int32()),
 *     "u": pa.array([1, 2, 2**64 - 1, 0], pa.uint64()),
 *     "f": pa.array([0.1, float("nan"), None, 1], pa.float32()),
 *     "d": [0.1, 1e300, None, -1.0],
 *     "word": ["a", "b", None, "ü"],
 *     "on": [True, False, None, True],
 *     "exact": pa.array([decimal.Decimal("1.25")] * 4),
 *     "list": [[1], [], [2, 3], None]})
 * pq.write_table(t, "kinds.parquet", compression="snappy", row_group_size=3, write_statistics=False, store_schema=False)
 * }</pre>
 */
class ParquetTest {
    private static final Path KINDS = Path.of("src", "test", "resources", "tables", "kinds.parquet");
    private static final double NONE = Double.NaN;

    @TempDir
    private Path folder;

    private static double[] column(Table table, String name) {
        return table.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow()
                .values();
    }

    private static String time(double seconds) {
        return Instant.ofEpochSecond((long) seconds).toString();
    }

    @Test
    void columnsOfAllKindsAreRead() {
        Table table = Tables.read(KINDS, TableForm.FOUND);
        assertThat(table.columns())
                .extracting(Column::name)
                .containsExactly("when", "day", "i", "u", "f", "d", "word", "on", "exact");
        assertThat(time(column(table, "when")[2])).isEqualTo("2021-03-04T02:00:00Z");
        assertThat(column(table, "when")[3]).isNaN();
        assertThat(time(column(table, "day")[3])).isEqualTo("2021-03-04T00:00:00Z");
        assertThat(column(table, "i")).containsExactly(1, NONE, -3, 4);
        assertThat(column(table, "u")).containsExactly(1, 2, 0x1p64, 0);
        assertThat(column(table, "f")).containsExactly(0.1f, NONE, NONE, 1);
        assertThat(column(table, "d")).containsExactly(0.1, 1e300, NONE, -1);
        assertThat(table.columns().get(6).words()).containsExactly("a", "b", "ü");
        assertThat(column(table, "on")).containsExactly(1, 0, NONE, 1);
        assertThat(column(table, "exact")).containsExactly(1.25, 1.25, 1.25, 1.25);
        assertThat(table.understood()).contains("Columns of lists or records are left out: list.");
    }

    /**
     * Written by pyarrow with compression="zstd", as Polars does: 200 rows in two groups, of i, 0.25 i and a word of four.
     */
    @Test
    void whatIsPackedByZstdIsRead() {
        Table table = Tables.read(KINDS.resolveSibling("zstd.parquet"), TableForm.FOUND);
        assertThat(table.rows()).isEqualTo(200);
        for (int i = 0; i < 200; i++) {
            assertThat(column(table, "i")[i]).isEqualTo(i);
            assertThat(column(table, "x")[i]).isEqualTo(0.25 * i);
            assertThat(column(table, "word")[i]).isEqualTo(i % 4);
        }
    }

    @Test
    void brokenFilesAreRefused() throws IOException {
        byte[] whole = Files.readAllBytes(KINDS);
        assertRefused("PAR1".getBytes(StandardCharsets.UTF_8), "is no Parquet file");
        assertRefused("a,b\n1,2\n3,4\n5,6\n".getBytes(StandardCharsets.UTF_8), "is no Parquet file");
        assertRefused("PARE and so on".getBytes(StandardCharsets.UTF_8), "is encrypted");
        for (int length : new int[] {whole.length / 3, whole.length - 9, whole.length - 1}) {
            assertRefused(Arrays.copyOf(whole, length), "is cut off");
        }
        byte[] claims = whole.clone();
        Arrays.fill(claims, whole.length - 8, whole.length - 4, (byte) 0xFF);
        assertRefused(claims, "is cut off");
        byte[] footer = whole.clone();
        Arrays.fill(footer, whole.length - 200, whole.length - 8, (byte) 0xFF);
        assertRefused(footer, "");
        byte[] pages = whole.clone();
        Arrays.fill(pages, 4, 200, (byte) 0x7F);
        assertRefused(pages, "");
    }

    private void assertRefused(byte[] bytes, String complaint) throws IOException {
        Path file = Files.write(folder.resolve("a.parquet"), bytes);
        assertThatThrownBy(() -> Tables.read(file, TableForm.FOUND))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("a.parquet: " + complaint);
    }
}
