package unroll.engine.task;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import unroll.engine.setting.Schema;

class EveryTaskTest {
    @Test
    void whatIsCalledEveryTaskHasEachThatCanBeChosen() {
        assertThat(EveryTask.SMALL.stream().<Class<?>>map(Object::getClass).distinct())
                .containsExactlyInAnyOrderElementsOf(Schema.choices(TaskSettings.class));
    }
}
