package unroll.engine.forecast;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import unroll.engine.experiment.Experiment;
import unroll.engine.record.RunException;
import unroll.engine.record.RunFolder;
import unroll.engine.record.SignatureFile;
import unroll.engine.rollout.Stepper;
import unroll.engine.series.Calendar;
import unroll.engine.series.Series;
import unroll.engine.series.SeriesCode;
import unroll.engine.series.SeriesShape;
import unroll.engine.series.SeriesTables;
import unroll.engine.series.TimeAxis;
import unroll.engine.setting.SettingsException;
import unroll.engine.task.OwnSeries;
import unroll.engine.task.Signature;

/** Runs the trained network of a run over the rows of a file, and on from its own predictions. */
public final class Forecaster {
    private static final int MOST_USUAL = 24;

    /** What the name of a file is called in a forecast of several. */
    private static final String FILE = "file";

    private final OwnSeries settings;
    private final SeriesCode code;
    private final SeriesShape shape;
    private final Stepper stepper;

    /**
     * The network as the run last saved it. Reads the run's own data only where the run does not know its signature.
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
        settings = series;
        Signature signature = SignatureFile.of(run, experiment);
        code = signature.code().orElseThrow();
        shape = code.shape();
        stepper = TrainedNetwork.of(run, experiment, signature);
    }

    private int lead() {
        return settings.lead();
    }

    /** As many steps ahead as people most often want: a season, up to a day of hours, where the network can go on so far; else 1. */
    public int usual() {
        return lead() == 1 && shape.givenOnly().isEmpty() ? Math.clamp(shape.season(), 1, MOST_USUAL) : 1;
    }

    /**
     * The predictions of {@link #of} as a table and in words.
     *
     * @throws unroll.engine.data.DataException where a file cannot be used
     * @throws SettingsException where the network cannot go on from its own predictions
     */
    public ForecastText text(Path source, int ahead) {
        return new ForecastText(of(source, ahead), lead(), shape.season(), learnedFrom(source));
    }

    /** Whether the run learned from a part of this file, or of the files of this folder. */
    private boolean learnedFrom(Path source) {
        Path place = source.toAbsolutePath().normalize();
        return settings.files().stream()
                .anyMatch(file -> file.toAbsolutePath().normalize().startsWith(place));
    }

    /**
     * The predictions of all series of a file, or of the files of a folder in the order in which they are learned from.
     *
     * @param ahead to how many steps, at least 1; more than 1 need a network that predicts the next row of all that it is given
     * @throws unroll.engine.data.DataException where a file cannot be used
     * @throws SettingsException where the network cannot go on from its own predictions
     */
    public List<Forecast> of(Path source, int ahead) {
        requireSteps(ahead);
        boolean several = Files.isDirectory(source);
        List<Forecast> forecasts = new ArrayList<>();
        for (Path file : SeriesTables.requireFiles(source)) {
            SeriesCode.Others others = code.others(file, settings.seriesForm());
            for (int i = 0; i < others.given().size(); i++) {
                SequencedMap<String, String> labels = new LinkedHashMap<>();
                if (several) {
                    labels.put(FILE, source.relativize(file).toString());
                }
                String name = others.given().get(i).name();
                others.name().ifPresent(column -> labels.put(column, name));
                forecasts.add(of(others, i, labels, ahead));
            }
        }
        return forecasts;
    }

    private void requireSteps(int ahead) {
        if (ahead < 1) {
            throw new SettingsException("", "predictions are made 1 or more steps ahead, not " + ahead);
        }
        List<String> given = shape.givenOnly();
        if (ahead > 1 && lead() != 1) {
            throw new SettingsException(
                    "",
                    "this network does not predict the next row but the one " + lead()
                            + " steps ahead, and cannot go on from there; take --ahead 1, or train one with"
                            + " task.lead=1");
        }
        if (ahead > 1 && !given.isEmpty()) {
            throw new SettingsException(
                    "",
                    "this network is given " + String.join(", ", given)
                            + ", which it does not predict, so that it cannot go on from its own predictions; take"
                            + " --ahead 1, or train one that predicts "
                            + (given.size() == 1 ? "this column" : "these columns")
                            + " too (without task.columns.inputs) or the row " + ahead
                            + " steps ahead at once (task.lead="
                            + ahead + ")");
        }
    }

    private Forecast of(SeriesCode.Others others, int i, SequencedMap<String, String> labels, int ahead) {
        Series series = others.given().get(i);
        int rows = series.rows() + Math.max(0, lead() + ahead - 1);
        int[] targets = shape.targets().stream().mapToInt(Integer::intValue).toArray();
        Optional<double[]> when = others.time().flatMap(axis -> series.times());
        Optional<Calendar> calendar = others.time().flatMap(axis -> when.flatMap(times -> calendar(axis, times)));
        return new Forecast(
                labels,
                others.time().map(TimeAxis::name),
                IntStream.range(0, rows)
                        .mapToObj(row -> others.time()
                                .map(axis -> axis.text(time(when.orElseThrow(), calendar, row)))
                                .orElse(String.valueOf(row + 1)))
                        .toList(),
                calendar.map(Calendar::words),
                shape.targets().stream().map(shape.columns()::get).toList(),
                rows - series.rows(),
                known(others.known().get(i), rows, targets),
                predicted(series, rows, targets, ahead));
    }

    private double[][][] predicted(Series series, int rows, int[] targets, int ahead) {
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
                    next = stepper.step(next.state(), shape.continued(next.prediction()));
                }
                put(predicted[k], t + lead() + k, next.prediction(), targets);
            }
        }
        return predicted;
    }

    private static double[][] known(Series series, int rows, int[] targets) {
        double[][] known = new double[rows][targets.length];
        for (int t = 0; t < rows; t++) {
            for (int o = 0; o < targets.length; o++) {
                known[t][o] = t < series.rows() ? series.at(t, targets[o]) : Double.NaN;
            }
        }
        return known;
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
                predicted[row][o] = code.standardisation().original(prediction[o], targets[o]);
            }
        }
    }

    /** That of the times; where those of the run follow each other by one that fits as well, it is that, which more rows have shown. */
    private Optional<Calendar> calendar(TimeAxis axis, double[] times) {
        Optional<Calendar> own = Calendar.of(axis.scale(), times);
        Optional<Calendar> learned = shape.calendar()
                .filter(any -> shape.time()
                        .filter(other -> other.scale() == axis.scale()
                                || other.scale().dated() && axis.scale().dated())
                        .isPresent());
        return learned.filter(
                        run -> own.isEmpty() || run.fit(times) >= own.get().fit(times))
                .or(() -> own);
    }

    private static double time(double[] times, Optional<Calendar> calendar, int row) {
        int last = times.length - 1;
        return row <= last
                ? times[row]
                : calendar.map(rule -> rule.after(times[last], row - last)).orElse(Double.NaN);
    }
}
