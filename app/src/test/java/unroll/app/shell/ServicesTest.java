package unroll.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.util.Subscription;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import unroll.app.kept.KeptFile;
import unroll.app.kept.Recents;
import unroll.engine.home.UserFolders;

class ServicesTest {
    @TempDir
    Path folder;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final List<String> complaints = new ArrayList<>();
    private Path documents;
    private Path configuration;
    private UserFolders folders;
    private Services services;

    @BeforeEach
    void begin() {
        documents = folder.resolve("Unroll");
        configuration = folder.resolve(".config").resolve("unroll");
        folders = new UserFolders(
                documents.resolve("runs"),
                configuration,
                folder.resolve("cache"),
                folder.resolve("state"),
                folder.resolve("state").resolve("logs"));
        services = services(Runnable::run);
    }

    private Services services(Executor window) {
        return new Services(
                window,
                Runnable::run,
                clock,
                InstantSource.system(),
                () -> 1,
                folders,
                FilePicker.ofSystem(),
                file -> {},
                new NoSound());
    }

    @AfterEach
    void end() {
        clock.shutdownNow();
    }

    private Recents recents() {
        KeptFile<Recents> kept = services.kept("recent.json", Recents.format(), complaints::add);
        return kept.read(Recents.NONE);
    }

    @Test
    @Timeout(60)
    void what_is_done_again_and_again_is_not_done_once_it_was_ended_though_it_was_due() throws InterruptedException {
        BlockingQueue<Runnable> due = new LinkedBlockingQueue<>();
        AtomicInteger times = new AtomicInteger();
        Subscription ticking = services(due::add).every(1, TimeUnit.MILLISECONDS, times::incrementAndGet);
        due.take().run();
        Runnable late = due.take();
        ticking.unsubscribe();
        late.run();
        assertThat(times).hasValue(1);
    }

    @Test
    void what_an_earlier_version_kept_beside_the_runs_is_found_and_moved() throws IOException {
        Path old = Files.createDirectories(documents).resolve("recent.json");
        Files.writeString(old, "[\"/a/run\"]");

        assertThat(recents().paths()).containsExactly(Path.of("/a/run"));
        assertThat(configuration.resolve("recent.json")).exists();
        assertThat(old).doesNotExist();
        assertThat(recents().paths()).as("at the next start").containsExactly(Path.of("/a/run"));
        assertThat(complaints).isEmpty();
    }

    @Test
    void what_cannot_be_moved_is_complained_of_and_kept() throws IOException {
        Path old = Files.createDirectories(documents).resolve("recent.json");
        Files.writeString(old, "[\"/a/run\"]");
        Files.writeString(Files.createDirectories(configuration.getParent()).resolve("unroll"), "in the way");

        assertThat(recents()).isEqualTo(Recents.NONE);
        assertThat(complaints).anyMatch(words -> words.contains("recent.json") && words.contains("moved"));
        assertThat(old).hasContent("[\"/a/run\"]");
    }

    @Test
    void what_a_crash_left_is_looked_for_in_the_state_folder() throws IOException {
        Files.writeString(
                Files.createDirectories(documents.resolve("swap").resolve("1")).resolve("changes.json"), "x");

        assertThat(services.swap().resolve("1").resolve("changes.json")).hasContent("x");
        assertThat(services.swap()).startsWith(folder.resolve("state"));
    }
}
