package unroll.app.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import unroll.engine.sweep.Report;
import unroll.engine.sweep.Sweep;
import unroll.engine.sweep.SweepFolder;
import unroll.engine.sweep.SweepQueue;

class SweepPicturesTest {
    @TempDir
    Path folder;

    @BeforeEach
    void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void aSweepThatWasMadeLeavesThePicturesThatItsPageNames() throws Exception {
        Sweep sweep = Sweep.read(Path.of("..", "sweeps", "tiny.json"));
        SweepFolder place = new SweepFolder(folder);
        try (ExecutorService executor = Executors.newFixedThreadPool(2)) {
            SweepQueue queue = new SweepQueue(sweep, sweep.cells(), place, 2, 2, executor, snapshot -> {});
            queue.start();
            queue.await();
            List<Path> files = new SweepPictures(Platform::runLater).draw(place, Report.of(sweep, queue.snapshot()));
            assertThat(files).isNotEmpty().allSatisfy(file -> assertThat(file).isNotEmptyFile());
            String page = Files.readString(folder.resolve("results.md"));
            assertThat(files).allSatisfy(file -> assertThat(page).contains("](pictures/" + file.getFileName() + ")"));
            Path screens = Files.createDirectories(Path.of("target", "screens"));
            Files.write(screens.resolve("terminal-sweep.png"), Files.readAllBytes(files.getFirst()));
            Files.writeString(screens.resolve("terminal-sweep.md"), page);
        }
    }
}
