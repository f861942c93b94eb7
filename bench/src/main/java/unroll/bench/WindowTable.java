package unroll.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javafx.animation.AnimationTimer;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.event.Event;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import unroll.app.fx.FxThread;
import unroll.app.look.Theme;
import unroll.app.shell.FilePicker;
import unroll.app.shell.Services;
import unroll.app.shell.Workbench;
import unroll.app.sound.JavaSound;
import unroll.engine.experiment.Examples;
import unroll.engine.home.UserFolders;
import unroll.engine.setting.SettingsJson;

/**
 * Prints what the live views cost, the three that are open at first and then eight: updates a second with them and, turn
 * about, with the gallery in front; and how many frames a second the window draws while the network learns. No JMH
 * benchmark, for what is measured is a window and a trainer that live on threads of their own.
 */
final class WindowTable {
    private static final PrintStream OUT = System.out;
    private static final int ROUNDS = 8;
    private static final long WARM_SECONDS = 8;
    private static final long SECONDS = 6;

    /** Milliseconds after which views that have just been opened have been told all that is dear for the first time. */
    private static final long SETTLING = 2000;

    /** Every view that the default experiment has, each in a place of its own. */
    private static final String EIGHT = """
        {"main": {"down": [
           {"across": [%s], "shares": [0.25, 0.25, 0.25, 0.25]},
           {"across": [%s], "shares": [0.25, 0.25, 0.25, 0.25]}], "shares": [0.5, 0.5]}, "windows": []}
        """.formatted(
            places("loss", "sequence", "hidden", "flow"), places("weights", "spectrum", "trajectories", "perturb"));

    private final Workbench bench;
    private final Stage stage;

    private WindowTable(Workbench bench, Stage stage) {
        this.bench = bench;
        this.stage = stage;
    }

    public static void main(String[] args) throws IOException {
        if (System.getenv("DISPLAY") == null) {
            System.setProperty("glass.platform", "Headless");
            System.setProperty("prism.order", "sw");
        }
        CompletableFuture<Boolean> started = new CompletableFuture<>();
        Platform.startup(() -> started.complete(true));
        started.join();
        Platform.setImplicitExit(false); // between the window with three views and that with eight there is none
        OUT.println("| bouncing balls, window 1440 x 900 | |\n|---|---|");
        measure("three views", "");
        measure("eight views", EIGHT);
        System.exit(0);
    }

    private static String places(String... views) {
        return Arrays.stream(views)
                .map("{\"views\": [\"%1$s\"], \"front\": \"%1$s\"}"::formatted)
                .collect(Collectors.joining(", "));
    }

    private static void measure(String views, String arrangement) throws IOException {
        Path home = Files.createTempDirectory("unroll-bench");
        UserFolders folders = UserFolders.under(home);
        Files.createDirectories(folders.configuration());
        Files.writeString(folders.configuration().resolve("preferences.json"), "{\"tourSeen\": true}");
        if (!arrangement.isEmpty()) {
            Files.writeString(folders.configuration().resolve("views.json"), arrangement);
        }
        WindowTable table = onWindow(() -> open(folders));
        Path experiment = home.resolve("experiment.json");
        Files.writeString(
                experiment, SettingsJson.write(SettingsJson.with(Examples.first(), "training.updates", "1000000")));
        onWindow(() -> {
            table.bench.open(experiment);
            return true;
        });
        while (!onWindow(() -> table.bench.training().openProperty().get())) {
            pause(100);
        }
        table.press(KeyCode.SPACE, false);
        pause(1000 * WARM_SECONDS);
        table.measure(views);
        onWindow(() -> {
            table.bench.close();
            table.stage.hide();
            return true;
        });
    }

    private static WindowTable open(UserFolders folders) {
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        Services ground = new Services(
                new FxThread(),
                Executors.newCachedThreadPool(),
                clock,
                InstantSource.system(),
                () -> 1,
                folders,
                FilePicker.ofSystem(),
                file -> {},
                new JavaSound());
        Stage stage = new Stage();
        Workbench bench = new Workbench(stage, new Theme(new SimpleObjectProperty<>(ColorScheme.DARK)), ground);
        stage.show();
        return new WindowTable(bench, stage);
    }

    private void measure(String views) {
        List<Double> with = new ArrayList<>();
        List<Double> without = new ArrayList<>();
        Map<String, Double> spentWith = new TreeMap<>();
        Map<String, Double> spentWithout = new TreeMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            press(KeyCode.DIGIT2, true);
            pause(SETTLING);
            with.add(updatesPerSecond(spentWith));
            press(KeyCode.DIGIT1, true);
            pause(SETTLING);
            without.add(updatesPerSecond(spentWithout));
        }
        press(KeyCode.DIGIT2, true);
        double frames = framesPerSecond();
        double lost = 1 - median(with) / median(without);
        OUT.printf(Locale.ROOT, "| updates/s, %s open | %.1f |%n", views, median(with));
        OUT.printf(Locale.ROOT, "| updates/s, no view open | %.1f |%n", median(without));
        OUT.printf(Locale.ROOT, "| lost to %s | %.1f %% |%n", views, 100 * lost);
        OUT.printf(Locale.ROOT, "| frames/s with %s, while training | %.0f |%n", views, frames);
        spentWith.forEach((threads, seconds) -> {
            double share = seconds / (ROUNDS * SECONDS);
            double still = spentWithout.getOrDefault(threads, 0.0) / (ROUNDS * SECONDS);
            if (Math.abs(share - still) >= 0.005) {
                OUT.printf(
                        Locale.ROOT,
                        "| of a core: %s, with %s and with none | %.3f, %.3f |%n",
                        threads,
                        views,
                        share,
                        still);
            }
        });
    }

    private double updatesPerSecond(Map<String, Double> spent) {
        Map<String, Double> before = processorSeconds();
        long from = update();
        long began = System.nanoTime();
        pause(1000 * SECONDS);
        double pace = (update() - from) / ((System.nanoTime() - began) * 1e-9);
        processorSeconds()
                .forEach((threads, seconds) ->
                        spent.merge(threads, seconds - before.getOrDefault(threads, 0.0), Double::sum));
        return pace;
    }

    /** What each kind of thread that is alive has had of the processor. */
    private static Map<String, Double> processorSeconds() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        Map<String, Double> seconds = new TreeMap<>();
        for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (thread != null) { // or it has ended meanwhile
                long spent = threads.getThreadCpuTime(thread.getThreadId());
                seconds.merge(thread.getThreadName().replaceAll("[-0-9]+", " ").strip(), spent * 1e-9, Double::sum);
            }
        }
        return seconds;
    }

    /** The updates that the window knows of, once it has just been told. */
    private long update() {
        long before = onWindow(() -> bench.training().updateProperty().get());
        long now = before;
        while (now == before) {
            pause(1);
            now = onWindow(() -> bench.training().updateProperty().get());
        }
        return now;
    }

    private static double framesPerSecond() {
        long[] frames = {0};
        AnimationTimer counter = new AnimationTimer() {
            @Override
            public void handle(long now) {
                frames[0]++;
            }
        };
        onWindow(() -> {
            counter.start();
            return true;
        });
        long began = System.nanoTime();
        pause(1000 * SECONDS);
        return onWindow(() -> {
            counter.stop();
            return frames[0] / ((System.nanoTime() - began) * 1e-9);
        });
    }

    private void press(KeyCode code, boolean control) {
        onWindow(() -> {
            Event.fireEvent(
                    stage.getScene().getRoot(),
                    new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false));
            return true;
        });
    }

    private static <T> T onWindow(Callable<T> action) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                result.complete(action.call());
            } catch (Exception e) {
                result.completeExceptionally(e);
            }
        });
        return result.orTimeout(60, TimeUnit.SECONDS).join();
    }

    private static void pause(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
