package unroll.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unroll.engine.experiment.Experiment;
import unroll.engine.init.GivenWeights;
import unroll.engine.setting.SettingsJson;

/** Weights leave the window for other programs and come back. */
class WeightsFilesTest extends BenchTest {
    private Path saved(String form, Path file) {
        fixture.picked.add(file);
        BenchFixture.doOnWindow(() -> fixture.run("weights." + form));
        fixture.await(
                "the file is there",
                () -> !fixture.bench.shell().background().newsProperty().get().isEmpty());
        assertThat(file).isNotEmptyFile();
        return file;
    }

    @ParameterizedTest
    @CsvSource({"safetensors, a.safetensors", "pytorch, b.safetensors", "onnx, c.onnx"})
    void theNewestWeightsAreSaved(String form, String name) throws IOException {
        openSmallExperiment();
        trainFor(10);
        pause();
        saved(form, folder.resolve(name));
        assertThat(fixture.bench.shell().background().newsProperty().get())
                .startsWith("Saved the weights as ")
                .contains(name, "Two small balls after ");
    }

    @Test
    void theNetworkThatIsOpenBeginsWithWeightsThatAreOpened() throws IOException {
        openSmallExperiment();
        trainFor(10);
        pause();
        Path file = saved("pytorch", folder.resolve("mine.safetensors"));
        fixture.picked.add(file);
        BenchFixture.doOnWindow(() -> fixture.run("weights.open"));
        fixture.await(
                "they are taken",
                () -> fixture.train()
                        .controller()
                        .settings()
                        .map(Experiment::initialisation)
                        .filter(GivenWeights.class::isInstance)
                        .isPresent());
    }

    @Test
    void theExportSheetOffersThemAndSaysWhyNot() throws IOException {
        openSmallExperiment();
        trainFor(5);
        pause();
        robot.push(KeyCode.CONTROL, KeyCode.E);
        fixture.settle();
        assertThat(buttons()).allMatch(button -> !button.isDisabled());
        fixture.picture("export-weights");
        Path file = folder.resolve("sheet.onnx");
        fixture.picked.add(file);
        BenchFixture.doOnWindow(() -> buttons().getLast().fire());
        fixture.await("the file is there", () -> Files.exists(file));
        Experiment other = SettingsJson.with(
                SettingsJson.with(SettingsJson.read(Experiment.class, SMALL, ""), "model", "mrnn"),
                "name",
                "Multiplicative");
        openFile("other.json", SettingsJson.write(other));
        fixture.await("it is open", () -> training.nameProperty().get().equals("Multiplicative"));
        robot.push(KeyCode.CONTROL, KeyCode.E);
        fixture.settle();
        assertThat(buttons()).extracting(Button::isDisabled).containsExactly(false, true, true);
        assertThat(robot.lookup(".export-summary").queryAllAs(Labeled.class))
                .extracting(Labeled::getText)
                .anyMatch(text -> text.startsWith("neither PyTorch nor ONNX has a cell for the model Multiplicative;"));
        fixture.picture("export-weights-refused");
    }

    private List<Button> buttons() {
        return List.of("safetensors\u2026", "PyTorch\u2026", "ONNX\u2026").stream()
                .map(text -> robot.lookup((javafx.scene.Node node) -> node instanceof Button button
                                && button.getText().equals(text))
                        .queryAs(Button.class))
                .toList();
    }
}
