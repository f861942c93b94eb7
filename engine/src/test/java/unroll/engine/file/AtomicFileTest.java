package unroll.engine.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    Path folder;

    private List<String> left() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void whatIsFilledPieceByPieceIsThereAtTheEndAndNotBefore() throws IOException {
        Path file = folder.resolve("film");
        AtomicFile.fill(file, part -> {
            Files.writeString(part, "whole");
            assertThat(file).doesNotExist();
        });
        assertThat(Files.readString(file)).isEqualTo("whole");
        assertThat(left()).containsExactly("film");
    }

    @Test
    void whereTheFillingEndsEarlyTheOldFileStaysAndNothingElse() throws IOException {
        Path file = Files.writeString(folder.resolve("film"), "old");
        assertThatThrownBy(() -> AtomicFile.fill(file, part -> {
                    Files.writeString(part, "half");
                    throw new IllegalStateException("given up");
                }))
                .hasMessage("given up");
        assertThatThrownBy(() -> AtomicFile.fill(file, part -> {
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(FileException.class)
                .hasMessageContaining("film: cannot be written: No space left");
        assertThat(Files.readString(file)).isEqualTo("old");
        assertThat(left()).containsExactly("film");
    }
}
