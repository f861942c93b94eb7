package unroll.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FailuresShownTest extends BenchTest {
    private String notice() {
        return BenchFixture.onWindow(this::shown);
    }

    private String shown() {
        return fixture.bench.shell().noticeProperty().get();
    }

    @Test
    void a_failure_that_nothing_caught_is_a_sentence_in_the_window() {
        Thread thread = new Thread(() -> fixture.bench.complain(new OutOfMemoryError("Java heap space")));
        thread.start();
        fixture.await("it is said", () -> shown().contains("too little memory"));
        assertThat(notice()).doesNotContain("OutOfMemoryError");
    }

    @Test
    void show_log_shows_the_newest_file_or_says_that_there_is_none() throws IOException {
        BenchFixture.doOnWindow(() -> fixture.run("window.log"));
        assertThat(notice()).contains("There is no log").contains(folder.toString());
        assertThat(fixture.revealed).isEmpty();

        Path log = log();
        BenchFixture.doOnWindow(() -> fixture.run("window.log"));
        assertThat(fixture.revealed).containsExactly(log);
    }

    @Test
    void what_could_not_be_opened_is_forgotten_once_something_opens_well() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.json"), "{");
        Path good = Files.writeString(folder.resolve("good.json"), SMALL);

        BenchFixture.doOnWindow(() -> fixture.bench.open(broken));
        fixture.await("it is said", () -> shown().contains("broken.json"));
        BenchFixture.doOnWindow(() -> fixture.bench.open(good));
        fixture.await("it is open", () -> training.openProperty().get());

        assertThat(notice()).isEmpty();
    }

    private Path log() throws IOException {
        return Files.writeString(folder.resolve("unroll-0.0.log"), "started\n");
    }
}
