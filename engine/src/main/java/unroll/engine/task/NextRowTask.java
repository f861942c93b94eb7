package unroll.engine.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import unroll.engine.baseline.Baseline;
import unroll.engine.baseline.Constant;
import unroll.engine.baseline.CopyLast;
import unroll.engine.baseline.LinearAutoregression;
import unroll.engine.loss.Loss;
import unroll.engine.random.Philox;
import unroll.engine.sequence.Batch;
import unroll.engine.sequence.Metric;
import unroll.engine.sequence.Split;
import unroll.engine.series.ColumnUnit;
import unroll.engine.series.SeriesCode;
import unroll.engine.series.SeriesShape;
import unroll.engine.series.SeriesSplit;
import unroll.engine.table.Doubt;

/** Predicts a later row of series, most often the next; errors are in the unit of the rows as they are handed over. */
final class NextRowTask implements Task {
    /** Weak against hundreds of standardised rows, strong enough for columns that repeat each other. */
    private static final double RIDGE = 1;

    private final SeriesCode code;
    private final SeriesShape shape;
    private final List<String> understood;
    private final List<Doubt> doubts;
    private final Windows training;
    private final Windows test;
    private final int window;
    private final int warmUp;
    private final int lead;
    private final List<Metric> errors;
    private final Supplier<List<Baseline>> linear;
    private final Appearance appearance;

    /**
     * The task for both parts of the data.
     *
     * @param split of which each part holds a whole window
     * @param window steps of a sequence
     * @param warmUp steps at the beginning of a window that do not count
     * @param lead steps from a row to the one that is its target
     * @param errors reported besides the squared one
     */
    NextRowTask(SeriesSplit split, int window, int warmUp, int lead, List<Metric> errors) {
        this(
                split,
                window,
                warmUp,
                lead,
                errors,
                () -> List.of(new LinearAutoregression(2, RIDGE, Loss.SQUARED)),
                named(split));
    }

    /**
     * The same, as its maker wants it to be judged and seen.
     *
     * @param linear what is to be beaten besides copies and the mean
     */
    NextRowTask(
            SeriesSplit split,
            int window,
            int warmUp,
            int lead,
            List<Metric> errors,
            Supplier<List<Baseline>> linear,
            Appearance appearance) {
        code = split.code();
        shape = split.shape();
        understood = split.understood();
        doubts = split.doubts();
        training = new Windows(split.training(), shape, window, lead);
        test = new Windows(split.test(), shape, window, lead);
        this.window = window;
        this.warmUp = warmUp;
        this.lead = lead;
        this.errors = List.copyOf(errors);
        this.linear = linear;
        this.appearance = appearance;
    }

    /** The numbers of a split by their names, in the data's own units. */
    static Appearance.NamedNumbers named(SeriesSplit split) {
        SeriesShape shape = split.shape();
        List<ColumnUnit> units = split.units();
        return new Appearance.NamedNumbers(
                shape.inputs().stream().map(shape.columns()::get).toList(),
                shape.targets().stream().map(shape.columns()::get).toList(),
                shape.inputs().stream().map(units::get).toList(),
                shape.targets().stream().map(units::get).toList());
    }

    @Override
    public int inputs() {
        return shape.inputs().size();
    }

    @Override
    public int outputs() {
        return shape.targets().size();
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
    public boolean generative() {
        return shape.closed() && lead == 1;
    }

    @Override
    public void draw(Split split, Philox random, Batch batch, int b) {
        part(split).draw(random, batch, b);
        for (int t = 0; t < warmUp; t++) {
            batch.weight()[batch.weightAt(t, b)] = 0;
        }
    }

    @Override
    public List<String> times(Split split, Philox random) {
        return part(split).times(random, 0);
    }

    @Override
    public List<String> targetTimes(Split split, Philox random) {
        return part(split).times(random, lead);
    }

    private Windows part(Split split) {
        return split == Split.TRAIN ? training : test;
    }

    @Override
    public List<Metric> metrics() {
        List<Metric> metrics = new ArrayList<>(List.of(
                new Metric(
                        "half squared error",
                        "",
                        (batch, predictions) -> CountedSteps.mean(batch, predictions, CountedSteps::halfSquare)),
                new Metric(
                        "squared error per dimension and step",
                        "",
                        (batch, predictions) ->
                                CountedSteps.mean(batch, predictions, CountedSteps::square) / batch.outputs())));
        metrics.addAll(errors);
        return metrics;
    }

    @Override
    public double floor(Batch batch) {
        return 0;
    }

    @Override
    public List<Baseline> baselines() {
        List<Baseline> baselines = new ArrayList<>();
        List<Integer> sources =
                shape.targets().stream().map(shape.inputs()::indexOf).toList();
        if (!sources.contains(-1) && lead > 0) {
            baselines.add(new CopyLast(loss(), "copy last", sources, 0));
            if (seasonal()) {
                baselines.add(new CopyLast(loss(), "copy last season", sources, back()));
            }
        }
        baselines.addAll(linear.get());
        baselines.add(new Constant(loss()));
        return baselines;
    }

    /** Whether a season fits into a window. */
    private boolean seasonal() {
        return lead > 0 && shape.season() > 0 && shape.season() < window;
    }

    /** How many steps before a step its latest season has the row that a target is like. */
    private int back() {
        return Math.ceilDiv(lead, shape.season()) * shape.season() - lead;
    }

    @Override
    public Batch batch(int sequences) {
        return new Batch(window, sequences, inputs(), outputs(), seasonal() ? back() : 0);
    }

    @Override
    public List<String> understood() {
        long begun = seasonal() ? test.without(back()) : 0;
        return begun == 0
                ? understood
                : Stream.concat(
                                understood.stream(),
                                Stream.of("No whole season is known before " + begun
                                        + " of the test series: in their first " + shape.season()
                                        + " rows the last value is copied instead of the last season."))
                        .toList();
    }

    @Override
    public List<Doubt> doubts() {
        return doubts;
    }

    @Override
    public Appearance appearance() {
        return appearance;
    }

    @Override
    public Optional<SeriesCode> code() {
        return Optional.of(code);
    }
}
