package unroll.engine.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
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

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void a_pipe_stays_a_pipe_and_whoever_reads_it_gets_the_bytes() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        for (boolean piecewise : new boolean[] {false, true}) {
            CompletableFuture<String> got = CompletableFuture.supplyAsync(() -> read(pipe));
            if (piecewise) {
                AtomicFile.fill(pipe, part -> Files.writeString(part, "model"));
            } else {
                AtomicFile.write(pipe, "model".getBytes(StandardCharsets.UTF_8));
            }
            assertThat(got.get(10, TimeUnit.SECONDS)).isEqualTo("model");
            assertThat(Files.readAttributes(pipe, BasicFileAttributes.class).isOther())
                    .isTrue();
            assertThat(left()).containsExactly("pipe");
        }
    }

    private static String read(Path pipe) {
        try {
            return Files.readString(pipe);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void the_file_behind_a_link_is_replaced_and_the_link_stays() throws IOException {
        Path target = Files.writeString(folder.resolve("target"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("target"));
        Path absent = Files.createSymbolicLink(folder.resolve("far"), Path.of("absent"));
        AtomicFile.write(link, "new".getBytes(StandardCharsets.UTF_8));
        AtomicFile.fill(absent, part -> Files.writeString(part, "made"));
        assertThat(link).isSymbolicLink();
        assertThat(Files.readString(target)).isEqualTo("new");
        assertThat(absent).isSymbolicLink();
        assertThat(Files.readString(folder.resolve("absent"))).isEqualTo("made");
        assertThat(left()).containsExactly("absent", "far", "link", "target");
    }
}
