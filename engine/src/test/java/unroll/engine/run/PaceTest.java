package unroll.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How updates are held back, by a clock that only the test moves. */
class PaceTest {
    private static final long MILLISECOND = 1_000_000;

    private final AtomicLong time = new AtomicLong(Long.MAX_VALUE - 3);
    private final Pace pace = new Pace(time::get);

    /** Makes an update as soon as it may be made; says how many milliseconds were waited. */
    private long update(long number, long takes) {
        long waited = 0;
        while (pace.patience() > 0) {
            long patience = pace.patience();
            time.addAndGet(patience * MILLISECOND);
            waited += patience;
        }
        time.addAndGet(takes * MILLISECOND);
        pace.count(number);
        return waited;
    }

    @Test
    void nothingIsHeldBackUnlessThatIsAsked() {
        pace.restart(0);
        for (int i = 1; i <= 10; i++) {
            assertThat(update(i, i)).isZero();
        }
    }

    @ParameterizedTest(name = "{0} a second, each takes {1} ms")
    @CsvSource({"1, 30, 970", "2, 0, 500", "20, 49, 1", "20, 50, 0", "20, 77, 0", "1000, 3, 0"})
    void updatesAreSoFarApart(double perSecond, long takes, long waits) {
        pace.limit(perSecond);
        pace.restart(0);
        assertThat(update(1, takes)).as("the first is not waited for").isZero();
        for (int i = 2; i <= 6; i++) {
            assertThat(update(i, takes)).isEqualTo(waits);
        }
    }

    @Test
    void anUpdateThatWasLateIsNotMadeUpFor() {
        pace.limit(10);
        pace.restart(0);
        update(1, 350);
        assertThat(update(2, 10)).as("at once").isZero();
        assertThat(update(3, 10)).isEqualTo(90);
        assertThat(update(4, 10)).isEqualTo(90);
    }

    @Test
    void whoSpeedsUpOrStepsDoesNotWaitForWhatWasSlow() {
        pace.limit(0.01);
        pace.restart(0);
        update(1, 0);
        assertThat(pace.patience()).isEqualTo(100_000);
        pace.limit(4);
        assertThat(pace.patience()).isEqualTo(250);
        pace.limit(Double.POSITIVE_INFINITY);
        assertThat(pace.patience()).isZero();
        pace.limit(0.01);
        update(2, 0);
        update(3, 0);
        pace.restart(3);
        assertThat(pace.patience()).as("a step that somebody asks for").isZero();
    }

    @Test
    void aSlowBeginningDoesNotStandForSeconds() {
        pace.restart(0);
        update(1, 100);
        for (int i = 2; i <= 101; i++) {
            update(i, 4);
        }
        assertThat(pace.perSecond())
                .as("101 updates in half a second, not the 10 a second of the first")
                .isBetween(200.0, 204.0);
    }

    @Test
    void theSpeedIsThatOfTheUpdatesAsTheyAreMade() {
        pace.limit(5);
        pace.restart(0);
        for (int i = 1; i <= 40; i++) {
            update(i, 3);
        }
        assertThat(pace.perSecond()).isBetween(4.9, 5.1);
    }
}
