package unroll.engine.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SamplerTest {
    private static final double[] PREDICTED = {0.1, 0, 0.6, 0.3};
    private static final int DRAWS = 40_000;

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 1, 2.5})
    void symbols_are_as_frequent_as_the_temperature_says(double temperature) {
        Sampler sampler = new Sampler(temperature, 4);
        int[] counts = new int[PREDICTED.length];
        for (int i = 0; i < DRAWS; i++) {
            counts[sampler.draw(PREDICTED)]++;
        }
        double sum = 0;
        for (double p : PREDICTED) {
            sum += Math.pow(p, 1 / temperature);
        }
        for (int symbol = 0; symbol < counts.length; symbol++) {
            double p = Math.pow(PREDICTED[symbol], 1 / temperature) / sum;
            assertThat((double) counts[symbol] / DRAWS)
                    .isCloseTo(p, within(1e-12 + 5 * Math.sqrt(p * (1 - p) / DRAWS))); // five standard errors
        }
    }

    @Test
    void the_same_stream_gives_the_same_symbols() {
        Sampler sampler = new Sampler(1, 4);
        sampler.restart(7);
        int[] first = sampler(sampler);
        sampler.restart(8);
        assertThat(sampler(sampler)).isNotEqualTo(first);
        sampler.restart(7);
        assertThat(sampler(sampler)).isEqualTo(first);
    }

    private static int[] sampler(Sampler sampler) {
        int[] symbols = new int[30];
        for (int i = 0; i < symbols.length; i++) {
            symbols[i] = sampler.draw(PREDICTED);
        }
        return symbols;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN})
    void a_temperature_that_is_none_is_refused(double temperature) {
        assertThatThrownBy(() -> new Sampler(temperature, 1)).hasMessageContaining("above 0");
    }
}
