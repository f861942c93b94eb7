package unroll.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EveryModelTest {
    @Test
    void what_is_called_every_model_has_each_that_can_be_chosen() {
        assertThat(EveryModel.SMALL.stream().<Class<?>>map(Object::getClass).distinct())
                .containsExactlyInAnyOrder(ModelSettings.class.getPermittedSubclasses());
    }
}
