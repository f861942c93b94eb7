package unroll.engine.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import unroll.engine.file.AtomicFile;
import unroll.engine.forecast.Forecast;
import unroll.engine.forecast.ForecastErrors;
import unroll.engine.forecast.Forecaster;

/** {@code unroll predict}: what the network of a run predicts of a file, as a table. */
@Command(
        name = "predict",
        mixinStandardHelpOptions = true,
        description = "Predict the rows of a table, and those that follow it, by the network of a run that learned from"
                + " one; the result is CSV with the data's own times and units.")
public final class PredictCommand implements Callable<Integer> {
    /** More columns than these are not listed with their errors. */
    private static final int MOST_COLUMNS = 12;

    private final PrintStream out;

    @Mixin
    private RunArgument run = new RunArgument();

    @Parameters(index = "1", paramLabel = "FILE", description = "A table with the columns that the network is given.")
    private @Nullable Path file;

    @Option(
            names = "--ahead",
            paramLabel = "N",
            defaultValue = "1",
            description = "Predict 1 to N steps ahead, the later ones from the network's own predictions (default:"
                    + " ${DEFAULT-VALUE}).")
    private int ahead;

    @Option(
            names = "--to",
            paramLabel = "FILE",
            description = "The CSV to write; one that is there is replaced. Without it the table is printed.")
    private @Nullable Path to;

    /** The command over a stream. */
    public PredictCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        if (file == null) {
            throw new IllegalArgumentException("name the run and a file");
        }
        Forecaster forecaster = new Forecaster(run.folder());
        List<Forecast> forecasts = forecaster.of(file, ahead);
        String table = csv(forecasts, forecaster.timeName().orElse("row"));
        if (to == null) {
            out.print(table);
            return 0;
        }
        AtomicFile.write(to.toAbsolutePath(), table.getBytes(StandardCharsets.UTF_8));
        int rows = forecasts.stream().mapToInt(Forecast::rows).sum();
        out.println(PrintedText.of(to + ": " + rows + (rows == 1 ? " row" : " rows")));
        printErrors(forecasts, forecaster);
        return 0;
    }

    private static String csv(List<Forecast> forecasts, String time) {
        StringWriter text = new StringWriter();
        boolean named =
                forecasts.stream().anyMatch(forecast -> !forecast.series().isEmpty());
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(head(forecasts.getFirst(), time, named));
            forecasts.forEach(forecast ->
                    IntStream.range(0, forecast.rows()).forEach(row -> csv.writeRecord(cells(forecast, row, named))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static List<String> head(Forecast forecast, String time, boolean named) {
        List<String> head = new ArrayList<>(named ? List.of("series", time) : List.of(time));
        for (String target : forecast.targets()) {
            head.add(target);
            for (int k = 1; k <= forecast.ahead(); k++) {
                head.add(target + " predicted" + (k == 1 ? "" : " " + k + " ahead"));
            }
        }
        return head;
    }

    private static List<String> cells(Forecast forecast, int row, boolean named) {
        String time = forecast.times().get(row);
        List<String> cells = new ArrayList<>(named ? List.of(forecast.series(), time) : List.of(time));
        for (int o = 0; o < forecast.targets().size(); o++) {
            cells.add(number(forecast.known()[row][o]));
            for (double[][] predicted : forecast.predicted()) {
                cells.add(number(predicted[row][o]));
            }
        }
        return cells;
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : Float.toString((float) value);
    }

    private void printErrors(List<Forecast> forecasts, Forecaster forecaster) {
        ForecastErrors errors = new ForecastErrors(forecasts, forecaster.lead());
        int season = forecaster.season();
        List<String> targets = forecasts.getFirst().targets();
        out.println("Errors of all rows that are known, in the data's own units:");
        out.println(String.format(
                Locale.ROOT,
                "%-20s %6s  %10s %10s  %10s%s",
                "column",
                "ahead",
                "MAE",
                "RMSE",
                "MAE last",
                season > 0 ? String.format("  %10s", "MAE season") : ""));
        for (int o = 0; o < Math.min(MOST_COLUMNS, targets.size()); o++) {
            for (int k = 1; k <= ahead; k++) {
                ForecastErrors.Errors network = errors.network(o, k);
                if (network.count() > 0) {
                    out.println(String.format(
                            Locale.ROOT,
                            "%-20s %6d  %10.4g %10.4g  %10.4g%s",
                            PrintedText.of(targets.get(o)),
                            forecaster.lead() + k - 1,
                            network.mae(),
                            network.rmse(),
                            errors.last(o, k).mae(),
                            season > 0 && errors.season(o, k, season).count() > 0
                                    ? String.format(
                                            Locale.ROOT,
                                            "  %10.4g",
                                            errors.season(o, k, season).mae())
                                    : ""));
                }
            }
        }
    }
}
