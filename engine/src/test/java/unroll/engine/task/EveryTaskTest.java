package unroll.engine.task;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EveryTaskTest {
    @Test
    void whatIsCalledEveryTaskHasEachThatCanBeChosen() {
        assertThat(EveryTask.SMALL.stream().<Class<?>>map(Object::getClass).distinct())
                .containsExactlyInAnyOrder(TaskSettings.class.getPermittedSubclasses());
    }
}
