package unroll.engine.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramFolderTest {
    private static final List<String> FILES =
            List.of("of/20-b.json", "of/10-a.json", "of/deeper/c.json", "often/d.json");

    @TempDir
    Path place;

    @Test
    void files_of_a_folder_are_found_on_the_disk_and_none_below_or_beside_it() throws IOException {
        for (String file : FILES) {
            Files.createDirectories(place.resolve(file).resolve(".."));
            Files.writeString(place.resolve(file).normalize(), file);
        }
        assertThat(ProgramFolder.names(place.resolve("of").toUri().toURL()))
                .containsExactlyInAnyOrder("10-a.json", "20-b.json");
    }

    @Test
    void files_of_a_folder_are_found_in_a_jar_and_none_below_or_beside_it() throws IOException {
        Path jar = place.resolve("program.jar");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new ZipEntry("of/"));
            for (String file : FILES) {
                out.putNextEntry(new ZipEntry(file));
                out.write(file.getBytes(StandardCharsets.UTF_8));
            }
        }
        assertThat(ProgramFolder.names(
                        URI.create("jar:" + jar.toUri() + "!/of/").toURL()))
                .containsExactlyInAnyOrder("10-a.json", "20-b.json");
    }

    @Test
    void what_the_program_lacks_is_named() {
        ProgramFolder none = new ProgramFolder(ProgramFolderTest.class, "nowhere");
        assertThatThrownBy(none::names).hasMessage("the program lacks its own nowhere");
        assertThatThrownBy(() -> none.read("x.json")).hasMessage("the program lacks its own nowhere/x.json");
    }
}
