package unroll.engine.sweep;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import unroll.engine.setting.Decimal;

/** The results of a sweep as Markdown: grouped over the seeds, beside numbers in print, and why runs failed. */
final class ResultsPage {
    private static final int DIGITS = 3;

    private final Report report;
    private final List<String> axes;
    private final List<Group> groups;
    private final StringBuilder text = new StringBuilder();

    ResultsPage(Report report) {
        this.report = report;
        axes = report.axes();
        axes.removeAll(report.seeds());
        groups = report.groups();
    }

    String text() {
        Sweep sweep = report.sweep();
        text.append("# ").append(sweep.name()).append("\n\n");
        if (!sweep.about().isEmpty()) {
            text.append(sweep.about()).append("\n\n");
        }
        text.append(standing()).append("\n\n");
        table();
        pictures();
        published();
        complaints();
        return text.toString();
    }

    private String standing() {
        List<CellResult> over = results();
        double seconds = over.stream().mapToDouble(CellResult::seconds).sum();
        Set<String> backends = over.stream()
                .map(CellResult::backend)
                .filter(backend -> !backend.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Stop stop = report.sweep().stop();
        List<String> rules = new ArrayList<>();
        if (stop.whenSolved()) {
            rules.add("as soon as a test says solved");
        }
        if (stop.minibatches() > 0) {
            rules.add("beyond " + Decimal.text(stop.minibatches()) + " minibatches");
        }
        if (stop.seconds() > 0) {
            rules.add("beyond " + Decimal.text(stop.seconds()) + " s");
        }
        rules.add("when all its updates are made");
        return String.format(
                Locale.ROOT,
                "%d of %d runs are over, with %s of training in all%s. A run stops %s. A minibatch is %d sequences, or"
                    + " the whole batch where that has fewer, on which a gradient, a loss or a curvature product was"
                    + " asked for (thesis fig. 4.1). A row of `results.csv` is a run with its seeds.",
                over.size(),
                report.runs().size(),
                duration(seconds),
                backends.isEmpty() ? "" : " (" + String.join("; ", backends) + ")",
                String.join(", ", rules),
                stop.minibatch());
    }

    private List<CellResult> results() {
        List<CellResult> results = new ArrayList<>();
        for (SweepSnapshot.Run run : report.runs()) {
            if (run.progress() instanceof CellProgress.Over(CellResult result)) {
                results.add(result);
            }
        }
        return results;
    }

    private void table() {
        List<String> head = new ArrayList<>(axes);
        head.addAll(List.of(
                "solved",
                "minibatches to solve: mean",
                "min",
                "max",
                "updates made, mean",
                "seconds, mean",
                "last test, mean",
                "baseline, mean"));
        row(head);
        row(head.stream().map(name -> "---").toList());
        for (Group group : groups) {
            if (!group.runs().isEmpty()) {
                row(row(group));
            }
        }
        text.append('\n');
    }

    private List<String> row(Group group) {
        Spread minibatches = group.minibatches();
        List<String> row = new ArrayList<>();
        axes.forEach(axis -> row.add(group.label(axis)));
        row.add(group.tried() == 0 ? "" : minibatches.count() + " of " + group.tried());
        row.add(number(minibatches.mean()));
        row.add(number(minibatches.min()));
        row.add(number(minibatches.max()));
        row.add(number(group.updates().mean()));
        row.add(number(group.seconds().mean()));
        List<String> metrics = group.runs().getFirst().cell().metrics();
        row.add(scores(metrics, group::score));
        row.add(group.baseline().isEmpty() ? "" : group.baseline() + ": " + scores(metrics, group::baselineScore));
        return row;
    }

    private static String scores(List<String> metrics, Function<String, Spread> score) {
        return metrics.stream()
                .map(metric -> metric + " " + number(score.apply(metric).mean()))
                .collect(Collectors.joining("; "));
    }

    private void pictures() {
        for (Figure figure : report.figures()) {
            text.append("![Minibatches to solve")
                    .append(figure.title().isEmpty() ? "" : ", " + figure.title())
                    .append("](pictures/")
                    .append(figure.name())
                    .append(".png)\n\n");
        }
    }

    private void published() {
        List<List<String>> rows = groups.stream()
                .flatMap(group -> report.comparisons(group).stream())
                .map(ResultsPage::row)
                .toList();
        if (rows.isEmpty()) {
            return;
        }
        text.append("## Beside numbers in print\n\n");
        row(List.of("source", "what", "in print", "ours, mean", "min", "max", "seeds"));
        row(List.of("---", "---", "---", "---", "---", "---", "---"));
        rows.forEach(this::row);
        text.append('\n');
    }

    private static List<String> row(Comparison comparison) {
        Spread ours = comparison.ours();
        return List.of(
                comparison.source(),
                comparison.what(),
                Decimal.text(comparison.printed()),
                number(ours.mean()),
                number(ours.min()),
                number(ours.max()),
                Integer.toString(ours.count()));
    }

    /** Why runs were not solved. */
    private void complaints() {
        List<String> lines = new ArrayList<>();
        for (SweepSnapshot.Run run : report.runs()) {
            if (run.progress() instanceof CellProgress.Over(CellResult result)
                    && !result.reason().isEmpty()
                    && result.outcome() != Outcome.FINISHED) {
                lines.add("- " + run.cell().name() + ": " + result.outcome().words() + ", " + result.reason());
            }
        }
        if (!lines.isEmpty()) {
            text.append("## Not solved\n\n").append(String.join("\n", lines)).append('\n');
        }
    }

    private void row(List<String> cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private static String number(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        boolean whole = value == Math.rint(value) || Math.abs(value) >= Math.pow(10, DIGITS);
        return Double.isInfinite(value)
                ? Decimal.text(value)
                : whole
                        ? String.format(Locale.ROOT, "%,.0f", value)
                        : Decimal.text(new BigDecimal(value)
                                .round(new MathContext(DIGITS))
                                .doubleValue());
    }

    private static String duration(double seconds) {
        return seconds < 120
                ? String.format(Locale.ROOT, "%.1f s", seconds)
                : String.format(Locale.ROOT, "%d h %d min", (long) seconds / 3600, (long) seconds % 3600 / 60);
    }
}
