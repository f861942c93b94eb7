package unroll.app.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javafx.animation.AnimationTimer;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.stage.Stage;
import javafx.stage.Window;
import unroll.app.Screens;
import unroll.app.fx.FxThread;
import unroll.app.look.Theme;
import unroll.app.sound.SoundDevices;
import unroll.engine.home.UserFolders;

/** A workbench on a stage with real threads, a folder of its own for runs, and a person who picks what the test says. */
final class BenchFixture implements AutoCloseable {
    /** Long, for on a busy machine an update may take a quarter of a second. */
    private static final long PATIENCE_SECONDS = 180;

    private final ExecutorService work = Executors.newCachedThreadPool();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final AtomicLong seeds = new AtomicLong(100);
    final Deque<Path> picked = new ArrayDeque<>();

    /** What was shown in the system's file manager. */
    final Deque<Path> revealed = new ArrayDeque<>();

    final Theme theme;
    final Workbench bench;
    final Stage stage;

    BenchFixture(Stage stage, Path runs, boolean dark) throws IOException {
        this(stage, runs, dark, new NoSound());
    }

    /** @param sound what there is to be heard by */
    BenchFixture(Stage stage, Path runs, boolean dark, SoundDevices sound) throws IOException {
        this.stage = stage;
        Path folder = runs.resolveSibling("");
        Path preferences = folder.resolve("preferences.json");
        if (!Files.exists(preferences)) {
            Files.writeString(preferences, "{\"tourSeen\": true}"); // this person was here before
        }
        theme = new Theme(new SimpleObjectProperty<>(dark ? ColorScheme.DARK : ColorScheme.LIGHT));
        bench = new Workbench(
                stage,
                theme,
                new Services(
                        new FxThread(),
                        work,
                        clock,
                        InstantSource.system(),
                        seeds::incrementAndGet,
                        new UserFolders(runs, folder, folder, folder, folder),
                        new FilePicker() {
                            @Override
                            public Optional<Path> file(Window window, Wish wish) {
                                return Optional.ofNullable(picked.poll());
                            }

                            @Override
                            public Optional<Path> save(Window window, Path suggested) {
                                return Optional.ofNullable(picked.poll());
                            }

                            @Override
                            public Optional<Path> folder(Window window, Wish wish) {
                                return Optional.ofNullable(picked.poll());
                            }
                        },
                        revealed::add,
                        sound));
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(1440); // it is the same stage for all tests
        stage.setHeight(900);
        stage.show();
    }

    /** The screen of a kind. */
    <S extends Screen<?>> S screen(Class<S> kind) {
        return bench.screens().all().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst()
                .orElseThrow();
    }

    TrainingScreen train() {
        return screen(TrainingScreen.class);
    }

    /** Does what a command does, on the window's thread. */
    void run(String command) {
        bench.commands().find(command).orElseThrow().run();
    }

    /** Whether a command can be done now. */
    boolean can(String command) {
        return bench.commands().find(command).orElseThrow().available().getValue();
    }

    /** Waits until {@code condition}, asked on the window's thread, holds. */
    void await(String what, Callable<Boolean> condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!onWindow(condition)) {
            if (System.nanoTime() > end) {
                Screens.put("failed", onWindow(() -> stage.getScene().snapshot(null)));
                throw new AssertionError("waited in vain until " + what);
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    /** Does something on the window's thread and waits for what comes out. */
    static <T> T onWindow(Callable<T> action) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                result.complete(action.call());
            } catch (Exception | Error e) {
                result.completeExceptionally(e);
            }
        });
        return result.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    static void doOnWindow(Runnable action) {
        onWindow(() -> {
            action.run();
            return true;
        });
    }

    /** Writes what the window shows at rest, light and dark, if anybody wants to look. */
    void picture(String name) {
        if (!Screens.wanted()) {
            settle();
            return;
        }
        for (int i = 0; i < 2; i++) {
            boolean dark = theme.darkProperty().get();
            settle();
            Screens.write(
                    name + (dark ? "-dark" : "-light"),
                    onWindow(() -> stage.getScene().snapshot(null)));
            doOnWindow(theme::toggle);
        }
    }

    /** Lets the window come to rest: some frames are drawn, with time between them for what comes from elsewhere. */
    void settle() {
        for (int i = 0; i < 4; i++) {
            CompletableFuture<Boolean> frame = new CompletableFuture<>();
            doOnWindow(() -> new AnimationTimer() {
                @Override
                public void handle(long now) {
                    stop();
                    frame.complete(true);
                }
            }.start());
            frame.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    @Override
    public void close() {
        doOnWindow(() -> {
            bench.close();
            stage.hide();
        });
        clock.shutdownNow();
        work.shutdownNow();
        try {
            work.awaitTermination(
                    PATIENCE_SECONDS, TimeUnit.SECONDS); // what it writes, it writes before the folder goes
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
