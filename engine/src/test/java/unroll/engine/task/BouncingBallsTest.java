package unroll.engine.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unroll.engine.loss.Loss;
import unroll.engine.sequence.Metric;
import unroll.engine.setting.SettingsException;

class BouncingBallsTest {
    @Test
    void theTaskIsTheVideosNextFrame() {
        Task task = new BouncingBalls(3, 15, 60, 1.2).open();
        assertThat(task.inputs()).isEqualTo(225);
        assertThat(task.outputs()).isEqualTo(225);
        assertThat(task.steps()).isEqualTo(59);
        assertThat(task.loss()).isEqualTo(Loss.LOGISTIC);
        assertThat(task.appearance()).isEqualTo(new Appearance.Picture(15, 15, false, OptionalDouble.of(1.2)));
        assertThat(task.metrics()).extracting(Metric::name).containsExactly("KL per frame", "squared error per frame");
        assertThat(task.solved(new double[] {0, 0})).isFalse();
    }

    @ParameterizedTest(name = "{0} balls of radius {1}")
    @CsvSource({"2, 3", "8, 1.2", "3, 2.5", "8, 3", "1, 6"})
    void ballsThatDoNotFitAreRefused(int balls, double radius) {
        assertThatThrownBy(() -> new BouncingBalls(balls, 15, 60, radius))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("crowd the box; take fewer or smaller ones");
    }

    @ParameterizedTest(name = "{0} balls of radius {1}")
    @CsvSource({"1, 3", "2, 2.4", "3, 1.2", "5, 1.2", "8, .8"})
    void ballsThatFitAreDrawn(int balls, double radius) {
        assertThat(DrawnBatches.train(new BouncingBalls(balls, 15, 60, radius).open(), 20, 1)
                        .weight())
                .containsOnly(1);
    }

    @ParameterizedTest(name = "balls {0}, resolution {1}, length {2}, radius {3}")
    @CsvSource({"0, 15, 60, 1.2", "3, 4, 60, 1.2", "3, 15, 6, 1.2", "3, 15, 60, 0", "3, 15, 60, NaN"})
    void settingsOutOfRangeAreRefused(int balls, int resolution, int length, double radius) {
        assertThatThrownBy(() -> new BouncingBalls(balls, resolution, length, radius))
                .isInstanceOf(SettingsException.class);
    }
}
