package unroll.engine.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class WorkersTest {
    @ParameterizedTest(name = "{0} threads")
    @ValueSource(ints = {1, 2, 3, 5})
    void every_piece_of_every_round_is_done_exactly_once(int threads) {
        try (Workers workers = new Workers(threads)) {
            for (int pieces : new int[] {1, 2, 3, 7, 40}) {
                AtomicIntegerArray done = new AtomicIntegerArray(pieces);
                for (int round = 1; round <= 500; round++) {
                    workers.run(pieces, done::incrementAndGet);
                    for (int piece = 0; piece < pieces; piece++) {
                        assertThat(done.get(piece)).isEqualTo(round);
                    }
                }
            }
        }
    }

    @ParameterizedTest(name = "{0} threads")
    @ValueSource(ints = {1, 2, 5})
    void a_pieces_failure_is_thrown_after_the_others_are_done_and_the_workers_go_on(int threads) {
        try (Workers workers = new Workers(threads)) {
            AtomicIntegerArray done = new AtomicIntegerArray(20);
            IntConsumer faulty = piece -> {
                if (piece == 7) {
                    throw new IllegalStateException("piece 7 broke");
                }
                done.incrementAndGet(piece);
            };
            for (int round = 1; round <= 50; round++) {
                assertThatThrownBy(() -> workers.run(20, faulty)).hasMessage("piece 7 broke");
                for (int piece = 0; piece < 20; piece++) {
                    assertThat(done.get(piece)).isEqualTo(piece == 7 ? 0 : round);
                }
            }
            workers.run(20, done::incrementAndGet);
            assertThat(done.get(7)).isEqualTo(1);
        }
    }

    @Test
    void an_error_in_a_piece_is_thrown_with_its_cause() {
        try (Workers workers = new Workers(2)) {
            assertThatThrownBy(() -> workers.run(3, piece -> {
                        throw new StackOverflowError("deep");
                    }))
                    .hasRootCauseMessage("deep");
        }
    }

    @Test
    void threads_that_slept_long_wake_up_for_the_next_round() throws InterruptedException {
        try (Workers workers = new Workers(3)) {
            AtomicIntegerArray done = new AtomicIntegerArray(9);
            for (int round = 1; round <= 5; round++) {
                Thread.sleep(20); // long past the spinning
                workers.run(9, done::incrementAndGet);
                for (int piece = 0; piece < 9; piece++) {
                    assertThat(done.get(piece)).isEqualTo(round);
                }
            }
        }
    }
}
