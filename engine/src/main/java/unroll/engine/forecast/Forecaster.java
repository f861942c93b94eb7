package unroll.engine.forecast;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import unroll.engine.backend.Backend;
import unroll.engine.experiment.Experiment;
import unroll.engine.model.Parameters;
import unroll.engine.problem.Problem;
import unroll.engine.record.Checkpoint;
import unroll.engine.record.RunException;
import unroll.engine.record.RunFolder;
import unroll.engine.rollout.Stepper;
import unroll.engine.series.Series;
import unroll.engine.series.SeriesShape;
import unroll.engine.series.SeriesSplit;
import unroll.engine.series.TimeAxis;
import unroll.engine.setting.SettingsException;
import unroll.engine.task.OwnSeries;
import unroll.engine.task.Task;

/** Runs the trained network of a run over the rows of a file, and on from its own predictions. */
public final class Forecaster {
    private final OwnSeries settings;
    private final SeriesSplit split;
    private final SeriesShape shape;
    private final Stepper stepper;

    /**
     * The network as the run last saved it. Reads the run's own data, whose means and deviations are the network's units.
     *
     * @throws RunException where the run has no weights yet
     * @throws SettingsException where its task does not predict series of files, or its network cannot go on without end
     * @throws unroll.engine.data.DataException where the run's own data cannot be read
     */
    public Forecaster(RunFolder run) {
        Experiment experiment = run.experiment();
        if (!(experiment.task() instanceof OwnSeries series)) {
            throw new SettingsException(
                    "task", "predictions of a file are made by networks that learned from one: the task own-series");
        }
        Checkpoint checkpoint = run.checkpoint()
                .orElseThrow(() -> new RunException(run.path(), "has no weights yet; train it first", null));
        settings = series;
        split = series.read();
        shape = split.shape();
        Task task = series.open(split);
        Problem problem = Problem.of(task, experiment.model());
        Backend backend = experiment.backend().open();
        Parameters parameters = Parameters.of(problem.layout(), backend);
        backend.write(checkpoint.flat(problem.layout()), 0, parameters.value());
        stepper = problem.stepper(problem.rollout(backend, parameters, problem.shape(1)))
                .orElseThrow(() -> new SettingsException(
                        "model",
                        "this network reads a sequence to its end before it writes; it makes no predictions on"
                                + " the way"));
    }

    /** How many rows after the present one the network predicts. */
    public int lead() {
        return settings.lead();
    }

    /** How many rows make a season of the data; 0 where it is not known. */
    public int season() {
        return shape.season();
    }

    /** The column that says when rows are; empty where there is none. */
    public Optional<String> timeName() {
        return shape.time().map(TimeAxis::name);
    }

    /**
     * The predictions of all series of a file.
     *
     * @param ahead to how many steps, at least 1; more than 1 need a network that predicts the next row of all that it is given
     * @throws unroll.engine.data.DataException where the file cannot be used
     * @throws SettingsException where the network cannot go on from its own predictions
     */
    public List<Forecast> of(Path file, int ahead) {
        if (ahead < 1) {
            throw new SettingsException("", "predictions are made 1 or more steps ahead, not " + ahead);
        }
        if (ahead > 1 && !(shape.closed() && lead() == 1)) {
            throw new SettingsException(
                    "",
                    "this network is given what it does not predict, or predicts another row than the next, so that it"
                            + " cannot go on from its own predictions");
        }
        SeriesSplit.Others others = split.others(file, settings.seriesForm());
        return IntStream.range(0, others.given().size())
                .mapToObj(i -> of(others.given().get(i), others.known().get(i), ahead))
                .toList();
    }

    private Forecast of(Series series, Series asKnown, int ahead) {
        int beyond = Math.max(0, lead() + ahead - 1);
        int rows = series.rows() + beyond;
        int[] targets = shape.targets().stream().mapToInt(Integer::intValue).toArray();
        double[][][] predicted = new double[ahead][rows][targets.length];
        for (double[][] one : predicted) {
            for (double[] row : one) {
                Arrays.fill(row, Double.NaN);
            }
        }
        Stepper.NetworkState state = stepper.start();
        for (int t = 0; t < series.rows(); t++) {
            Stepper.Transition next = stepper.step(state, input(series, t));
            state = next.state();
            for (int k = 0; k < ahead; k++) {
                if (k > 0) {
                    next = stepper.step(next.state(), next.prediction());
                }
                put(predicted[k], t + lead() + k, next.prediction(), targets);
            }
        }
        double[][] known = new double[rows][targets.length];
        for (int t = 0; t < rows; t++) {
            for (int o = 0; o < targets.length; o++) {
                double value = t < series.rows() ? asKnown.at(t, targets[o]) : Double.NaN;
                known[t][o] = inOwnUnit(value, targets[o]);
            }
        }
        return new Forecast(
                series.name(),
                times(series, rows),
                shape.targets().stream().map(shape.columns()::get).toList(),
                known,
                predicted);
    }

    private double[] input(Series series, int row) {
        return shape.inputs().stream()
                .mapToDouble(column -> series.at(row, column))
                .map(value -> Double.isNaN(value) ? 0 : value)
                .toArray();
    }

    private void put(double[][] predicted, int row, double[] prediction, int[] targets) {
        if (row >= 0 && row < predicted.length) {
            for (int o = 0; o < targets.length; o++) {
                predicted[row][o] = inOwnUnit(prediction[o], targets[o]);
            }
        }
    }

    private double inOwnUnit(double value, int column) {
        return split.standardisation().original(value, column);
    }

    private List<String> times(Series series, int rows) {
        List<String> times = new ArrayList<>();
        for (int t = 0; t < rows; t++) {
            int row = t;
            times.add(
                    shape.time().map(axis -> axis.text(time(axis, series, row))).orElse(String.valueOf(t + 1)));
        }
        return times;
    }

    private double time(TimeAxis axis, Series series, int row) {
        int last = series.rows() - 1;
        return row <= last
                ? series.time(row).orElse(Double.NaN)
                : axis.after(series.time(last).orElse(Double.NaN), shape.step(), row - last);
    }
}
