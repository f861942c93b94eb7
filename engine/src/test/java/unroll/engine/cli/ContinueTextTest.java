package unroll.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import unroll.engine.record.RunFolder;

/** A person's own texts, written on by the command line. */
class ContinueTextTest extends CommandTest {
    private Path run() {
        return RunFolder.list(folder.resolve("runs")).getFirst().path();
    }

    private void learn(Path file, String... settings) {
        List<Object> arguments = new ArrayList<>(List.of("train", file, "--runs", folder.resolve("runs")));
        for (String setting : List.of("training.testSequences=4", "model.hidden=5")) {
            arguments.addAll(List.of("--set", setting));
        }
        List.of(settings).forEach(setting -> arguments.addAll(List.of("--set", setting)));
        assertThat(call(arguments.toArray())).as(complained()).isZero();
    }

    private int predict(Object... more) {
        List<Object> arguments = new ArrayList<>(List.of("predict", run()));
        arguments.addAll(List.of(more));
        return call(arguments.toArray());
    }

    private Path tale() throws IOException {
        return Files.writeString(
                folder.resolve("tale.txt"), "the cat sat on the mat and the dog sat on the log. ".repeat(30));
    }

    private String continued(Object... arguments) {
        assertThat(predict(arguments)).as(complained()).isZero();
        return printed();
    }

    @Test
    void aTextIsContinuedByTheSeedAndTemperature() throws IOException {
        Path tale = tale();
        learn(tale, "optimiser.learningRate=0.01", "training.updates=40");
        String words = continued("--text", "the cat ", "--ahead", "40");
        assertThat(words).startsWith("the cat ").hasSize("the cat ".length() + 40 + 1);
        assertThat(words.strip().chars()).allMatch(c -> " .acdeghlmnost".indexOf(c) >= 0);
        assertThat(continued("--text", "the cat ", "--ahead", "40")).isEqualTo(words);
        assertThat(continued("--text", "the cat ", "--ahead", "20")).isEqualTo(words.substring(0, 28) + "\n");
        assertThat(continued("--text", "the cat ", "--ahead", "40", "--seed", "2"))
                .isNotEqualTo(words);
        Path prompt = Files.writeString(folder.resolve("prompt.txt"), "the cat ");
        assertThat("the cat " + continued(prompt, "--ahead", "40")).isEqualTo(words);
        String cold = continued("--text", "the cat ", "--ahead", "40", "--temperature", "0.01");
        assertThat(continued("--text", "the cat ", "--ahead", "40", "--temperature", "0.01", "--seed", "2"))
                .as("nothing is left to chance")
                .isEqualTo(cold);
        assertThat(continued(tale)).hasSize(201);
    }

    @Test
    void whatCannotBeContinuedIsRefusedWithTheReason() throws IOException {
        Path tale = tale();
        learn(tale, "training.updates=1");
        assertRefused("never seen 'X'", "--text", "a Xat");
        assertRefused("at least one character", "--text", "");
        assertRefused("name a text file to continue, or give words with --text");
        assertRefused("name a text file to continue, or give words with --text", tale, "--text", "a");
        assertRefused("temperature is above 0", "--text", "a", "--temperature", "0");
        assertRefused("1 or more characters", "--text", "a", "--ahead", "0");
    }

    @Test
    void aTextIsContinuedAlikeWhateverBecomesOfTheOneThatWasLearnedFrom() throws IOException {
        Path tale = tale();
        learn(tale, "training.updates=1");
        String words = continued("--text", "the cat ");
        for (String other : List.of("the log sat on the cat. ", "quick zebras jump over it. ", "a")) {
            Files.writeString(tale, other.repeat(60));
            assertThat(continued("--text", "the cat ")).isEqualTo(words);
            assertThat(complained()).isEmpty();
        }
        Files.delete(tale);
        assertThat(continued("--text", "the cat ")).isEqualTo(words);
        assertThat(call("resume", run())).isEqualTo(2);
        assertThat(complained()).contains("not there: " + tale, "--set task.file=PLACE");
    }

    /** The codes of characters go by their frequency: another text has others. */
    @Test
    void aRunGoesOnWithTheAlphabetThatItBeganWith() throws IOException {
        Path tale = tale();
        learn(tale, "training.updates=1");
        Path kept = run().resolve("signature.json");
        String alphabet = Files.readString(kept);
        Files.writeString(tale, "mmmm the dog sat on the cat and the log sat on the mat. ".repeat(30));
        Path experiment = run().resolve("experiment.json");
        Files.writeString(experiment, Files.readString(experiment).replace("\"updates\": 1,", "\"updates\": 3,"));
        assertThat(call("resume", run())).as(complained()).isZero();
        assertThat(kept).hasContent(alphabet);
        Files.writeString(tale, "the zebra sat on the cat and the log sat on the mat. ".repeat(30));
        assertThat(call("resume", run())).isEqualTo(2);
        assertThat(complained()).contains(tale + ": holds 'z', for which the network has no symbol");
    }

    /** It kept no alphabet. */
    @Test
    void aTextOfAnOlderRunThatHasChangedOrIsGoneIsTold() throws IOException {
        Path tale = tale();
        learn(tale, "training.updates=1");
        Files.delete(run().resolve("signature.json"));
        String words = continued("--text", "the cat ");
        assertThat(complained()).isEmpty();
        Files.writeString(tale, "the log sat on the cat and the mat sat on the dog. ".repeat(30));
        assertThat(continued("--text", "the cat ")).as("the same alphabet").isEqualTo(words);
        assertThat(complained()).containsOnlyOnce(tale + " has changed since this run began: 1 file, ");
        Files.writeString(tale, "quick zebras jump over it. ".repeat(60));
        assertThat(predict("--text", "it ")).as("another alphabet").isNotZero();
        assertThat(complained()).contains(tale + " has changed since this run began: 1 file, ");
        Files.delete(tale);
        assertRefused("which is not there: " + tale, "--text", "the cat ");
        assertThat(complained()).contains("alphabet", "put it back");
    }

    private void assertRefused(String reason, Object... arguments) {
        assertThat(predict(arguments)).isEqualTo(2);
        assertThat(complained()).contains(reason);
    }
}
