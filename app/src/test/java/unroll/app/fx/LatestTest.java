package unroll.app.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatestTest {
    private final Deque<Runnable> hops = new ArrayDeque<>();
    private final List<String> received = new ArrayList<>();
    private final Latest<String> latest = new Latest<>(hops::add, received::add);

    @Test
    void theNewestValueWinsAndOnlyOneHopIsPending() {
        latest.offer("old");
        latest.offer("newer");
        latest.offer("newest");
        assertThat(hops).hasSize(1);
        hops.remove().run();
        assertThat(received).containsExactly("newest");
    }

    @Test
    void nothingIsReceivedInlineEvenWhenTheThreadIsIdle() {
        latest.offer("value");
        assertThat(received).isEmpty();
    }

    @Test
    void isEmptyOnceItsValueWasReceived() {
        assertThat(latest.isEmpty()).isTrue();
        latest.offer("value");
        assertThat(latest.isEmpty()).isFalse();
        hops.remove().run();
        assertThat(latest.isEmpty()).isTrue();
    }

    @Test
    void aValueOfferedAfterTheHopIsPostedAgain() {
        latest.offer("first");
        hops.remove().run();
        latest.offer("second");
        hops.remove().run();
        assertThat(received).containsExactly("first", "second");
    }

    @Test
    void aValueOfferedWhileReceivingIsNotLost() {
        Latest<String> chatty = new Latest<>(hops::add, value -> {
            received.add(value);
            if (received.size() == 1) {
                latest.offer("from within");
            }
        });
        chatty.offer("outer");
        hops.remove().run();
        hops.remove().run();
        assertThat(received).containsExactly("outer", "from within");
    }
}
