package unroll.engine.task;

import java.nio.file.Path;
import java.util.List;
import unroll.engine.baseline.Baseline;
import unroll.engine.baseline.Constant;
import unroll.engine.baseline.CopyLast;
import unroll.engine.baseline.LinearAutoregression;
import unroll.engine.data.ColumnUnit;
import unroll.engine.data.SeriesSplit;
import unroll.engine.loss.Loss;
import unroll.engine.random.Philox;
import unroll.engine.sequence.Batch;
import unroll.engine.sequence.Metric;
import unroll.engine.sequence.Split;

/** Predicts the next row of series; errors are in the unit of the rows as they are handed over. */
final class NextRowTask implements Task {
    /** Weak against hundreds of standardised rows, strong enough for columns that repeat each other. */
    private static final double RIDGE = 1;

    private final List<String> columns;
    private final List<ColumnUnit> units;
    private final List<String> understood;
    private final Windows training;
    private final Windows test;
    private final int window;
    private final int warmUp;

    private NextRowTask(SeriesSplit split, List<String> understood, int window, int warmUp) {
        this.columns = split.columns();
        units = split.units();
        this.understood = understood;
        training = Windows.of(split.training(), window);
        test = Windows.of(split.test(), window);
        this.window = window;
        this.warmUp = warmUp;
    }

    /**
     * The task for both parts of the data at {@code source}.
     *
     * @param understood how the data were understood, sentences
     * @param warmUp steps at the beginning of a window that do not count
     */
    static NextRowTask of(Path source, SeriesSplit split, List<String> understood, int window, int warmUp) {
        Windows.requireOne(source, split, window);
        return new NextRowTask(split, understood, window, warmUp);
    }

    @Override
    public int inputs() {
        return columns.size();
    }

    @Override
    public int outputs() {
        return columns.size();
    }

    @Override
    public int steps() {
        return window;
    }

    @Override
    public Loss loss() {
        return Loss.SQUARED;
    }

    @Override
    public void draw(Split split, Philox random, Batch batch, int b) {
        (split == Split.TRAIN ? training : test).draw(random, batch, b);
        for (int t = 0; t < warmUp; t++) {
            batch.weight()[batch.weightAt(t, b)] = 0;
        }
    }

    @Override
    public List<Metric> metrics() {
        return List.of(
                new Metric(
                        "half squared error",
                        "",
                        (batch, predictions) -> CountedSteps.mean(batch, predictions, CountedSteps::halfSquare)),
                new Metric(
                        "squared error per dimension and step",
                        "",
                        (batch, predictions) ->
                                CountedSteps.mean(batch, predictions, CountedSteps::square) / batch.outputs()));
    }

    @Override
    public double floor(Batch batch) {
        return 0;
    }

    @Override
    public List<Baseline> baselines() {
        return List.of(new CopyLast(loss()), new LinearAutoregression(2, RIDGE, loss()), new Constant(loss()));
    }

    @Override
    public List<String> understood() {
        return understood;
    }

    @Override
    public Appearance appearance() {
        return new Appearance.NamedNumbers(columns, columns, units);
    }
}
