package unroll.app.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void numbersHaveThreeFigures() {
        assertThat(Numbers.measured(24.61)).isEqualTo("24.6");
        assertThat(Numbers.measured(0.03124)).isEqualTo("0.0312");
        assertThat(Numbers.measured(0.001256)).isEqualTo("0.00126");
        assertThat(Numbers.measured(0.000256)).isEqualTo("2.6e\u22124");
        assertThat(Numbers.measured(1234)).isEqualTo("1,234");
        assertThat(Numbers.measured(8.23e-5)).isEqualTo("8.2e\u22125");
        assertThat(Numbers.measured(-4e12)).isEqualTo("\u22124.0e12");
        assertThat(Numbers.measured(Double.NaN)).isEqualTo("NaN");
        assertThat(Numbers.measured(-0.5)).isEqualTo("\u22120.500");
    }

    @Test
    void ticksAreShort() {
        assertThat(Numbers.tick(20_000)).isEqualTo("20k");
        assertThat(Numbers.tick(1500)).isEqualTo("1,500");
        assertThat(Numbers.tick(0.3)).isEqualTo("0.3");
        assertThat(Numbers.tick(1e-5)).isEqualTo("1e\u22125");
        assertThat(Numbers.tick(2e12)).isEqualTo("2e12");
    }

    @Test
    void timesAreSpoken() {
        assertThat(Numbers.time(Duration.ofSeconds(192))).isEqualTo("3 min 12 s");
        assertThat(Numbers.ago(Duration.ofHours(3))).isEqualTo("3 h ago");
    }

    @Test
    void bytesHaveThreeFiguresInTheLargestUnitThatKeepsThemBelowAThousand() {
        assertThat(Numbers.bytes(0)).isEqualTo("0.00 KiB");
        assertThat(Numbers.bytes(187_392)).isEqualTo("183 KiB");
        assertThat(Numbers.bytes(999.4 * 1024)).isEqualTo("999 KiB");
        assertThat(Numbers.bytes(999.6 * 1024)).isEqualTo("0.98 MiB");
        assertThat(Numbers.bytes(12.34 * (1 << 20))).isEqualTo("12.3 MiB");
        assertThat(Numbers.bytes(5e15)).isEqualTo("4547 TiB");
    }
}
