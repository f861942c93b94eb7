package unroll.engine.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.data.DataException;
import unroll.engine.table.Column;
import unroll.engine.table.ColumnKind;
import unroll.engine.table.DateOrder;
import unroll.engine.table.DecimalSign;
import unroll.engine.table.Declared;
import unroll.engine.table.HeadLines;
import unroll.engine.table.Separator;
import unroll.engine.table.Table;
import unroll.engine.table.TableForm;

/** NumPy's files by their description (NEP 1), each written here byte by byte. */
class NumpyTest {
    @TempDir
    private Path folder;

    /** A file of this version, whose header describes what follows. */
    private static byte[] array(int version, String descr, boolean fortran, String shape, byte[] data) {
        String header = "{'descr': " + descr + ", 'fortran_order': " + (fortran ? "True" : "False") + ", 'shape': "
                + shape + ", }";
        int begin = version == 1 ? 10 : 12;
        header += " ".repeat(64 - (begin + header.length() + 1) % 64) + "\n";
        ByteBuffer out =
                ByteBuffer.allocate(begin + header.length() + data.length).order(ByteOrder.LITTLE_ENDIAN);
        out.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', (byte) version, 0});
        if (version == 1) {
            out.putShort((short) header.length());
        } else {
            out.putInt(header.length());
        }
        return out.put(header.getBytes(StandardCharsets.UTF_8)).put(data).array();
    }

    private static byte[] doubles(ByteOrder order, double... values) {
        ByteBuffer out = ByteBuffer.allocate(8 * values.length).order(order);
        Arrays.stream(values).forEach(out::putDouble);
        return out.array();
    }

    private static byte[] doubles(double... values) {
        return doubles(ByteOrder.LITTLE_ENDIAN, values);
    }

    private Table read(byte[] bytes) throws IOException {
        return Tables.read(Files.write(folder.resolve("a.npy"), bytes), TableForm.FOUND);
    }

    private static List<String> names(Table table) {
        return table.columns().stream().map(Column::name).toList();
    }

    private static double[] values(Table table, int column) {
        return table.columns().get(column).values();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "|b1, 00 01 ff, 0 1 1",
        "|i1, 00 7f 80, 0 127 -128",
        "|u1, 00 7f 80, 0 127 128",
        "<i2, 0100 0080 ffff, 1 -32768 -1",
        ">i2, 0001 8000 fffe, 1 -32768 -2",
        "<u2, 0100 0080 ffff, 1 32768 65535",
        ">u4, 00000001 ffffffff 80000000, 1 4294967295 2147483648",
        "<i4, 01000000 ffffffff 00000080, 1 -1 -2147483648",
        "<i8, 0100000000000000 ffffffffffffffff 0000000000000080, 1 -1 -9223372036854775808",
        ">u8, 0000000000000001 ffffffffffffffff 8000000000000000, 1 18446744073709551615 9223372036854775808",
        "<f2, 003c 00c5 ff7b, 1 -5 65504",
        ">f4, 3f800000 c0a00000 3dcccccd, 1 -5 0.10000000149011612",
        "<f8, 000000000000f03f 9a9999999999b93f 00000000000014c0, 1 0.1 -5",
        "=f8, 000000000000f03f 9a9999999999b93f 00000000000014c0, 1 0.1 -5",
    })
    void numbersOfAllTypesAreRead(String type, String bytes, String expected) throws IOException {
        byte[] data = HexFormat.of().parseHex(bytes.replace(" ", ""));
        for (int version = 1; version <= 3; version++) {
            assertThat(values(read(array(version, "'" + type + "'", false, "(3,)", data)), 0))
                    .containsExactly(Arrays.stream(expected.split(" "))
                            .mapToDouble(Double::parseDouble)
                            .toArray());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<f8", ">f8"})
    void rowsAndColumnsAreThoseOfTheArrayInBothOrders(String type) throws IOException {
        ByteOrder order = type.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        double[] byRows = {1, 2, 3, 4, 5, 7};
        double[] byColumns = {1, 4, 2, 5, 3, 7};
        for (boolean fortran : new boolean[] {false, true}) {
            Table table =
                    read(array(1, "'" + type + "'", fortran, "(2, 3)", doubles(order, fortran ? byColumns : byRows)));
            assertThat(names(table)).containsExactly("column 1", "column 2", "column 3");
            assertThat(values(table, 0)).containsExactly(1, 4);
            assertThat(values(table, 1)).containsExactly(2, 5);
            assertThat(values(table, 2)).containsExactly(3, 7);
        }
    }

    /** 2 series, 3 steps, 2 numbers: 100 n + 10 t + d. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void threeDimensionsAreSeriesOfSteps(boolean fortran) throws IOException {
        double[] all = new double[12];
        for (int n = 0; n < 2; n++) {
            for (int t = 0; t < 3; t++) {
                for (int d = 0; d < 2; d++) {
                    all[fortran ? n + 2 * (t + 3 * d) : d + 2 * (t + 3 * n)] = 100 * n + 10 * t + d;
                }
            }
        }
        Table table = read(array(1, "'<f8'", fortran, "(2, 3, 2)", doubles(all)));
        assertThat(names(table)).containsExactly("name", "column 1", "column 2");
        assertThat(table.declared().getFirst()).isEqualTo(Declared.SERIES);
        assertThat(table.columns().getFirst().words()).containsExactly("series 1", "series 2");
        assertThat(values(table, 0)).containsExactly(0, 0, 0, 1, 1, 1);
        assertThat(values(table, 1)).containsExactly(0, 10, 20, 100, 110, 120);
        assertThat(values(table, 2)).containsExactly(1, 11, 21, 101, 111, 121);
    }

    @Test
    void fieldsAreColumns() throws IOException {
        ByteBuffer rows = ByteBuffer.allocate(2 * 39).order(ByteOrder.LITTLE_ENDIAN);
        for (int r = 0; r < 2; r++) {
            rows.putLong(1_614_816_000_500L + 1000L * r)
                    .putShort((short) (7 + r))
                    .putFloat(0.5f)
                    .putFloat(-r);
            rows.put("nö".getBytes(Charset.forName("UTF-32LE")))
                    .putInt(0)
                    .put(new byte[] {1})
                    .put(new byte[] {'a', 0, 0, 0});
            rows.put(new byte[4]);
        }
        Table table = read(array(
                3,
                "[('when', '<M8[ms]'), ('n', '<i2'), ('xy', '<f4', (2,)), ('word', '<U3'), ('on', '|b1'), ('', '|V2'),"
                        + " (('title', 'code'), '|S2'), ('rest', [('deep', '<i4')])]",
                false,
                "(2,)",
                rows.array()));
        assertThat(names(table)).containsExactly("when", "n", "xy 1", "xy 2", "word", "on", "code", "rest.deep");
        assertThat(Instant.ofEpochMilli(Math.round(1000 * values(table, 0)[1]))).isEqualTo("2021-03-04T00:00:01.500Z");
        assertThat(values(table, 1)).containsExactly(7, 8);
        assertThat(values(table, 3)).containsExactly(0, -1);
        assertThat(table.columns().get(4).words()).containsExactly("nö");
        assertThat(values(table, 5)).containsExactly(1, 1);
    }

    @ParameterizedTest
    @CsvSource({
        "ns, 1614816000000000000, 2021-03-04T00:00:00Z",
        "us, -1000000, 1969-12-31T23:59:59Z",
        "s, 1614816000, 2021-03-04T00:00:00Z",
        "m, 60, 1970-01-01T01:00:00Z",
        "h, 25, 1970-01-02T01:00:00Z",
        "D, 18690, 2021-03-04T00:00:00Z",
        "W, 1, 1970-01-08T00:00:00Z",
        "M, 614, 2021-03-01T00:00:00Z",
        "Y, 51, 2021-01-01T00:00:00Z",
    })
    void timesOfAllUnitsAreRead(String unit, long count, String expected) throws IOException {
        byte[] data = ByteBuffer.allocate(24)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(count)
                .putLong(Long.MIN_VALUE)
                .putLong(count)
                .array();
        Table table = read(array(1, "'<M8[" + unit + "]'", false, "(3,)", data));
        assertThat(table.columns().getFirst().kind()).isEqualTo(ColumnKind.TIME);
        assertThat(Instant.ofEpochSecond((long) values(table, 0)[0])).isEqualTo(expected);
        assertThat(values(table, 0)[1]).isNaN();
    }

    @Test
    void whatIsNotFiniteIsMissingAndARow() throws IOException {
        Table table = read(array(1, "'<f8'", false, "(4, 1)", doubles(1, Double.NaN, Double.POSITIVE_INFINITY, 1e300)));
        assertThat(values(table, 0)).containsExactly(1, Double.NaN, Double.NaN, 1e300);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "'|O' ~ (3,) ~ holds Python objects",
                "'<c16' ~ (3,) ~ holds complex numbers",
                "'<f16' ~ (3,) ~ is of the type '<f16', which only some computers have",
                "'|V8' ~ (3,) ~ holds bytes without a type",
                "'<f8' ~ () ~ holds a single value",
                "'<f8' ~ (0, 3) ~ holds no numbers: its shape is 0 x 3",
                "'<f8' ~ (3, 1, 1, 1) ~ holds an array of 4 dimensions, 3 x 1 x 1 x 1",
                "'<f8' ~ (4,) ~ announces an array of 4 and ends before its end",
                "'<f8' ~ (2,) ~ goes on behind the end",
                "'<f8' ~ (9223372036854775807, 3) ~ announces an array of 9223372036854775807 x 3 and ends",
                "'<U0' ~ (9223372036854775807,) ~ holds no numbers",
                "'<U999999999' ~ (1,) ~ announces elements of more bytes than there are",
                "[('a', '<f8', (99999, 99999))] ~ (3,) ~ has elements of more than 10000 fields",
                "'<f8' ~ (-3,) ~ has a header that lacks the type or the shape",
                "'<f8' ~ ((3,) ~ has a header that is none",
            })
    void whatIsNoArrayOfNumbersIsRefused(String descr, String shape, String complaint) {
        assertThatThrownBy(() -> read(array(1, descr, false, shape, doubles(1, 2, 3))))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("a.npy: " + complaint);
    }

    @Test
    void anInterruptedThreadGivesUp() throws IOException {
        byte[] whole = array(1, "'<f8'", false, "(3,)", doubles(1, 2, 3));
        Path npz = archive(true, Map.of("x", whole));
        Path npy = Files.write(folder.resolve("b.npy"), whole);
        for (Path file : List.of(npy, npz)) {
            Thread.currentThread().interrupt();
            try {
                assertThatThrownBy(() -> Tables.read(file, TableForm.FOUND)).isInstanceOf(CancellationException.class);
            } finally {
                Thread.interrupted();
            }
        }
    }

    @Test
    void brokenFilesAreRefused() {
        byte[] whole = array(1, "'<f8'", false, "(3,)", doubles(1, 2, 3));
        for (int length : new int[] {0, 3, 9, 10, 60, whole.length - 1}) {
            assertThatThrownBy(() -> read(Arrays.copyOf(whole, length))).isInstanceOf(DataException.class);
        }
        byte[] claims = array(2, "'<f8'", false, "(3,)", doubles(1, 2, 3));
        Arrays.fill(claims, 8, 12, (byte) 0xFF);
        assertThatThrownBy(() -> read(claims)).hasMessageContaining("ends within its header");
        byte[] deep = array(1, "[".repeat(5000), false, "(3,)", doubles(1, 2, 3));
        assertThatThrownBy(() -> read(deep)).hasMessageContaining("has a header that is none");
    }

    private Path archive(boolean packed, Map<String, byte[]> arrays) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> array : arrays.entrySet()) {
                ZipEntry entry = new ZipEntry(array.getKey() + ".npy");
                entry.setMethod(packed ? ZipEntry.DEFLATED : ZipEntry.STORED);
                CRC32 sum = new CRC32();
                sum.update(array.getValue());
                entry.setCrc(sum.getValue());
                entry.setSize(array.getValue().length);
                zip.putNextEntry(entry);
                zip.write(array.getValue());
            }
        }
        return Files.write(folder.resolve("a.npz"), bytes.toByteArray());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void ofAnArchiveTheFirstArrayOfNumbersIsReadOrTheOneThatIsNamed(boolean packed) throws IOException {
        Map<String, byte[]> arrays = new LinkedHashMap<>();
        arrays.put("label", array(1, "'<U1'", false, "(1,)", new byte[] {'a', 0, 0, 0}));
        arrays.put("objects", array(1, "'|O'", false, "(1,)", new byte[] {1, 2, 3}));
        arrays.put("x", array(1, "'<f8'", false, "(2, 1)", doubles(1, 2)));
        arrays.put("y", array(1, "'<f8'", false, "(3,)", doubles(4, 5, 6)));
        Path file = archive(packed, arrays);
        Table table = Tables.read(file, TableForm.FOUND);
        assertThat(values(table, 0)).containsExactly(1, 2);
        assertThat(String.join(" ", table.understood())).contains("'x' was read", "'y'");
        assertThat(values(Tables.read(file, sheet("y")), 0)).containsExactly(4, 5, 6);
        assertThatThrownBy(() -> Tables.read(file, sheet("objects"))).hasMessageContaining("holds Python objects");
        assertThatThrownBy(() -> Tables.read(file, sheet("z")))
                .hasMessageContaining("has no array 'z'; its arrays are");
    }

    private static TableForm sheet(String name) {
        return new TableForm("", Separator.FOUND, DecimalSign.FOUND, HeadLines.FOUND, DateOrder.FOUND, "", name);
    }

    @Test
    void arraysOfOneIndexAndOneLengthAreColumns() throws IOException {
        Map<String, byte[]> arrays = new LinkedHashMap<>();
        arrays.put("t", array(1, "'<f8'", false, "(2,)", doubles(0, 0.5)));
        arrays.put("x", array(1, "'>f8'", false, "(2,)", doubles(ByteOrder.BIG_ENDIAN, 7, 9)));
        Table table = Tables.read(archive(true, arrays), TableForm.FOUND);
        assertThat(names(table)).containsExactly("t", "x");
        assertThat(values(table, 0)).containsExactly(0, 0.5);
        assertThat(values(table, 1)).containsExactly(7, 9);
    }

    @Test
    void brokenArchivesAreRefused() throws IOException {
        Path file = archive(true, Map.of("x", array(1, "'<f8'", false, "(2, 3)", doubles(1, 2))));
        assertThatThrownBy(() -> Tables.read(file, TableForm.FOUND))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("'x' announces an array of 2 x 3 and ends before its end");
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> Tables.read(file, TableForm.FOUND))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("is no whole file of arrays");
        Path none = archive(true, Map.of("o", array(1, "'|O'", false, "(1,)", doubles(1))));
        assertThatThrownBy(() -> Tables.read(none, TableForm.FOUND))
                .hasMessageContaining("holds no array of numbers; 'o' holds Python objects");
    }
}
