package unroll.engine.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import unroll.engine.experiment.Seeds;
import unroll.engine.setting.Decimal;

/** The results of a sweep as CSV: a row for each run, in their order, whether it is over or not. */
final class ResultsTable {
    private final List<String> axes;
    private final List<String> metrics;
    private final List<SweepSnapshot.Run> runs;

    ResultsTable(Report report) {
        axes = report.axes();
        metrics = report.metrics();
        runs = report.runs();
    }

    String text() {
        StringBuilder text = new StringBuilder();
        text.append(line(header()));
        for (SweepSnapshot.Run run : runs) {
            text.append(line(row(run)));
        }
        return text.toString();
    }

    private static String line(List<String> cells) {
        return cells.stream().map(ResultsTable::cell).collect(Collectors.joining(",")) + "\n";
    }

    /** In quotes where it holds what separates cells (RFC 4180). */
    private static String cell(String words) {
        return words.matches("(?s).*[,\"\n\r].*") ? '"' + words.replace("\"", "\"\"") + '"' : words;
    }

    private List<String> header() {
        List<String> names = new ArrayList<>(axes);
        names.addAll(List.of(
                "outcome",
                "reason",
                "updates",
                "minibatches",
                "solved at update",
                "minibatches to solve",
                "seconds",
                "data seed",
                "initialisation seed",
                "sampling seed",
                "baseline"));
        metrics.forEach(metric -> names.add("test " + CellResult.plain(metric)));
        metrics.forEach(metric -> names.add("baseline " + CellResult.plain(metric)));
        return names;
    }

    private List<String> row(SweepSnapshot.Run run) {
        SweepCell cell = run.cell();
        Seeds seeds = cell.experiment().seeds();
        List<String> row = new ArrayList<>();
        axes.forEach(axis -> row.add(cell.label(axis)));
        List<String> seedCells = List.of(
                Long.toString(seeds.data()), Long.toString(seeds.initialisation()), Long.toString(seeds.sampling()));
        if (run.progress() instanceof CellProgress.Over(CellResult result)) {
            boolean solved = result.solvedAt() >= 0;
            row.add(result.outcome().words());
            row.add(result.reason());
            row.add(Long.toString(result.updates()));
            row.add(Decimal.text(result.minibatches()));
            row.add(solved ? Long.toString(result.solvedAt()) : "");
            row.add(solved ? Decimal.text(result.minibatchesToSolve()) : "");
            row.add(Decimal.text(result.seconds()));
            row.addAll(seedCells);
            row.add(CellResult.plain(result.baseline()));
            metrics.forEach(metric -> row.add(score(cell, result.scores(), metric)));
            metrics.forEach(metric -> row.add(score(cell, result.baselineScores(), metric)));
        } else {
            row.addAll(List.of("waiting", "", "", "", "", "", ""));
            row.addAll(seedCells);
            row.add("");
            metrics.forEach(metric -> row.addAll(List.of("", "")));
        }
        return row;
    }

    private static String score(SweepCell cell, List<Double> scores, String metric) {
        int index = cell.metrics().indexOf(metric);
        return index >= 0 && index < scores.size() ? Decimal.text(scores.get(index)) : "";
    }
}
