package unroll.app.sweep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import unroll.app.control.RowColumn;
import unroll.engine.sweep.Spread;

/** The columns of a sweep's tables: of its runs, and of its groups. */
final class SweepTables {
    private static final String MINIBATCHES =
            "A gradient, a loss or a curvature product on a minibatch counts as one (thesis fig. 4.1)";

    private SweepTables() {}

    /** How each run stands. */
    static List<RowColumn<SweepRow>> runs(List<String> axes) {
        List<RowColumn<SweepRow>> columns = new ArrayList<>();
        columns.add(RowColumn.<SweepRow>words(
                        "run",
                        "How each run stands; Enter or two clicks open it",
                        row -> row.standing().words())
                .by(Comparator.comparing(SweepRow::standing))
                .withDot(row -> row.standing().style())
                .withMore(SweepRow::more));
        for (String axis : axes) {
            columns.add(RowColumn.words(
                    axis, "An axis of the sweep", row -> row.cell().label(axis)));
        }
        columns.add(RowColumn.<SweepRow>number("updates", "Updates made", SweepRow::updatesText, row -> row.updates())
                .withMore(SweepRow::most));
        columns.add(RowColumn.<SweepRow>number(
                        "test", "The last test's headline score", SweepRow::scoreText, SweepRow::score)
                .withMore(row -> row.cell().metrics().getFirst()));
        columns.add(RowColumn.number(
                "minibatches",
                "Until the task was solved, or so far. " + MINIBATCHES,
                SweepRow::minibatchesText,
                SweepRow::minibatches));
        columns.add(RowColumn.number(
                "left",
                "Time until all updates are made; it may be solved before",
                SweepRow::left,
                SweepRow::leftSeconds));
        return columns;
    }

    /** The results of runs that differ in their seeds alone. */
    static List<RowColumn<GroupRow>> groups(List<String> axes, boolean compared) {
        List<RowColumn<GroupRow>> columns = new ArrayList<>();
        for (String axis : axes) {
            columns.add(RowColumn.words(
                    axis, "An axis of the sweep", row -> row.group().label(axis)));
        }
        columns.add(RowColumn.<GroupRow>words(
                        "solved", "How many of the runs that are over were solved", GroupRow::solvedText)
                .by(Comparator.comparingDouble(row -> row.tried() == 0 ? -1 : (double) row.solved() / row.tried())));
        columns.add(spread(
                "mean",
                "Mean of the minibatches to solve. " + MINIBATCHES,
                row -> row.minibatches().mean()));
        columns.add(spread(
                "min", "Least minibatches to solve", row -> row.minibatches().min()));
        columns.add(spread(
                "max", "Most minibatches to solve", row -> row.minibatches().max()));
        columns.add(spread(
                "seconds", "Mean seconds of training", row -> row.seconds().mean()));
        columns.add(RowColumn.<GroupRow>number(
                        "test",
                        "Mean of the last tests' headline scores",
                        row -> GroupRow.number(row.score().mean()),
                        row -> row.score().mean())
                .withMore(row -> range(row.score())));
        columns.add(RowColumn.words(
                "baseline", "What they should beat, on the same test sequences, on average", GroupRow::baseline));
        if (compared) {
            columns.add(RowColumn.<GroupRow>words(
                            "in print", "A number in print for runs with these settings", GroupRow::printed)
                    .withMore(GroupRow::sources));
            columns.add(RowColumn.<GroupRow>words("ours", "The mean of ours in the same unit", GroupRow::ours)
                    .withMore(GroupRow::sources));
        }
        return columns;
    }

    private static RowColumn<GroupRow> spread(String head, String help, ToDoubleFunction<GroupRow> value) {
        return RowColumn.number(head, help, row -> GroupRow.number(value.applyAsDouble(row)), value);
    }

    private static String range(Spread score) {
        return score.count() == 0 ? "" : GroupRow.number(score.min()) + " to " + GroupRow.number(score.max());
    }
}
