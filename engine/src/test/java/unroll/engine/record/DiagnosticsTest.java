package unroll.engine.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import unroll.engine.optim.Gauge;
import unroll.engine.optim.Reading;

class DiagnosticsTest {
    private static final List<Gauge> GAUGES = List.of(
            new Gauge("lambda", "damping", Gauge.Presentation.LOGARITHMIC, List.of()),
            new Gauge("stop", "why", Gauge.Presentation.WORDS, List.of()));

    private static List<Reading> reported(double lambda) {
        return List.of(Reading.of("lambda", lambda), Reading.of("stop", "at " + lambda));
    }

    private static Diagnostics grown(int updates) {
        Diagnostics inside = new Diagnostics(GAUGES);
        for (int i = 1; i <= updates; i++) {
            inside.add(i, reported(i / 8.0));
        }
        return inside;
    }

    @Test
    void every_reading_of_every_update_is_there() {
        for (int updates : new int[] {0, 1, 15, 16, 17, 207}) {
            Diagnostics.Readings readings = grown(updates).readings();
            assertThat(readings.size()).isEqualTo(updates);
            for (int i = 0; i < updates; i++) {
                assertThat(readings.update(i)).isEqualTo(i + 1);
                assertThat(readings.number(i, 0)).isEqualTo((i + 1) / 8.0);
                assertThat(readings.words(i, 0)).isEmpty();
                assertThat(readings.number(i, 1)).isNaN();
                assertThat(readings.words(i, 1)).isEqualTo("at " + (i + 1) / 8.0);
            }
        }
    }

    @Test
    void a_view_stays_as_it_was_when_updates_are_made_and_made_anew() {
        Diagnostics inside = grown(10);
        Diagnostics.Readings before = inside.readings();
        inside.add(8, reported(77));
        inside.add(9, reported(78));
        assertThat(before.size()).isEqualTo(10);
        assertThat(before.number(7, 0)).isEqualTo(1);
        assertThat(before.number(9, 0)).isEqualTo(1.25);
        assertThat(inside.readings().size()).isEqualTo(9);
        assertThat(inside.readings().number(7, 0)).isEqualTo(77);
        assertThat(inside.readings().words(8, 1)).isEqualTo("at 78.0");
        assertThat(inside.readings().number(6, 0)).isEqualTo(7 / 8.0);
    }

    @Test
    void an_update_that_told_nothing_leaves_no_row() {
        Diagnostics inside = grown(3);
        inside.add(4, List.of());
        inside.add(5, reported(5));
        assertThat(inside.readings().size()).isEqualTo(4);
        assertThat(inside.readings().update(3)).isEqualTo(5);
        Diagnostics silent = new Diagnostics(List.of());
        silent.add(1, List.of());
        assertThat(silent.readings().size()).isZero();
    }
}
