package unroll.app;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.image.Image;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import unroll.app.fx.FxThread;
import unroll.app.look.Theme;
import unroll.app.shell.FilePicker;
import unroll.app.shell.Services;
import unroll.app.shell.Workbench;
import unroll.app.sound.JavaSound;
import unroll.engine.home.UserFolders;

/** The window's life: gives the workbench its threads, its clock and its place on the disk, and closes it. */
public final class UnrollApplication extends Application {
    /** Seeds that people can read and type. */
    private static final int LARGEST_SEED = 1_000_000;

    private final ExecutorService work = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("unroll-work-", 0).factory());
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("unroll-clock").factory());
    private @Nullable Workbench workbench;

    @Override
    public void start(Stage stage) {
        SecureRandom random = new SecureRandom();
        Services ground = new Services(
                new FxThread(),
                work,
                clock,
                InstantSource.system(),
                () -> 1 + random.nextInt(LARGEST_SEED),
                UserFolders.ofUser(),
                FilePicker.ofSystem(),
                this::reveal,
                new JavaSound());
        Theme theme = new Theme(Platform.getPreferences().colorSchemeProperty());
        theme.dressWhatOpens();
        Workbench bench = new Workbench(stage, theme, ground);
        workbench = bench;
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> bench.complain(failure));
        for (String size : List.of("64", "256")) {
            String icon = "/unroll/app/icons/unroll-" + size + ".png";
            stage.getIcons()
                    .add(new Image(Objects.requireNonNull(getClass().getResource(icon), icon)
                            .toExternalForm()));
        }
        bench.fit(Stream.concat(Stream.of(Screen.getPrimary()), Screen.getScreens().stream())
                .map(Screen::getVisualBounds)
                .toList());
        stage.show();
        getParameters().getUnnamed().stream().limit(1).map(Path::of).forEach(bench::open);
    }

    /** Opens the folder of a file, which no system shows in the same way. */
    private void reveal(Path file) {
        Path folder = Objects.requireNonNullElse(file.toAbsolutePath().getParent(), file);
        getHostServices().showDocument(folder.toUri().toString());
    }

    @Override
    public void stop() {
        if (workbench != null) {
            workbench.close();
        }
        clock.shutdownNow();
        work.shutdownNow();
    }
}
