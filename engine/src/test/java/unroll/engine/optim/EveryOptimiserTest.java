package unroll.engine.optim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EveryOptimiserTest {
    @Test
    void what_is_called_every_optimiser_has_each_that_can_be_chosen() {
        assertThat(EveryOptimiser.SMALL.stream().<Class<?>>map(Object::getClass).distinct())
                .containsExactlyInAnyOrder(OptimiserSettings.class.getPermittedSubclasses());
    }
}
