package unroll.engine.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeLibraryTest {
    private static final byte[] LIBRARY = {127, 'E', 'L', 'F', 1, 2, 3, 4, 5, 6, 7, 8};

    @TempDir
    Path folder;

    private URL packed() throws IOException {
        Path jar = folder.resolve("openblas.jar");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new ZipEntry("linux/libopenblas.so.0"));
            out.write(LIBRARY);
            out.closeEntry();
        }
        return URI.create("jar:" + jar.toUri() + "!/linux/libopenblas.so.0").toURL();
    }

    @Test
    void a_library_that_is_cut_off_empty_or_damaged_is_unpacked_anew_and_a_whole_one_stays() throws IOException {
        URL url = packed();
        Path file = NativeLibrary.unpacked(url, folder.resolve("cache"));
        assertThat(file).hasBinaryContent(LIBRARY);
        byte[] damaged = LIBRARY.clone();
        damaged[7]++;
        for (byte[] broken : new byte[][] {Arrays.copyOf(LIBRARY, 5), {}, damaged}) {
            Files.write(file, broken);
            assertThat(NativeLibrary.unpacked(url, folder.resolve("cache"))).hasBinaryContent(LIBRARY);
        }
        FileTime before = FileTime.fromMillis(1_000_000_000_000L);
        Files.setLastModifiedTime(file, before);
        NativeLibrary.unpacked(url, folder.resolve("cache"));
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(before);
    }
}
