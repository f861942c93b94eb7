package unroll.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unroll.engine.experiment.Experiment;
import unroll.engine.experiment.ExperimentText;
import unroll.engine.setting.SettingsJson;

/** Experiments leave the window as text and come back from text. */
class ExperimentClipboardTest extends BenchTest {
    private Experiment open;
    private String run;

    @BeforeEach
    void openOne() throws IOException {
        openSmallExperiment();
        open = SettingsJson.read(Experiment.class, SMALL, "small");
        run = training.folderProperty().get();
    }

    private static String copied() {
        return BenchFixture.onWindow(() -> Clipboard.getSystemClipboard().getString());
    }

    private static void copyElsewhere(String text) {
        BenchFixture.doOnWindow(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
        });
    }

    private void paste() {
        robot.press(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.V).release(KeyCode.V, KeyCode.SHIFT, KeyCode.SHORTCUT);
    }

    @Test
    void theExperimentIsCopiedAsTextOrAsALink() {
        robot.press(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.C).release(KeyCode.C, KeyCode.SHIFT, KeyCode.SHORTCUT);
        assertThat(copied()).startsWith("{").contains("Two small balls").doesNotContain("seeds");
        assertThat(ExperimentText.read(copied(), "copy")).isEqualTo(open);
        assertThat(fixture.bench.shell().background().newsProperty().get())
                .startsWith("Copied Two small balls as text");
        BenchFixture.doOnWindow(() -> fixture.run("experiment.copyLink"));
        assertThat(copied()).startsWith("unroll:");
        assertThat(ExperimentText.read(copied(), "copy")).isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void whatWasCopiedElsewhereOpensAsANewRun(boolean link) {
        Experiment other = SettingsJson.with(SettingsJson.with(open, "name", "Sent by mail"), "model.hidden", "7");
        copyElsewhere(link ? ExperimentText.link(other) : ExperimentText.of(other));
        paste();
        fixture.await("it is open", () -> training.nameProperty().get().equals("Sent by mail"));
        assertThat(training.folderProperty().get()).isNotEqualTo(run);
        assertThat(BenchFixture.onWindow(
                        () -> fixture.train().controller().settings().orElseThrow()))
                .isEqualTo(other);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''              | The clipboard: holds no experiment",
                "Dear colleague, | The clipboard: holds no experiment",
                "unroll:eJy      | The clipboard: is not a whole link",
                "{\"nam\": \"x\"}  | The clipboard: nam: unknown name; did you mean 'name'?"
            })
    void whatIsNoExperimentIsRefusedInASentenceAndTheRunStays(String text, String sentence) {
        copyElsewhere(text);
        paste();
        fixture.await(
                "it is refused",
                () -> fixture.bench.shell().noticeProperty().get().startsWith(sentence));
        assertThat(training.folderProperty().get()).isEqualTo(run);
    }
}
