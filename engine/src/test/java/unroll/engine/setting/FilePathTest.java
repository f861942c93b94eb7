package unroll.engine.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.home.Home;

/** A setting that names a file, as it is written, read, and read again from another place. */
class FilePathTest {
    /** Settings with a file at two depths. */
    record Shelf(
            @Setting(label = "Book", help = "What is read.", initial = "book.txt")
            FilePath book,

            @Setting(label = "Box", help = "What is in the box.")
            Box box) {}

    record Box(
            @Setting(label = "Lid", help = "A number.", initial = "3")
            int lid,

            @FileKind(
                    words = "letters",
                    endings = {".txt", ".md"},
                    folder = true)
            @Setting(label = "Letters", help = "Where they are.", initial = "letters")
            FilePath letters) {}

    @TempDir
    Path folder;

    private static Shelf read(String json, Path from) {
        return SettingsJson.read(Shelf.class, json, "shelf.json", from);
    }

    private Path file(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "x");
    }

    @Test
    void what_begins_nowhere_is_looked_for_beside_the_file_that_names_it() throws IOException {
        Path book = file("a/shelf/book.txt");
        assertThat(read("{\"book\": \"shelf/book.txt\"}", folder.resolve("a"))
                        .book()
                        .path())
                .isEqualTo(book);
        assertThat(read("{\"book\": \"../a/shelf/book.txt\"}", folder.resolve("b"))
                        .book()
                        .path())
                .isEqualTo(book);
    }

    @Test
    void then_in_the_folder_in_which_the_program_was_started() {
        Path here = Path.of("pom.xml").toAbsolutePath();
        assertThat(here).as("tests are started in the module's folder").exists();
        assertThat(read("{\"book\": \"pom.xml\"}", folder).book().path()).isEqualTo(here);
    }

    @Test
    void where_there_is_nothing_it_would_be_beside_the_file_that_names_it() {
        assertThat(read("{\"book\": \"nowhere/book.txt\"}", folder).book().path())
                .isEqualTo(folder.resolve("nowhere/book.txt"));
        assertThat(read("{}", folder).book().path()).isEqualTo(folder.resolve("book.txt"));
    }

    @Test
    void it_is_absolute_whatever_it_was_made_of() {
        assertThat(new FilePath(Path.of("x", "..", "y")).path())
                .isAbsolute()
                .isEqualTo(Path.of("y").toAbsolutePath());
        assertThat(SettingsJson.with(read("{}", folder), "box.letters", "~/letters")
                        .box()
                        .letters()
                        .path())
                .isEqualTo(Home.ofUser().resolve("letters"));
    }

    @Test
    void it_is_a_text_in_files_and_the_same_when_it_is_read_again() throws IOException {
        Shelf shelf = read("{\"book\": \"book.txt\"}", folder);
        String json = SettingsJson.write(shelf);
        assertThat(json).contains("\"book\": \"" + folder.resolve("book.txt") + "\"");
        assertThat(read(json, Path.of("elsewhere"))).isEqualTo(shelf);
        assertThat(SettingsList.of(shelf))
                .containsEntry("book", folder.resolve("book.txt").toString());
    }

    @Test
    void what_lies_beside_the_file_that_names_it_is_found_after_both_were_moved() throws IOException {
        file("run/data/letters/a.txt");
        Path outside = file("book.txt");
        Shelf shelf = read(
                "{\"book\": \"" + outside + "\", \"box\": {\"letters\": \"data/letters\"}}", folder.resolve("run"));
        String json = SettingsJson.write(shelf, folder.resolve("run"));
        assertThat(json).contains("\"letters\": \"data/letters\"").contains(outside.toString());
        Files.move(folder.resolve("run"), folder.resolve("moved"));
        Shelf moved = read(json, folder.resolve("moved"));
        assertThat(moved.box().letters().path()).isEqualTo(folder.resolve("moved/data/letters"));
        assertThat(moved.book()).isEqualTo(shelf.book());
        assertThat(SettingsJson.write(shelf, folder.resolve("r")))
                .as("a folder whose name only begins so is another one")
                .contains(folder.resolve("run/data/letters").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a\0b"})
    void what_can_name_no_file_is_refused_with_its_place(String text) {
        assertThatThrownBy(() -> SettingsJson.with(read("{}", folder), "box.letters", text))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("box.letters: ");
    }

    @Test
    void a_number_is_no_file() {
        assertThatThrownBy(() -> read("{\"box\": {\"letters\": 7}}", folder))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("box.letters: Letters must be a text, not 7");
    }

    @Test
    void all_files_of_settings_are_known_by_the_paths_of_their_settings() {
        Shelf shelf = read("{}", folder);
        assertThat(SettingsList.files(shelf)).containsOnlyKeys("book", "box.letters");
        assertThat(SettingsList.files(shelf)).containsEntry("book", shelf.book());
        assertThat(SettingsList.field(shelf, "box.letters")
                        .fileKind()
                        .orElseThrow()
                        .endings())
                .containsExactly(".txt", ".md");
        assertThat(SettingsList.field(shelf, "book").fileKind()).isEmpty();
    }
}
