package unroll.engine.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.experiment.Experiment;
import unroll.engine.setting.SettingsJson;
import unroll.engine.task.Appearance;
import unroll.engine.task.Signature;
import unroll.engine.task.Task;

/** What a run keeps of its data is read back as it was, whatever they are. */
class SignatureFileTest {
    @TempDir
    Path folder;

    private Path rows(String text) throws IOException {
        return Files.writeString(folder.resolve("rows.csv"), text);
    }

    /** A table of the times 2021-01-01 (a Friday) and on, or none. */
    private static String dated(String kind) {
        StringBuilder text = new StringBuilder(kind.equals("none") ? "a,b\n" : "when,a,b\n");
        LocalDate day = LocalDate.of(2021, 1, 1);
        for (int i = 0; i < 60; i++) {
            if (!kind.equals("none")) {
                text.append(day).append(',');
            }
            text.append(1e300 * Math.sin(i))
                    .append(',')
                    .append(i % 7 == 3 ? "" : 1e-300 * Math.cos(i * i))
                    .append('\n');
            day = switch (kind) {
                case "months" -> day.plusMonths(1);
                case "workdays" -> day.plusDays(day.getDayOfWeek().getValue() == 5 ? 3 : 1);
                default -> day.plusDays(1);
            };
        }
        return text.toString();
    }

    private Experiment experiment(String task) {
        return SettingsJson.read(Experiment.class, "{\"name\": \"Own\", \"task\": " + task + "}", "own.json", folder);
    }

    /** Bit by bit what was kept: it is written again with the same words. */
    private void assertKept(Experiment experiment) throws IOException {
        RunFolder run = RunFolder.at(Files.createDirectories(folder.resolve("run")));
        Task task = experiment.task().open();
        SignatureFile.keep(run, experiment, task);
        Signature back = SignatureFile.of(run, experiment);
        assertThat(back).isNotSameAs(task);
        RunFolder again = RunFolder.at(Files.createDirectories(folder.resolve("again")));
        SignatureFile.keep(again, experiment, back);
        String text = Files.readString(run.path().resolve(RunFiles.SIGNATURE));
        assertThat(again.path().resolve(RunFiles.SIGNATURE)).hasContent(text.strip());
        assertThat(List.of(back.inputs(), back.outputs(), back.steps(), back.symbols(), back.loss()))
                .isEqualTo(List.of(task.inputs(), task.outputs(), task.steps(), task.symbols(), task.loss()));
        assertThat(back.code().isPresent()).isEqualTo(task.code().isPresent());
        if (!(task.appearance() instanceof Appearance.StickFigure)) {
            assertThat(back.appearance()).isEqualTo(task.appearance());
        }
        task.code().ifPresent(code -> {
            assertThat(back.code().orElseThrow().shape()).isEqualTo(code.shape());
            for (int c = 0; c < code.shape().parts().size(); c++) {
                assertThat(back.code().orElseThrow().standardisation().original(0.3, c))
                        .isEqualTo(code.standardisation().original(0.3, c));
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "days", "workdays", "months"})
    void ofTables(String kind) throws IOException {
        assertKept(experiment("{\"kind\": \"own-series\", \"missing\": \"mask\", \"window\": 5, \"folder\": \""
                + rows(dated(kind)) + "\"}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pianorolls", "text", "pictures"})
    void ofOtherData(String kind) throws IOException {
        Path texts = Files.writeString(
                folder.resolve("text.txt"), "Gr\u00FC\u00DFe \"von\" \uD83D\uDE00 \\ dort. ".repeat(90));
        Path pictures = folder.resolve("pictures.idx");
        byte[] idx = new byte[16 + 20 * 12];
        idx[2] = 8;
        idx[3] = 3;
        idx[7] = 20;
        idx[11] = 3;
        idx[15] = 4;
        Files.write(pictures, idx);
        Path music = Files.writeString(
                folder.resolve("rolls.json"),
                "{\"train\": [[[60], [62, 64], [65], [60]]], \"valid\": [], \"test\": [[[60], [62], [65], [60]]]}");
        assertKept(experiment(
                switch (kind) {
                    case "text" -> "{\"kind\": \"text\", \"file\": \"" + texts + "\"}";
                    case "pictures" -> "{\"kind\": \"own-pictures\", \"source\": \"" + pictures + "\"}";
                    default -> "{\"kind\": \"piano-rolls\", \"source\": \"" + music + "\", \"window\": 3}";
                }));
    }
}
