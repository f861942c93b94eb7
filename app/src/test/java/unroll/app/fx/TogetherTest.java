package unroll.app.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class TogetherTest {
    private static final Duration GAP = Duration.ofMillis(160);

    private final HandClock clock = new HandClock();
    private final Deque<Runnable> hops = new ArrayDeque<>();
    private final List<String> done = new ArrayList<>();
    private final Together together = new Together(clock, GAP, hops::add);

    private void comes(String what) {
        together.execute(() -> done.add(what));
    }

    private void hop() {
        hops.remove().run();
    }

    @Test
    void whatComesAfterAQuietWhileIsHandedOnAtOnceAndNeverInline() {
        comes("first");
        assertThat(hops).hasSize(1);
        assertThat(done).isEmpty();
        clock.advance(GAP.multipliedBy(2));
        comes("second");
        assertThat(hops).hasSize(2);
    }

    @Test
    void whatComesWithinTheGapIsHandedOnInOneHopAtItsEnd() {
        comes("first");
        hop();
        comes("second");
        comes("third");
        clock.advance(GAP.minusNanos(1));
        assertThat(hops).isEmpty();
        clock.advance(Duration.ofNanos(1));
        assertThat(hops).hasSize(1);
        hop();
        assertThat(done).containsExactly("first", "second", "third");
    }

    @Test
    void aStreamIsHandedOnOnceAGapAndItsLastIsNeverLost() {
        int offers = 1000;
        int inAGap = 16;
        Latest<Integer> latest = new Latest<>(together, value -> done.add(value.toString()));
        for (int i = 1; i <= offers; i++) {
            latest.offer(i);
            runHops();
            clock.advance(GAP.dividedBy(inAGap));
            runHops();
        }
        clock.advance(GAP);
        runHops();
        assertThat(done).hasSizeBetween(offers / inAGap, offers / inAGap + 2);
        assertThat(done).last().isEqualTo(Integer.toString(offers));
    }

    private void runHops() {
        while (!hops.isEmpty()) {
            hop();
        }
    }

    @Test
    void whoHurriesWaitsForNoGap() {
        comes("first");
        comes("second");
        together.hurry();
        assertThat(hops).hasSize(2);
        together.hurry();
        clock.advance(GAP);
        assertThat(hops).as("there was nothing more").hasSize(2);
    }

    @Test
    void afterTheClockStoppedNothingIsThrownAndNothingIsKept() {
        clock.shutdownNow();
        comes("late");
        comes("later");
        assertThat(hops).isEmpty();
    }
}
