package unroll.engine.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import unroll.engine.data.DataException;
import unroll.engine.table.TableForm;

/** Whatever is wrong within a file of a library's format, it opens or is refused: nothing that the library throws comes through, and it does not wait for ever. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DamagedFilesTest {
    private static final int FILES = Integer.getInteger("damaged", 400);

    private static final String ROWS = IntStream.rangeClosed(1, 12)
            .mapToObj(i -> ExcelTest.row(i, "A d1 " + (44_000 + i), "B n " + 0.5 * i, "C s " + i % 2, "D t word"))
            .collect(Collectors.joining());

    @TempDir
    private Path folder;

    @Test
    void parquet() throws IOException {
        for (String name : new String[] {"kinds.parquet", "zstd.parquet"}) {
            byte[] whole = Files.readAllBytes(Path.of("src", "test", "resources", "tables", name));
            int refused = 0;
            for (int seed = 0; seed < FILES; seed++) {
                Random random = new Random(seed);
                byte[] bytes = whole.clone();
                for (int i = random.nextInt(1, 6); i > 0; i--) {
                    bytes[random.nextInt(4, bytes.length - 8)] = (byte) random.nextInt(256);
                }
                refused += isRefused("a.parquet", bytes) ? 1 : 0;
            }
            assertThat(refused).as("damage is found").isGreaterThan(FILES / 10);
        }
    }

    @Test
    void workbooks() throws IOException {
        byte[] whole =
                Files.readAllBytes(ExcelTest.book(folder.resolve("whole.xlsx"), false, "first", ROWS, "second", ROWS));
        int refused = 0;
        for (int seed = 0; seed < FILES; seed++) {
            Random random = new Random(seed);
            byte[] bytes = seed % 4 == 0 ? overwritten(whole, random) : within(whole, random);
            refused += isRefused("a.xlsx", bytes) ? 1 : 0;
        }
        assertThat(refused).as("damage is found").isGreaterThan(FILES / 10);
    }

    private boolean isRefused(String name, byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve(name), bytes);
        try {
            Tables.read(file, TableForm.FOUND);
            return false;
        } catch (DataException e) {
            assertThat(e).hasMessageStartingWith(file + ": ");
            return true;
        }
    }

    private static byte[] overwritten(byte[] whole, Random random) {
        byte[] bytes = whole.clone();
        for (int i = random.nextInt(1, 6); i > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    /** A part of the workbook with a piece taken out, put twice, or of other characters; or none of it. */
    private static byte[] within(byte[] whole, Random random) throws IOException {
        List<String> names = new ArrayList<>();
        List<byte[]> parts = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(whole))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
                parts.add(zip.readAllBytes());
            }
        }
        int damaged = random.nextInt(parts.size());
        String text = new String(parts.get(damaged), StandardCharsets.UTF_8);
        int from = random.nextInt(text.length());
        int to = Math.min(text.length(), from + random.nextInt(1, 20));
        String piece = text.substring(from, to);
        String other = switch (random.nextInt(4)) {
            case 0 -> "";
            case 1 -> piece + piece;
            case 2 -> piece.replaceAll("\\d", "-99999999999");
            default -> piece.replaceAll("[a-z]", "x");
        };
        parts.set(damaged, (text.substring(0, from) + other + text.substring(to)).getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < parts.size(); i++) {
                if (i != damaged || random.nextInt(20) > 0) {
                    zip.putNextEntry(new ZipEntry(names.get(i)));
                    zip.write(parts.get(i));
                }
            }
        }
        return out.toByteArray();
    }
}
