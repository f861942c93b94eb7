package unroll.app.kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unroll.engine.sweep.Sweep;

class SweepPlacesTest {
    @TempDir
    Path folder;

    private static Sweep named(String name, int seeds) {
        return Sweep.parse(
                "{\"name\": \"" + name
                        + "\", \"base\": {\"task\": {\"kind\": \"addition\"}}, \"axes\": [{\"axis\": \"seed\","
                        + " \"set\": \"seeds.data\", \"values\": [" + seeds + "]}]}",
                "here");
    }

    private Path begun(Sweep sweep) throws IOException {
        Path place = SweepPlaces.of(folder, sweep).path();
        Files.createDirectories(place);
        Files.writeString(place.resolve("sweep.json"), sweep.text());
        return place;
    }

    @Test
    void theSameDocumentHasTheSameFolderAndAnotherOfItsNameHasAnother() throws IOException {
        Path first = begun(named("T 50/100", 1));
        assertThat(first).isEqualTo(folder.resolve("T 50-100"));
        Path second = begun(named("T 50/100", 2));
        assertThat(second).isEqualTo(folder.resolve("T 50-100 (2)"));
        assertThat(SweepPlaces.of(folder, named("T 50/100", 1)).path()).isEqualTo(first);
        assertThat(SweepPlaces.of(folder, named("T 50/100", 2)).path()).isEqualTo(second);
    }

    @Test
    void aFolderThatIsNoSweepIsLeftAloneAndANameThatIsNoneIsReplaced() throws IOException {
        Files.createDirectories(folder.resolve("mine"));
        assertThat(SweepPlaces.of(folder, named("mine", 1)).path()).isEqualTo(folder.resolve("mine (2)"));
        assertThat(SweepPlaces.of(folder, named("", 1)).path()).isEqualTo(folder.resolve("sweep"));
        assertThat(SweepPlaces.of(folder, named("x".repeat(200), 1)).path()).isEqualTo(folder.resolve("x".repeat(60)));
        assertThat(SweepPlaces.of(folder, named("..", 1)).path())
                .as("not beside it")
                .isNotEqualTo(folder.getParent());
    }
}
