package unroll.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import unroll.app.sequence.Channels;
import unroll.app.sequence.Passage;
import unroll.app.view.sequence.LiveSequence;
import unroll.engine.task.Text;

/** Opens a person's own files, the good and the bad. */
class OwnFilesTest extends BenchTest {
    @Test
    void aFileThatIsNoExperimentIsRefusedWithASentenceAndTheRunGoesOn() throws IOException {
        openSmallExperiment();
        openFile("wrong.json", SMALL.replace("\"balls\"", "\"ball\""));
        fixture.await("it is refused", () -> !fixture.bench.shell().messages().isEmpty());
        assertThat(fixture.bench.shell().noticeProperty().get())
                .contains("wrong.json")
                .contains("ball")
                .contains("did you mean");
        assertThat(training.nameProperty().get()).isEqualTo("Two small balls");
        trainFor(5);
        pause();
    }

    @Test
    void ownSeriesOpenAsCurves() throws IOException {
        StringBuilder csv = new StringBuilder("angle,speed\n");
        for (int t = 0; t < 400; t++) {
            csv.append(String.format(Locale.ROOT, "%.4f,%.4f%n", Math.sin(0.2 * t), Math.cos(0.2 * t)));
        }
        openFile("swing.csv", csv);
        fixture.await(
                "the curves are there",
                () -> view(LiveSequence.class).depictionProperty().get() instanceof Channels channels
                        && channels.all().size() == 2
                        && channels.all().getFirst().name().equals("angle"));
        assertThat(training.nameProperty().get()).isEqualTo("swing");
        fixture.picture("own-series");
    }

    @Test
    void ownTextOpensAsTextWithAFreeRunFromItsMiddle() throws IOException {
        String text = "the cat sat on the mat and the hat was wet. ".repeat(40);
        openFile("hat.TXT", text);
        fixture.await(
                "the text is there",
                () -> view(LiveSequence.class).depictionProperty().get() instanceof Passage told
                        && told.steps() == 100);
        Passage passage = (Passage) view(LiveSequence.class).depictionProperty().get();
        assertThat(text).contains(new String(passage.truth(), 0, 100));
        assertThat(passage.writtenFrom()).isEqualTo(49);
        assertThat(Arrays.copyOf(passage.written(), 49)).isEqualTo(Arrays.copyOf(passage.truth(), 49));
        assertThat(training.nameProperty().get()).isEqualTo("hat");
        openFile("short.txt", "too short");
        fixture.await(
                "it is refused",
                () -> fixture.bench.shell().messages().stream()
                        .anyMatch(message -> message.toString().contains("take a longer text")));
        assertThat(training.nameProperty().get()).isEqualTo("hat");
    }

    @Test
    void aTextInAnotherEncodingIsRefusedWithAButtonThatReadsItInThat() throws IOException {
        openSmallExperiment();
        String text = "\u00dcber den Fl\u00fcssen ziehen die V\u00f6gel. ".repeat(60);
        fixture.picked.add(Files.write(folder.resolve("birds.txt"), text.getBytes(StandardCharsets.ISO_8859_1)));
        robot.push(KeyCode.CONTROL, KeyCode.O);
        fixture.await("it is refused", () -> !fixture.bench.shell().messages().isEmpty());
        fixture.settle();
        assertThat(fixture.bench.shell().noticeProperty().get()).contains("birds.txt, line 1, column 1");
        fixture.picture("other-encoding");
        robot.clickOn("Read as windows-1252");
        fixture.await("it is open", () -> training.nameProperty().get().equals("birds"));
        assertThat(((Text) fixture.train().history().valueProperty().get().task()).encoding())
                .isEqualTo("windows-1252");
        fixture.await(
                "its letters are seen",
                () -> view(LiveSequence.class).depictionProperty().get() instanceof Passage told
                        && told.steps() == 100
                        && text.contains(new String(told.truth(), 0, 100)));
        openFile("short.txt", "too short");
        fixture.await(
                "it is refused",
                () -> fixture.bench.shell().noticeProperty().get().contains("take a longer text"));
        fixture.settle();
        assertThat(robot.lookup(".background-news").query().isVisible())
                .as("a question that no encoding would answer")
                .isFalse();
    }
}
