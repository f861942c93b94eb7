package unroll.app.runs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import unroll.app.control.Numbers;
import unroll.app.control.RowColumn;

/**
 * Which columns the table of runs has.
 *
 * @param paths of settings that have one each
 * @param words what the column of words about them is called; empty for none
 * @param measured whether the runs are judged by different measures, so that each row names its own
 * @param tagged whether there are tags
 * @param noted whether there are notes
 */
record RunsColumns(List<Named> paths, String words, boolean measured, boolean tagged, boolean noted) {
    /** Letters for what sets a run apart. */
    private static final int ROOM = 64;

    /** A setting, and what people call it. */
    record Named(String path, String label) {}

    static RunsColumns of(RunsTable table) {
        return new RunsColumns(
                table.paths().stream()
                        .map(path -> new Named(path, label(table, path)))
                        .toList(),
                !table.words() ? "" : table.baseline().isPresent() ? "beside the baseline" : "settings",
                table.rows().stream()
                                .map(RunRow::measure)
                                .filter(measure -> !measure.isEmpty())
                                .distinct()
                                .count()
                        > 1,
                table.rows().stream().anyMatch(row -> !row.tags().isEmpty()),
                table.rows().stream().anyMatch(row -> !row.remarks().notes().isBlank()));
    }

    List<RowColumn<RunRow>> columns() {
        List<RowColumn<RunRow>> columns = new ArrayList<>();
        columns.add(RowColumn.<RunRow>words(
                        "run",
                        "Enter or two clicks open it, F2 renames it; the dot says how it goes",
                        row -> row.baseline() ? row.name() + " \u00b7 baseline" : row.name())
                .withDot(row -> row.state().style())
                .withMore(RunRow::id));
        if (tagged) {
            columns.add(RowColumn.<RunRow>words("tags", "Words that were given to it (T)", RunRow::tags)
                    .withMore(RunRow::tags));
        }
        columns.add(RowColumn.<RunRow>words("state", "How far it is", RunRow::standing)
                .by(Comparator.comparing((RunRow row) -> row.state()).thenComparingLong(RunRow::updates))
                .withMore(row -> row.trouble().isEmpty() ? row.of() : row.trouble()));
        columns.add(RowColumn.<RunRow>number(
                        "best", "The best headline score of all its tests", row -> score(row.best()), RunRow::best)
                .withMore(row -> row.measure() + (row.bestAt().isEmpty() ? "" : ", " + row.bestAt())));
        columns.add(RowColumn.<RunRow>number(
                        "last", "The headline score of its last test", row -> score(row.last()), RunRow::last)
                .withMore(RunRow::measure));
        if (measured) {
            columns.add(RowColumn.words("measure", "What its headline score is", RunRow::measure));
        }
        columns.add(RowColumn.words(
                "seeds", "Of data, first parameters and samples; one number if they agree", RunRow::seeds));
        columns.add(RowColumn.<RunRow>number("updates", "Updates made", RunsColumns::updates, RunRow::updates)
                .withMore(RunRow::of));
        columns.add(RowColumn.number("time", "Spent on training and tests", RunRow::time, RunRow::seconds));
        columns.add(RowColumn.<RunRow>words("begun", "When its folder was made", RunRow::begun)
                .by(Comparator.comparing(RunRow::made).reversed()));
        columns.add(RowColumn.<RunRow>words("changed", "When it was last written to", RunRow::when)
                .by(Comparator.comparing((RunRow row) -> row.run().changed()).reversed()));
        for (Named named : paths) {
            columns.add(
                    RowColumn.words(named.label(), "The setting " + named.path(), row -> row.setting(named.path())));
        }
        if (!words.isEmpty()) {
            columns.add(RowColumn.<RunRow>words(words, wordsHelp(), RunRow::differs)
                    .withRoom(ROOM)
                    .withMore(row -> row.paths().replace(", ", "\n")));
        }
        if (noted) {
            columns.add(RowColumn.<RunRow>words("notes", "What was written about it", RunsColumns::firstLine)
                    .withMore(row -> row.remarks().notes()));
        }
        return columns;
    }

    private static String label(RunsTable table, String path) {
        return table.rows().stream()
                .map(row -> row.label(path))
                .filter(label -> !label.equals(path))
                .findFirst()
                .orElse(path);
    }

    private String wordsHelp() {
        return words.equals("settings")
                ? "Settings that are not the same in all runs that are shown and have them; pin a baseline (P), or type"
                        + " a filter, to see less"
                : "In which settings it differs from the baseline; seeds have a column of their own";
    }

    private static String score(double score) {
        return Double.isNaN(score) ? "" : Numbers.measured(score);
    }

    private static String updates(RunRow row) {
        return row.updates() < 0 ? "" : Numbers.whole(row.updates());
    }

    private static String firstLine(RunRow row) {
        return row.remarks().notes().strip().lines().findFirst().orElse("");
    }
}
