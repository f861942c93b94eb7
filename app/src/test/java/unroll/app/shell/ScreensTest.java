package unroll.app.shell;

import java.nio.file.Path;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import unroll.app.shell.ShellModel.Screen;
import unroll.engine.run.Examples;

/** Draws every screen, light and dark, as a person would see it after a while. */
class ScreensTest {
    @TempDir
    Path runs;

    private BenchFixture fixture;

    @BeforeEach
    void openWindow() throws Exception {
        Stage stage = FxToolkit.registerPrimaryStage();
        fixture = BenchFixture.onWindow(() -> new BenchFixture(stage, runs, true));
    }

    @AfterEach
    void closeWindow() {
        fixture.close();
    }

    @Test
    void drawsTheGalleryAndTheTrainingScreen() {
        fixture.await(
                "the cards are there",
                () -> fixture.stage
                                .getScene()
                                .getRoot()
                                .lookupAll(".gallery-card")
                                .size()
                        >= 2);
        fixture.picture("gallery");
        BenchFixture.doOnWindow(() -> {
            fixture.bench.trainingController().open(Examples.first());
            fixture.bench.shell().screenProperty().set(Screen.TRAIN);
        });
        fixture.await(
                "the run is open", () -> fixture.bench.training().openProperty().get());
        fixture.picture("training-ready");
        BenchFixture.doOnWindow(() -> fixture.bench.trainingController().playOrPause());
        fixture.await(
                "updates are made",
                () -> fixture.bench.training().updateProperty().get() > 250);
        BenchFixture.doOnWindow(() -> fixture.bench.training().timeProperty().set(36));
        fixture.picture("training-running");
        BenchFixture.doOnWindow(() -> fixture.bench.trainingController().playOrPause());
        BenchFixture.doOnWindow(fixture.bench::showCommands);
        fixture.picture("commands");
        BenchFixture.doOnWindow(fixture.bench::showKeys);
        fixture.picture("keys");
    }
}
