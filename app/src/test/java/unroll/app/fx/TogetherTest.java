package unroll.app.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TogetherTest {
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final Deque<Runnable> hops = new ArrayDeque<>();
    private final List<String> done = new ArrayList<>();

    @AfterEach
    void stopTheClock() {
        clock.shutdownNow();
    }

    @Test
    void whatComesWithinAWhileIsHandedOnInOneHop() throws Exception {
        Together together = new Together(clock, Duration.ofMillis(50), hops::add);
        together.execute(() -> done.add("first"));
        together.execute(() -> done.add("second"));
        assertThat(hops).isEmpty();
        clock.shutdown();
        assertThat(clock.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        assertThat(hops).hasSize(1);
        hops.remove().run();
        assertThat(done).containsExactly("first", "second");
    }

    @Test
    void afterTheClockStoppedNothingIsThrownAndNothingIsKept() {
        Together together = new Together(clock, Duration.ofMillis(1), hops::add);
        clock.shutdownNow();
        together.execute(() -> done.add("late"));
        together.execute(() -> done.add("later"));
        assertThat(hops).isEmpty();
        assertThat(done).isEmpty();
    }
}
