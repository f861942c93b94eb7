package unroll.engine.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unroll.engine.baseline.Baseline;
import unroll.engine.baseline.LinearAutoregression;
import unroll.engine.loss.Loss;
import unroll.engine.sequence.Batch;
import unroll.engine.setting.SettingsException;

class FilmNoiseTest {
    private static Task task(int balls, int resolution, FilmNoise noise) {
        return new BouncingBalls(balls, resolution, 60, 1.2, noise).open();
    }

    /** The film is drawn before the noise: below it lies the film of the same number without. */
    @ParameterizedTest
    @CsvSource({"3, 15", "2, 20", "1, 7"})
    void noiseIsAddedToTheFilmAndTheTargetHasNone(int balls, int resolution) {
        Batch clean = DrawnBatches.test(task(balls, resolution, FilmNoise.NONE), 5, 3);
        Batch denoised = DrawnBatches.test(task(balls, resolution, FilmNoise.DENOISE), 5, 3);
        Batch predicted = DrawnBatches.test(task(balls, resolution, FilmNoise.PREDICT), 5, 3);

        assertThat(denoised.target()).isEqualTo(clean.input());
        assertThat(predicted.target()).isEqualTo(clean.target());
        assertThat(predicted.input()).isEqualTo(denoised.input());
        assertThat(denoised.weight()).isEqualTo(clean.weight()).containsOnly(1);
        for (int i = 0; i < clean.input().length; i++) {
            assertThat(denoised.input()[i]).isBetween(clean.input()[i], 1.0);
        }
    }

    /**
     * Switched with probability .15 from off: after t frames a ball is on with probability (1 - .7^t) / 2, which over 59 frames is
     * 6 x .48 balls on average; the share of the box that one of radius .6 takes is the closed form of a ball, .0103.
     */
    @Test
    void asManyPixelsAreDisturbedAsBallsFlicker() {
        Task task = task(1, 30, FilmNoise.DENOISE);
        Batch batch = DrawnBatches.test(task, 300, 1);
        double sum = 0;
        for (int i = 0; i < batch.input().length; i++) {
            sum += batch.input()[i] - batch.target()[i];
        }
        double on = 0;
        for (int t = 1; t <= 59; t++) {
            on += 6 * (1 - Math.pow(0.7, t)) / 2 / 59;
        }
        double ball = Math.PI * 0.36 * 0.906402477055477 / 100;
        // some lie over each other or over the ball, which takes a 24th of the box
        assertThat(sum / batch.input().length).isBetween(0.9 * on * ball, on * ball);
    }

    /**
     * The figures of a prototype, from frame 5 on: the noisy frame 4.66; the linear filter of five frames 3.56, learned from every fourth frame
     * of 200 films of 100 frames, with a ridge of .01 and without clipping. All frames and predictions from 0 to 1 make it better.
     */
    @Test
    void theLinearFilterTakesAwayAsMuchAsAPrototypeFound() {
        Task task = new BouncingBalls(3, 15, 101, 1.2, FilmNoise.DENOISE).open();
        List<Baseline> baselines = task.baselines();
        assertThat(baselines).extracting(Baseline::name).containsExactly("noisy frame", "linear AR5", "constant");
        Batch training = DrawnBatches.train(task, 200, 1);
        Batch test = DrawnBatches.test(task, 50, 1);
        onlyEvery(1, test);
        assertThat(error(baselines.get(0), training, test, task)).isCloseTo(4.66, within(0.25));
        double all = error(baselines.get(1), training, test, task);
        onlyEvery(4, training);
        double fourth = error(new LinearAutoregression(5, 0.01, Loss.SQUARED), training, test, task);
        assertThat(fourth).isCloseTo(3.56, within(0.25));
        assertThat(all).isLessThan(0.8 * fourth);
    }

    /** Of the frames from the fifth on only every so manyth counts. */
    private static void onlyEvery(int step, Batch batch) {
        for (int t = 0; t < batch.steps(); t++) {
            for (int b = 0; b < batch.sequences(); b++) {
                batch.weight()[batch.weightAt(t, b)] = t >= 4 && ((t - 4) * batch.sequences() + b) % step == 0 ? 1 : 0;
            }
        }
    }

    private static double error(Baseline baseline, Batch training, Batch test, Task task) {
        baseline.fit(training);
        return task.metrics().get(1).score().of(test, baseline.predict(test));
    }

    @Test
    void theNetworkThatDenoisesHasNoFreeRun() {
        assertThat(task(3, 15, FilmNoise.DENOISE).generative()).isFalse();
        assertThat(task(3, 15, FilmNoise.PREDICT).generative()).isTrue();
    }

    @Test
    void aFilmTooShortToHoldTheNoiseIsRefused() {
        assertThatThrownBy(() -> new BouncingBalls(3, 15, 18, 1.2, FilmNoise.PREDICT))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("more than 18 frames");
        assertThat(new BouncingBalls(3, 15, 19, 1.2, FilmNoise.PREDICT).open().steps())
                .isEqualTo(18);
    }
}
