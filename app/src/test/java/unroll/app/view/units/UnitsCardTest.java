package unroll.app.view.units;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitsCardTest {
    @ParameterizedTest
    @CsvSource({
        "-0.001, 0.00",
        "-0.0, 0.00",
        "0.004, 0.00",
        "-0.006, \u22120.01",
        "-1.239, \u22121.24",
        "12, 12.00",
        "NaN, NaN"
    })
    void whatRoundsToZeroHasNoSign(double value, String words) {
        assertThat(UnitsCard.number(value)).isEqualTo(words);
    }
}
