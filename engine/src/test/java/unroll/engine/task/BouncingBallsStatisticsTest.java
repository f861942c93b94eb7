package unroll.engine.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unroll.engine.baseline.Baseline;
import unroll.engine.baseline.CopyLast;
import unroll.engine.baseline.LinearAutoregression;
import unroll.engine.loss.Loss;
import unroll.engine.sequence.Batch;
import unroll.engine.sequence.Metric;

class BouncingBallsStatisticsTest {
    /** The figures compared with were measured on so many test videos. */
    private static final int PUBLISHED_VIDEOS = 100;

    /** Four standard errors are exceeded by chance once in 16,000 times; seeds are fixed, so never twice. */
    private static final double ERRORS = 4;

    private static Task task(int balls, int resolution, int length) {
        return new BouncingBalls(balls, resolution, length, 1.2).open();
    }

    /**
     * The integral of exp(-(d^2/r^2)^4) over the plane is pi r^2 Gamma(5/4): .0410 of the box for each ball, of which
     * 0.0005 may be hidden where balls overlap or reach past a wall.
     */
    @ParameterizedTest(name = "{0} balls, {1} px: {2}")
    @CsvSource({"3, 15, .123", "3, 30, .123", "2, 20, .082", "1, 13, .041"})
    void theMeanPixelIsTheSameAtEveryResolution(int balls, int resolution, double published) {
        Batch batch = DrawnBatches.test(task(balls, resolution, 60), 200, 1);
        DrawnBatches.Estimate perFrame = DrawnBatches.estimate(batch, batch.target(), (same, pixel) -> pixel);
        double pixels = resolution * resolution;
        double tolerance = ERRORS * perFrame.error() / pixels + 0.0005;
        assertThat(perFrame.mean() / pixels).isCloseTo(published, within(tolerance));
        assertThat(tolerance).as("fine enough to notice a radius 1 % off").isLessThan(0.02 * published + 0.0005);
        double closedForm = balls * Math.PI * 1.44 * 0.906402477055477 / 100;
        assertThat(closedForm).isCloseTo(published, within(0.0005));
    }

    @ParameterizedTest(name = "{0} balls, {1} px, {2} frames: {3}")
    @CsvSource({"3, 15, 30, 2.97", "2, 20, 100, 5.07", "3, 30, 100, 11.75"})
    void copyingTheLastFrameCostsWhatWasPublished(int balls, int resolution, int length, double published) {
        Batch test = DrawnBatches.test(task(balls, resolution, length), 150, 3);
        assertPublished(new CopyLast(Loss.LOGISTIC), test, test, published);
    }

    @Test
    void autoregressionCostsWhatWasPublished() {
        Task task = task(3, 15, 30);
        Batch training = DrawnBatches.train(task, 400, 1);
        Batch test = DrawnBatches.test(task, 300, 1);
        assertPublished(new LinearAutoregression(1, 1, Loss.LOGISTIC), training, test, 2.66);
        assertPublished(new LinearAutoregression(2, 1, Loss.LOGISTIC), training, test, 1.27);
    }

    /** Both figures are means over videos: theirs over 100, so its error counts too. Negative control: 10 % off. */
    private static void assertPublished(Baseline baseline, Batch training, Batch test, double published) {
        double[] predictions = DrawnBatches.predictions(baseline, training, test);
        DrawnBatches.Estimate measured = DrawnBatches.estimate(test, predictions, CountedSteps::square);
        double tolerance =
                ERRORS * measured.deviation() * Math.sqrt(1.0 / measured.count() + 1.0 / PUBLISHED_VIDEOS) + 0.005;
        assertThat(measured.mean()).isCloseTo(published, within(tolerance));
        assertThat(0.1 * published).as("the tolerance would notice 10 %").isGreaterThan(tolerance);
    }

    @Test
    void theBaselinesRankAsTheyLookBack() {
        Task task = task(3, 15, 60);
        Batch training = DrawnBatches.train(task, 100, 2);
        Batch test = DrawnBatches.test(task, 50, 2);
        List<Baseline> baselines = task.baselines();
        assertThat(baselines).extracting(Baseline::name).containsExactly("copy last", "linear AR2", "constant");
        for (Metric metric : task.metrics()) {
            double[] scores = baselines.stream()
                    .mapToDouble(
                            baseline -> metric.score().of(test, DrawnBatches.predictions(baseline, training, test)))
                    .toArray();
            assertThat(scores[1]).isPositive().isLessThan(scores[0]);
            assertThat(scores[0]).isLessThan(scores[2]);
        }
    }

    @Test
    void aFrameTooLargeForAutoregressionGoesWithoutIt() {
        assertThat(task(3, 64, 20).baselines()).extracting(Baseline::name).containsExactly("copy last", "constant");
    }

    @Test
    void theFloorIsTheEntropyOfTheTargetsAndThePerfectPredictionReachesIt() {
        Task task = task(3, 15, 30);
        Batch test = DrawnBatches.test(task, 7, 4);
        double crossEntropy = 0;
        for (double p : test.target()) {
            crossEntropy -= (p == 0 ? 0 : p * Math.log(p)) + (p == 1 ? 0 : (1 - p) * Math.log(1 - p));
        }
        assertThat(task.floor(test)).isCloseTo(crossEntropy / 7, within(1e-9));
        assertThat(task.floor(test)).isGreaterThan(1);
        assertThat(task.metrics().getFirst().score().of(test, test.target())).isCloseTo(0, within(1e-12));
        double[] doubtful =
                Arrays.stream(test.target()).map(p -> 0.999 * p + 0.0005).toArray();
        assertThat(task.metrics().getFirst().score().of(test, doubtful)).isGreaterThan(1e-3);
    }
}
