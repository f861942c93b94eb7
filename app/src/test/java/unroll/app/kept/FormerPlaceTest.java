package unroll.app.kept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unroll.engine.file.FileException;

class FormerPlaceTest {
    @TempDir
    Path folder;

    @Test
    void a_file_is_moved_once() throws IOException {
        Path before = Files.writeString(folder.resolve("recent.json"), "[\"/a\"]");
        Path now = folder.resolve("somewhere").resolve("else").resolve("recent.json");

        FormerPlace.leave(before, now);
        assertThat(now).hasContent("[\"/a\"]");
        assertThat(before).doesNotExist();

        Files.writeString(before, "[\"/an/older/program\"]");
        FormerPlace.leave(before, now);
        assertThat(now).hasContent("[\"/a\"]");
        assertThat(before).exists();
    }

    @Test
    void a_folder_is_moved_with_all_that_is_in_it() throws IOException {
        Path before = folder.resolve("swap");
        Files.writeString(Files.createDirectories(before.resolve("2")).resolve("changes.json"), "x");
        Files.createDirectories(before.resolve("1"));
        Path now = folder.resolve("state").resolve("swap");

        FormerPlace.leave(before, now);
        assertThat(now.resolve("2").resolve("changes.json")).hasContent("x");
        assertThat(now.resolve("1")).isDirectory();
        assertThat(before).doesNotExist();
    }

    @Test
    void nothing_comes_of_nothing() {
        Path now = folder.resolve("state").resolve("swap");
        FormerPlace.leave(folder.resolve("swap"), now);
        assertThat(now.getParent()).doesNotExist();
    }

    @Test
    void what_cannot_be_moved_stays_and_is_named() throws IOException {
        Path before = Files.writeString(folder.resolve("recent.json"), "[]");
        Path inTheWay = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> FormerPlace.leave(before, inTheWay.resolve("recent.json")))
                .isInstanceOf(FileException.class)
                .hasMessageContaining("recent.json");
        assertThat(before).hasContent("[]");
    }
}
