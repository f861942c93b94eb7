package unroll.engine.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers that only tell rows apart are neither moments nor learned. */
class IdentifiersTest extends TableTest {
    @ParameterizedTest
    @CsvSource({
        "id, 2024000000001, 1, COUNTED",
        "code, 2024000000001, 1, COUNTED",
        "id, 1700000001, 1, COUNTED",
        "x, 1700000001, 1, SECONDS",
        "x, 1700000000000, 4, SECONDS",
        "timestamp, 1700000000000, 1, SECONDS",
    })
    void theyAreTimeAsTheyCount(String name, long first, int step, TimeAxis.Scale scale) throws IOException {
        SeriesSplit split = read(name + ",a@" + rows(30, i -> first + (long) step * i + "," + i * i % 7));
        assertThat(split.columns()).containsExactly("a");
        assertThat(split.shape().time().orElseThrow().scale()).isEqualTo(scale);
    }

    @ParameterizedTest
    @CsvSource({"order, a", "customerId, a", "client_id, a", "paid, 'paid, a'", "node, 'node, a'"})
    void whereTheyRiseUnevenlyTheyAreLeftOut(String name, String learned) throws IOException {
        SeriesSplit split = read(name + ",a@" + rows(30, i -> 5_000_007 + 7 * i + i % 3 + "," + i * i % 7));
        assertThat(String.join(", ", split.columns())).isEqualTo(learned);
        assertThat(split.shape().time()).isEmpty();
    }

    /** Beyond what a double tells from rounding, and like a date with its time. */
    @Test
    void longOnesThatLookLikeDatesAreLeftOutToo() throws IOException {
        SeriesSplit split = read("order no.,a@" + rows(30, i -> 20240101000001L + i + "," + i * i % 7));
        assertThat(split.columns()).containsExactly("a");
        assertThat(split.shape().time()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"id, 'id, a'"})
    void numbersThatGoUpAndDownAreLearnedWhateverTheyAreCalled(String name, String learned) throws IOException {
        SeriesSplit split = read(name + ",a@" + rows(30, i -> i * i % 11 + "," + i * i % 7));
        assertThat(String.join(", ", split.columns())).isEqualTo(learned);
    }
}
