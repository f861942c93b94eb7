package unroll.engine.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unroll.engine.baseline.Baseline;
import unroll.engine.data.DataException;
import unroll.engine.motion.GroundPlace;
import unroll.engine.motion.Upright;
import unroll.engine.motion.Vector;
import unroll.engine.sequence.Batch;
import unroll.engine.sequence.Metric;
import unroll.engine.setting.FilePath;

class MotionTasksTest {
    @TempDir
    private Path folder;

    /** Somebody with two joints who goes along a circle and nods. */
    private Path circle(String name, int frames) throws IOException {
        StringBuilder text =
                new StringBuilder("""
                    HIERARCHY
                    ROOT hip
                    {
                    OFFSET 0 0 0
                    CHANNELS 6 Xposition Yposition Zposition Yrotation Xrotation Zrotation
                    JOINT head
                    {
                    OFFSET 0 1 0
                    CHANNELS 3 Yrotation Xrotation Zrotation
                    }
                    }
                    MOTION
                    """).append("Frames: ").append(frames).append("\nFrame Time: 0.05\n");
        for (int t = 0; t < frames; t++) {
            text.append(String.format(
                    Locale.ROOT,
                    "%.6f 1 %.6f %.6f 0 0 0 %.6f 0%n",
                    -Math.cos(0.1 * t),
                    Math.sin(0.1 * t),
                    Math.toDegrees(0.1 * t + 0.1 * Math.sin(0.7 * t)),
                    10 * Math.sin(t)));
        }
        return Files.writeString(folder.resolve(name), text);
    }

    private static OwnMotion own(Path source, int window) {
        return new OwnMotion(new FilePath(source), 30, window, Upright.FOUND);
    }

    @Test
    void inputAndTargetAreNeighboursStandardisedByTheTrainingPart() throws IOException {
        circle("a.bvh", 400);
        circle("b.bvh", 200);
        Task task = own(folder, 20).open();
        assertThat(task.inputs()).isEqualTo(4);
        assertThat(task.outputs()).isEqualTo(4);
        assertThat(task.generative()).isTrue();
        assertThat(task.understood().getFirst()).startsWith("2 files: 600 frames of 2 joints");

        Batch batch = DrawnBatches.train(task, 300, 1);
        double sum = 0;
        double square = 0;
        for (int t = 0; t + 1 < task.steps(); t++) {
            for (int b = 0; b < 300; b++) {
                for (int i = 0; i < 4; i++) {
                    assertThat(batch.input()[batch.inputAt(t + 1, b) + i])
                            .isEqualTo(batch.target()[batch.targetAt(t, b) + i]);
                }
                double nod = batch.input()[batch.inputAt(t, b) + 3];
                sum += nod / 300 / (task.steps() - 1);
                square += nod * nod / 300 / (task.steps() - 1);
            }
        }
        assertThat(sum).isCloseTo(0, within(0.05));
        assertThat(square).isCloseTo(1, within(0.1));
    }

    /** Rows that the network has become the circle that was recorded. */
    @Test
    void theNetworksNumbersAreABodyAgain() throws IOException {
        Task task = own(circle("a.bvh", 200), 30).open();
        Appearance.StickFigure figure = (Appearance.StickFigure) task.appearance();
        assertThat(figure.frameTime()).isCloseTo(0.05, within(1e-12));
        Batch batch = DrawnBatches.train(task, 1, 1);
        GroundPlace place = GroundPlace.ORIGIN;
        for (int t = 0; t < 30; t++) {
            float[] numbers = new float[task.outputs()];
            for (int o = 0; o < numbers.length; o++) {
                numbers[o] = (float) batch.target()[batch.targetAt(t, 0) + o];
            }
            GroundPlace next = figure.code().after(figure.row(numbers), place);
            assertThat(Math.hypot(next.x() - place.x(), next.z() - place.z()))
                    .isCloseTo(2 * Math.sin(0.05), within(1e-4));
            Vector[] body = figure.code().positions(figure.row(numbers), next);
            assertThat(body[0].y()).isCloseTo(1, within(1e-6));
            assertThat(body[1].y() - body[0].y()).isCloseTo(1, within(0.02));
            place = next;
        }
    }

    @Test
    void aWindowIsFittedToShortMotions() throws IOException {
        OwnMotion wanted = own(circle("a.bvh", 60), 50);
        assertThatThrownBy(wanted::open).isInstanceOf(DataException.class).hasMessageContaining("a window of 50 steps");
        TaskSettings.Fitted fitted = wanted.fitted();
        assertThat(((OwnMotion) fitted.settings()).window()).isEqualTo(10);
        assertThat(fitted.task().steps()).isEqualTo(10);
    }

    @Test
    void theWalkerIs49NumbersAndLinearRegressionOfTwoFramesBeatsThatOfOneAndCopies() {
        Task task = new Walking(100, 30).open();
        assertThat(task.inputs()).isEqualTo(49);
        Batch training = DrawnBatches.train(task, 60, 1);
        Batch test = DrawnBatches.test(task, 30, 1);
        Metric metric = task.metrics().get(1);
        assertThat(metric.name()).isEqualTo("squared error per dimension and step");
        double[] errors = task.baselines().stream()
                .mapToDouble(baseline -> score(baseline, training, test, metric))
                .toArray();
        assertThat(task.baselines())
                .extracting(Baseline::name)
                .containsExactly("copy last", "linear AR1", "linear AR2", "constant");
        assertThat(errors[0]).isBetween(0.01, 0.04);
        assertThat(errors[1]).isLessThan(0.5 * errors[0]);
        assertThat(errors[2]).isLessThan(0.5 * errors[1]).isGreaterThan(1e-4);
        assertThat(errors[3]).isBetween(0.6, 1.4);
    }

    private static double score(Baseline baseline, Batch training, Batch test, Metric metric) {
        baseline.fit(training);
        return metric.score().of(test, baseline.predict(test));
    }

    @Test
    void twoRunsSeeTheSameWalker() {
        Batch one = DrawnBatches.train(new Walking(50, 30).open(), 2, 7);
        assertThat(DrawnBatches.train(new Walking(50, 30).open(), 2, 7).input()).isEqualTo(one.input());
        assertThat(List.of(one.input()[0]))
                .isNotEqualTo(List.of(
                        DrawnBatches.train(new Walking(50, 30).open(), 2, 8).input()[0]));
    }
}
