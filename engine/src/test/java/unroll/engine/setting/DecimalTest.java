package unroll.engine.setting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTest {
    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "0",
                "-0",
                "1",
                "-2",
                "0.95",
                "0.1",
                "1200",
                "100",
                "0.0001",
                "0.00012",
                "9999999",
                "1234567.5",
                "1e-6",
                "3e-5",
                "9.9e-5",
                "-1.25e-7",
                "1e7",
                "1.5e9",
                "1e300",
                "4.9e-324",
                "1.7976931348623157e308",
                "0.30000000000000004",
                "NaN",
                "Infinity"
            })
    void isWrittenAsAPersonWritesIt(String text) {
        assertThat(Decimal.text(Double.parseDouble(text))).isEqualTo(text);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {"0", "7", "-999", "1.5", "16777217", "-123456789012345", "1e15", "1e-6", "NaN", "-Infinity"})
    void isWrittenInFullAsItStandsInATable(String text) {
        assertThat(Decimal.inFull(Double.parseDouble(text))).isEqualTo(text);
    }

    @Test
    void readsBackAsTheSameDouble() {
        Random random = new Random(7);
        for (int i = 0; i < 100_000; i++) {
            double value = i % 2 == 0
                    ? Double.longBitsToDouble(random.nextLong())
                    : random.nextInt(100_000) * Math.pow(10, random.nextInt(20) - 12);
            String text = Decimal.text(value);
            assertThat(Double.doubleToLongBits(Double.parseDouble(text)))
                    .as(text)
                    .isEqualTo(Double.doubleToLongBits(value));
        }
    }
}
