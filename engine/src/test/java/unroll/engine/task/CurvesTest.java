package unroll.engine.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.baseline.Baseline;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;
import unroll.engine.sequence.Batch;
import unroll.engine.sequence.Metric;
import unroll.engine.sequence.Split;

class CurvesTest {
    private static Batch batch(Curves settings, int sequences, long first) {
        Task task = settings.open();
        Batch batch = task.batch(sequences);
        Philox random = new Philox(3, Purpose.TEST_DATA);
        for (int b = 0; b < sequences; b++) {
            task.draw(Split.TEST, random.restart(3, Purpose.TEST_DATA, first + b), batch, b);
        }
        return batch;
    }

    /** The same points drawn here, the curve followed in four thousand steps. */
    @ParameterizedTest(name = "resolution {0}")
    @ValueSource(ints = {8, 13, 28})
    void aPixelIsAsBrightAsItIsNearToTheCurve(int resolution) {
        Batch batch = batch(new Curves(resolution, 3), 2, 5);
        for (int b = 0; b < 2; b++) {
            Philox random = new Philox(3, Purpose.TEST_DATA).restart(3, Purpose.TEST_DATA, 5 + b);
            for (int t = 0; t < 3; t++) {
                double[] points = new double[6];
                for (int i = 0; i < 6; i++) {
                    points[i] = random.uniform(2, resolution - 2);
                }
                for (int pixel = 0; pixel < resolution * resolution; pixel++) {
                    double x = pixel % resolution + 0.5;
                    double y = Math.floorDiv(pixel, resolution) + 0.5;
                    double expected = Math.clamp(1.5 - distance(points, x, y), 0, 1);
                    // 24 straight pieces leave the curve by |a - 2b + c| / (4 * 24^2) at most
                    double flat = 2 * Math.sqrt(2) * resolution / (4 * 24 * 24) + 0.01;
                    assertThat(batch.target()[batch.targetAt(t, b) + pixel]).isCloseTo(expected, within(flat));
                    assertThat(batch.input()[batch.inputAt(t, b) + pixel])
                            .isEqualTo(batch.target()[batch.targetAt(t, b) + pixel]);
                }
            }
        }
    }

    private static double distance(double[] p, double x, double y) {
        double nearest = Double.POSITIVE_INFINITY;
        for (int i = 0; i <= 4000; i++) {
            double s = i / 4000.0;
            double cx = (1 - s) * (1 - s) * p[0] + 2 * s * (1 - s) * p[2] + s * s * p[4];
            double cy = (1 - s) * (1 - s) * p[1] + 2 * s * (1 - s) * p[3] + s * s * p[5];
            nearest = Math.min(nearest, Math.hypot(cx - x, cy - y));
        }
        return nearest;
    }

    @Test
    void sixComponentsOfALinearCodeAreBetterThanNoneAndFarFromEnough() {
        Task task = new Curves(16, 5).open();
        Batch learned = batch(new Curves(16, 5), 100, 0);
        Batch judged = batch(new Curves(16, 5), 20, 1000);
        Metric square = task.metrics().get(1);
        double[] errors = task.baselines().stream()
                .mapToDouble(baseline -> error(baseline, learned, judged, square))
                .toArray();
        assertThat(task.baselines()).extracting(Baseline::name).containsExactly("PCA 6", "constant");
        assertThat(errors[0]).isLessThan(0.9 * errors[1]).isGreaterThan(0.3 * errors[1]);
    }

    private static double error(Baseline baseline, Batch learned, Batch judged, Metric metric) {
        baseline.fit(learned);
        return metric.score().of(judged, baseline.predict(judged));
    }

    @Test
    void perfectPicturesCostNothingAndDamagedOnesSome() {
        Task task = new Curves(10, 4).open();
        Batch batch = batch(new Curves(10, 4), 3, 0);
        double[] damaged = batch.target().clone();
        damaged[17] = 0.5 + damaged[17] / 4;
        for (Metric metric : task.metrics()) {
            assertThat(metric.score().of(batch, batch.target())).isCloseTo(0, within(1e-12));
            assertThat(metric.score().of(batch, damaged)).isPositive();
        }
        assertThat(task.generative()).isFalse();
    }

    @Test
    void tooSmallPicturesAreRefused() {
        assertThatThrownBy(() -> new Curves(7, 1)).hasMessageContaining("8 pixels");
        assertThatThrownBy(() -> new Curves(28, 0)).hasMessageContaining("one picture");
    }
}
