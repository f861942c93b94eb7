package unroll.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.record.RunFolder;

/** A run is named to every command as {@code unroll list} prints it. */
class RunNamesTest extends CommandTest {
    private String named() {
        assertThat(train(folder.resolve("runs"))).isZero();
        return RunFolder.list(folder.resolve("runs"))
                .getFirst()
                .path()
                .getFileName()
                .toString();
    }

    private String[] command(String words, String run) {
        List<String> before = List.of(words.split(" ", -1));
        return Stream.concat(
                        before.stream()
                                .map(word -> word.equals("RUN")
                                        ? run
                                        : word.replace(
                                                "FILE", folder.resolve("out").toString())),
                        Stream.of("--runs", folder.resolve("runs").toString()))
                .toArray(String[]::new);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "export RUN FILE.safetensors --to safetensors",
                "export RUN FILE.unroll --to project",
                "gradients RUN",
                "gradients RUN --history",
                "resume RUN",
                "branch RUN --at 12 --set training.updates=13",
                "report RUN --to FILE.html"
            })
    void everyCommandTakesTheNameOfARun(String words) {
        String name = named();
        assertThat(call((Object[]) command(words, name))).as(complained()).isZero();
    }

    @Test
    void aNameThatAPersonGaveIsTakenThoughAnotherRunIsDamaged() throws IOException {
        Path run = folder.resolve("runs").resolve(named());
        Files.writeString(run.resolve("label.txt"), "name: the first\n");
        Path damaged = Files.createDirectories(folder.resolve("runs").resolve("another"));
        Files.copy(run.resolve("experiment.json"), damaged.resolve("experiment.json"));
        Files.createDirectory(damaged.resolve("label.txt"));
        assertThat(call((Object[]) command("gradients RUN", "the first")))
                .as(complained())
                .isZero();
    }

    @Test
    void aNameThatIsNoneIsRefusedAsItWasTyped() {
        named();
        assertThat(call((Object[]) command("gradients RUN", "no such run"))).isEqualTo(2);
        assertThat(complained()).contains("no such run").doesNotContain("runs/no such run");
    }
}
