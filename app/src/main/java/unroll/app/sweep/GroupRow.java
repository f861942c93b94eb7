package unroll.app.sweep;

import java.util.List;
import java.util.stream.Collectors;
import unroll.app.control.Numbers;
import unroll.engine.setting.Decimal;
import unroll.engine.sweep.Comparison;
import unroll.engine.sweep.Group;
import unroll.engine.sweep.Report;
import unroll.engine.sweep.Spread;

/**
 * Runs that differ in their seeds alone, as a table shows them.
 *
 * @param group which
 * @param solved of them
 * @param tried to solve their task
 * @param minibatches to solve
 * @param seconds of training
 * @param score the last tests' headline
 * @param baseline what it should beat; empty where unknown
 * @param comparisons numbers in print beside ours
 */
record GroupRow(
        Group group,
        long solved,
        long tried,
        Spread minibatches,
        Spread seconds,
        Spread score,
        String baseline,
        List<Comparison> comparisons) {
    GroupRow {
        comparisons = List.copyOf(comparisons);
    }

    static GroupRow of(Report report, Group group) {
        Spread minibatches = group.minibatches();
        List<Group.Entry> runs = group.runs();
        String headline = runs.isEmpty() ? "" : runs.getFirst().cell().metrics().getFirst();
        return new GroupRow(
                group,
                minibatches.count(),
                group.tried(),
                minibatches,
                group.seconds(),
                group.score(headline),
                baseline(group, headline),
                report.comparisons(group));
    }

    private static String baseline(Group group, String headline) {
        Spread score = group.baselineScore(headline);
        return score.count() == 0 ? "" : group.baseline() + " " + Numbers.measured(score.mean());
    }

    String solvedText() {
        return tried == 0 ? "" : solved + " of " + tried;
    }

    /** Numbers in print. */
    String printed() {
        return comparisons.stream()
                .map(comparison -> Decimal.text(comparison.printed()))
                .collect(Collectors.joining(" \u00b7 "));
    }

    /** Ours in the same unit. */
    String ours() {
        return comparisons.stream()
                .map(comparison -> number(comparison.ours().mean()))
                .collect(Collectors.joining(" \u00b7 "));
    }

    /** Where the numbers in print stand. */
    String sources() {
        return comparisons.stream()
                .map(comparison -> comparison.source() + ", " + comparison.what())
                .collect(Collectors.joining("\n"));
    }

    static String number(double value) {
        return Double.isNaN(value)
                ? ""
                : value == Math.rint(value) && Math.abs(value) < 1e12
                        ? Numbers.whole((long) value)
                        : Numbers.measured(value);
    }
}
