package unroll.engine.task;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import unroll.engine.setting.Presets;

class BouncingBallsPresetsTest {
    @Test
    void theFilmsOfTheThesisKeepLengthAndNoise() {
        Presets own = new BouncingBalls(5, 12, 77, 0.8, FilmNoise.PREDICT);
        assertThat(own.presets().values())
                .containsExactly(
                        new BouncingBalls(2, 20, 77, 1.2, FilmNoise.PREDICT),
                        new BouncingBalls(3, 30, 77, 1.2, FilmNoise.PREDICT),
                        new BouncingBalls(3, 18, 77, 1.2, FilmNoise.PREDICT),
                        new BouncingBalls(3, 15, 77, 1.2, FilmNoise.PREDICT));
        assertThat(own.presets()).containsKey("thesis: 30 \u00d7 30, 3 balls");
    }
}
