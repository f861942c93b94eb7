package unroll.engine.own;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import unroll.engine.experiment.Experiment;
import unroll.engine.experiment.OwnExperiment;
import unroll.engine.format.Tables;
import unroll.engine.series.SeriesForm;
import unroll.engine.series.SeriesSplit;
import unroll.engine.table.Column;
import unroll.engine.table.ColumnKind;
import unroll.engine.table.Table;
import unroll.engine.table.TableForm;
import unroll.engine.task.OwnSeries;

/** Series: rows, columns, missing values, means and deviations as another program has them, and an experiment that opens. */
final class SeriesCases {
    private static final String KIND = "series";

    /** The figures have six digits. */
    private static final double DIGITS = 1e-5;

    private SeriesCases() {}

    static List<FileOutcome> all(Path folder) throws IOException {
        List<FileOutcome> outcomes = new ArrayList<>();
        for (Map<String, String> row : KnownFigures.read(folder.resolve("expected.tsv"))) {
            String name = cell(row, "file");
            int rows = Integer.parseInt(cell(row, "dataLines"));
            String reason = rows == 0 ? "no numbers" : rows == 1 ? "to keep a fifth back" : "";
            outcomes.add(FileOutcome.of(
                    KIND,
                    name,
                    rows + " rows, " + row.get("numericColumns") + " columns of numbers, " + row.get("missingOrWords")
                            + " missing",
                    reason,
                    () -> read(folder.resolve(name), row)));
        }
        return outcomes;
    }

    private static String read(Path file, Map<String, String> row) throws FileOutcome.Wrong {
        Table table = Tables.read(file, TableForm.FOUND);
        List<Column> numbers = table.columns().stream()
                .filter(column -> column.kind() == ColumnKind.NUMBER)
                .toList();
        require("rows", table.rows(), Integer.parseInt(cell(row, "dataLines")));
        require("columns of numbers", numbers.size(), Integer.parseInt(cell(row, "numericColumns")));
        int missing = numbers.stream().mapToInt(Column::missing).sum();
        require("missing values", missing, Integer.parseInt(cell(row, "missingOrWords")));
        double[] means = figures(cell(row, "means"));
        double[] deviations = figures(cell(row, "sds"));
        for (int c = 0; c < means.length; c++) {
            double[] values = Arrays.stream(numbers.get(c).values())
                    .filter(value -> !Double.isNaN(value))
                    .toArray();
            double mean = Arrays.stream(values).average().orElse(Double.NaN);
            double deviation = Math.sqrt(Arrays.stream(values)
                    .map(value -> (value - mean) * (value - mean))
                    .average()
                    .orElse(Double.NaN));
            close("mean of " + numbers.get(c).name(), mean, means[c], Math.max(Math.abs(means[c]), deviations[c]));
            close(
                    "deviation of " + numbers.get(c).name(),
                    deviation,
                    deviations[c],
                    deviations[c] + 1e-9 * Math.abs(mean));
        }
        Experiment experiment = OwnExperiment.fitted(file).orElseThrow().experiment();
        OwnSeries task = (OwnSeries) experiment.task();
        SeriesSplit split = SeriesSplit.read(file, SeriesForm.FOUND);
        return table.rows() + " rows, " + numbers.size() + " columns of numbers, " + missing + " missing; "
                + split.columns().size() + " learned, "
                + split.shape().time().map(axis -> "time is " + axis.name()).orElse("no time") + ", window "
                + task.window()
                + (split.doubts().isEmpty()
                        ? ""
                        : "; asks: " + split.doubts().getFirst().sentence());
    }

    private static void require(String what, int found, int expected) throws FileOutcome.Wrong {
        if (found != expected) {
            throw new FileOutcome.Wrong(found + " " + what + " instead of " + expected);
        }
    }

    private static void close(String what, double found, double expected, double size) throws FileOutcome.Wrong {
        if (!(Math.abs(found - expected) <= DIGITS * size + 1e-12)) {
            throw new FileOutcome.Wrong(what + " " + found + " instead of " + expected);
        }
    }

    private static double[] figures(String cell) {
        return Arrays.stream(cell.split(" "))
                .filter(figure -> !figure.isEmpty())
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private static String cell(Map<String, String> row, String name) {
        return row.getOrDefault(name, "");
    }
}
