package unroll.engine.forecast;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Forecasts as CSV, and what is said of them. */
public final class ForecastText {
    /** More columns than these are not listed. */
    private static final int MOST_COLUMNS = 12;

    /** More rows to come than these are in the table only. */
    private static final int MOST_ROWS = 24;

    private final List<Forecast> forecasts;
    private final List<String> labels;
    private final int lead;
    private final int season;
    private final boolean learned;

    /**
     * All of one file or folder.
     *
     * @param lead steps from the row that was known last to the one that is predicted first
     * @param season rows of a season; 0 where it is not known
     * @param learned whether the network learned from some of the rows
     */
    public ForecastText(List<Forecast> forecasts, int lead, int season, boolean learned) {
        this.forecasts = List.copyOf(forecasts);
        this.lead = lead;
        this.season = season;
        this.learned = learned;
        labels = forecasts.stream()
                .flatMap(forecast -> forecast.labels().keySet().stream())
                .distinct()
                .toList();
    }

    /** How many rows the table has. */
    public int rows() {
        return forecasts.stream().mapToInt(Forecast::rows).sum();
    }

    /** A row for each of the data and for each to come: its time, and of each column what is known and what was predicted. */
    public String csv() {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(head());
            forecasts.forEach(forecast ->
                    IntStream.range(0, forecast.rows()).forEach(row -> csv.writeRecord(cells(forecast, row))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private List<String> head() {
        Forecast first = forecasts.getFirst();
        List<String> head = new ArrayList<>(labels);
        head.add(first.timeName().orElse("row"));
        for (String target : first.targets()) {
            head.add(target);
            for (int k = 1; k <= first.ahead(); k++) {
                head.add(target + " predicted" + (k == 1 ? "" : " " + k + " ahead"));
            }
        }
        return head;
    }

    private List<String> cells(Forecast forecast, int row) {
        List<String> cells = new ArrayList<>();
        labels.forEach(label -> cells.add(forecast.labels().getOrDefault(label, "")));
        cells.add(forecast.times().get(row));
        for (int o = 0; o < forecast.targets().size(); o++) {
            double known = forecast.known()[row][o];
            cells.add(Double.isNaN(known) ? "" : Double.toString(known));
            for (double[][] predicted : forecast.predicted()) {
                cells.add(Double.isNaN(predicted[row][o]) ? "" : Float.toString((float) predicted[row][o]));
            }
        }
        return cells;
    }

    /** What is predicted of the rows to come, by which calendar they do, and the errors of the rows that are known. */
    public List<String> remarks() {
        List<String> remarks = new ArrayList<>(toCome());
        List<String> errors = errors();
        if (!errors.isEmpty()) {
            remarks.add("Errors of all rows that are known, in the data's own units"
                    + (learned
                            ? "; those that the network learned from are among them, new rows have larger ones:"
                            : ":"));
            remarks.add(String.format(
                    Locale.ROOT,
                    "%-20s %6s  %10s %10s  %10s%s",
                    "column",
                    "ahead",
                    "MAE",
                    "RMSE",
                    "MAE last",
                    season > 0 ? String.format(Locale.ROOT, "  %10s", "MAE season") : ""));
            remarks.addAll(errors);
        }
        return remarks;
    }

    private List<String> toCome() {
        List<String> lines = new ArrayList<>();
        forecasts.stream()
                .flatMap(forecast -> forecast
                        .calendar()
                        .map(words ->
                                "Rows to come follow " + forecast.timeName().orElse("time") + ": " + words + ".")
                        .stream())
                .distinct()
                .forEach(lines::add);
        long rows = forecasts.stream().mapToLong(Forecast::beyond).sum();
        if (rows > 0) {
            Forecast first = forecasts.getFirst();
            lines.add(line(labels, first.timeName().orElse("row"), first.targets()));
            forecasts.stream().flatMap(this::toCome).limit(MOST_ROWS).forEach(lines::add);
        }
        if (rows > MOST_ROWS) {
            lines.add("and " + (rows - MOST_ROWS) + " rows more in the table");
        }
        return lines;
    }

    private Stream<String> toCome(Forecast forecast) {
        return IntStream.range(forecast.rows() - forecast.beyond(), forecast.rows())
                .mapToObj(row -> line(
                        labels.stream()
                                .map(label -> forecast.labels().getOrDefault(label, ""))
                                .toList(),
                        forecast.times().get(row),
                        IntStream.range(0, forecast.targets().size())
                                .mapToObj(o -> forecast.newest(row, o))
                                .map(value -> Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.4g", value))
                                .toList()));
    }

    private static String line(List<String> labels, String time, List<String> values) {
        return (labels.stream()
                                .map(label -> String.format(Locale.ROOT, "%-16s  ", label))
                                .collect(Collectors.joining())
                        + String.format(Locale.ROOT, "%-16s", time)
                        + values.stream()
                                .limit(MOST_COLUMNS)
                                .map(value -> String.format(Locale.ROOT, "  %10s", value))
                                .collect(Collectors.joining()))
                .stripTrailing();
    }

    private List<String> errors() {
        ForecastErrors errors = new ForecastErrors(forecasts, lead);
        Forecast first = forecasts.getFirst();
        List<String> lines = new ArrayList<>();
        for (int o = 0; o < Math.min(MOST_COLUMNS, first.targets().size()); o++) {
            for (int k = 1; k <= first.ahead(); k++) {
                line(errors, first.targets().get(o), o, k).ifPresent(lines::add);
            }
        }
        return lines;
    }

    private Optional<String> line(ForecastErrors errors, String target, int o, int k) {
        ForecastErrors.Errors network = errors.network(o, k);
        if (network.count() == 0) {
            return Optional.empty();
        }
        boolean seasonal = season > 0 && errors.season(o, k, season).count() > 0;
        return Optional.of(String.format(
                Locale.ROOT,
                "%-20s %6d  %10.4g %10.4g  %10.4g%s",
                target,
                lead + k - 1,
                network.mae(),
                network.rmse(),
                errors.last(o, k).mae(),
                seasonal
                        ? String.format(
                                Locale.ROOT,
                                "  %10.4g",
                                errors.season(o, k, season).mae())
                        : ""));
    }
}
