package unroll.app.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import unroll.engine.experiment.Examples;
import unroll.engine.experiment.Experiment;
import unroll.engine.experiment.OwnExperiment;
import unroll.engine.record.RunFolder;
import unroll.engine.run.Snapshot;
import unroll.engine.run.State;
import unroll.engine.run.Trainer;
import unroll.engine.setting.SettingsJson;

class RunPicturesTest {
    @TempDir
    Path folder;

    @BeforeEach
    void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void aRunOnTextLeavesAPictureOfItsText() throws Exception {
        Path text = Files.writeString(folder.resolve("hat.txt"), "the cat sat on the mat. ".repeat(60));
        List<Path> files = pictures(SettingsJson.with(OwnExperiment.of(text).orElseThrow(), "model.hidden", "10"));
        assertThat(files)
                .extracting(file -> file.getFileName().toString())
                .containsExactly("loss.png", "hidden-states.png", "test-sequence.png");
        keep(files.getLast(), "terminal-text.png");
    }

    @Test
    void aRunThatControlsAnArmLeavesAPictureOfAllItsMovements() throws Exception {
        Experiment reaching = SettingsJson.with(Examples.of("center-out").orElseThrow(), "training.testSequences", "8");
        List<Path> files = pictures(SettingsJson.with(reaching, "task.reaches", "8"));
        assertThat(files.getLast()).hasFileName("movements.png");
        keep(files.getLast(), "terminal-movements.png");
    }

    private List<Path> pictures(Experiment experiment) throws Exception {
        CompletableFuture<Snapshot> rested = new CompletableFuture<>();
        Trainer trainer = new Trainer(experiment, RunFolder.planned(folder, experiment), snapshot -> {
            if (snapshot.update() == 3 && snapshot.state() == State.PAUSED) {
                rested.complete(snapshot);
            }
        });
        try (trainer) {
            trainer.step(3);
            return new RunPictures(Platform::runLater).draw(trainer, rested.join());
        }
    }

    private static void keep(Path picture, String name) throws Exception {
        Path screens = Files.createDirectories(Path.of("target", "screens"));
        Files.write(screens.resolve(name), Files.readAllBytes(picture));
        assertThat(Files.size(picture)).isPositive();
    }
}
