package unroll.app.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TempoTest {
    @ParameterizedTest(name = "{0} updates in {1} s")
    @CsvSource({
        "1, 20, ONE",
        "20, 20, ONE",
        "21, 20, TWO",
        "40, 20, TWO",
        "41, 20, FIVE",
        "100, 20, FIVE",
        "101, 20, TWENTY",
        "400, 20, TWENTY",
        "100000, 20, TWENTY",
        "9, 3, FIVE"
    })
    void theSlowestIsTakenThatEndsInTimeAndNoneThatCannotBeFollowed(long updates, double seconds, Tempo tempo) {
        assertThat(Tempo.within(updates, seconds)).isEqualTo(tempo);
    }

    @Test
    void fasterAndSlowerEndAtTheFastestAndTheSlowest() {
        assertThat(Tempo.TWO.faster(1)).isEqualTo(Tempo.FIVE);
        assertThat(Tempo.TWO.faster(-1)).isEqualTo(Tempo.ONE);
        assertThat(Tempo.ONE.faster(-1)).isEqualTo(Tempo.ONE);
        assertThat(Tempo.FULL.faster(1)).isEqualTo(Tempo.FULL);
        assertThat(Tempo.ONE.faster(7)).isEqualTo(Tempo.FULL);
    }
}
