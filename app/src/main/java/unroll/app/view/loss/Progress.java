package unroll.app.view.loss;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import unroll.app.chart.Curve;
import unroll.app.chart.Level;
import unroll.app.chart.LossData;
import unroll.app.chart.Scores;
import unroll.app.view.LiveAnswer;
import unroll.engine.record.BaselineScores;
import unroll.engine.record.TrainingCurves;
import unroll.engine.run.Snapshot;
import unroll.engine.run.State;
import unroll.engine.sequence.Metric;
import unroll.engine.task.Task;

/**
 * How far a run has come, in the form that the views draw.
 *
 * @param update updates made
 * @param loss its curves
 * @param scores of its newest test
 */
public record Progress(long update, LossData loss, Scores scores) implements LiveAnswer {
    /** Before the first update. */
    public static final Progress NONE = new Progress(0, LossData.EMPTY, Scores.EMPTY);

    /**
     * From the newest snapshot of a trainer.
     *
     * @param metrics of its tests
     */
    public static Progress of(
            Task task,
            List<Metric> metrics,
            Snapshot snapshot,
            List<BaselineScores> baselines,
            Optional<LossData.Left> left) {
        return new Progress(
                snapshot.update(),
                loss(snapshot, baselines, left),
                scores(task, metrics, snapshot.curves(), baselines));
    }

    private static LossData loss(Snapshot snapshot, List<BaselineScores> baselines, Optional<LossData.Left> left) {
        TrainingCurves curves = snapshot.curves();
        int size = judged(curves) ? curves.size() : 0;
        double[] x = new double[size];
        double[] y = new double[size];
        for (int i = 0; i < size; i++) {
            x[i] = curves.update(i);
            y[i] = curves.train(i);
        }
        int tests = curves.tests();
        double[] testX = new double[tests];
        double[] testY = new double[tests];
        for (int i = 0; i < tests; i++) {
            testX[i] = curves.testUpdate(i);
            testY[i] = curves.test(i, 0);
        }
        OptionalLong broken =
                snapshot.state() == State.DIVERGED ? OptionalLong.of(snapshot.update() + 1) : OptionalLong.empty();
        return new LossData(new Curve(x, y), new Curve(testX, testY), levels(baselines, 0), left, broken);
    }

    /** Whether the training values are losses: those of a Boltzmann machine are no numbers, and are seen as a gauge. */
    private static boolean judged(TrainingCurves curves) {
        return curves.size() == 0 || !Double.isNaN(curves.train(0));
    }

    private static Scores scores(
            Task task, List<Metric> metrics, TrainingCurves curves, List<BaselineScores> baselines) {
        int tests = curves.tests();
        if (tests == 0) {
            return Scores.EMPTY;
        }
        double[] values = new double[metrics.size()];
        List<Scores.Score> scores = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            values[i] = curves.test(tests - 1, i);
            Metric metric = metrics.get(i);
            scores.add(new Scores.Score(metric.name(), values[i], metric.unit(), levels(baselines, i)));
        }
        return new Scores(scores, task.solved(values), task.successRule());
    }

    private static List<Level> levels(List<BaselineScores> baselines, int metric) {
        return baselines.stream()
                .map(baseline -> new Level(baseline.name(), baseline.scores()[metric]))
                .toList();
    }
}
