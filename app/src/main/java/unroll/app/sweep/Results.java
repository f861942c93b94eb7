package unroll.app.sweep;

import java.util.List;
import unroll.app.chart.Spreads;
import unroll.engine.sweep.Figure;
import unroll.engine.sweep.Report;
import unroll.engine.sweep.SweepSnapshot;

/**
 * The results of a sweep so far, in the form that the views draw.
 *
 * @param over how many runs are over
 * @param groups runs that differ in their seeds alone
 * @param pictures minibatches to solve
 */
record Results(long over, List<GroupRow> groups, List<Picture> pictures) {
    /** Before anything is known. */
    static final Results EMPTY = new Results(-1, List.of(), List.of());

    Results {
        groups = List.copyOf(groups);
        pictures = List.copyOf(pictures);
    }

    /**
     * A picture.
     *
     * @param title the values that all its runs share; empty where there are none
     */
    record Picture(String title, Spreads spreads) {}

    /** What a report says; takes a moment, so on a thread that may wait. */
    static Results of(Report report, SweepSnapshot snapshot) {
        return new Results(
                snapshot.over(),
                report.groups().stream()
                        .map(group -> GroupRow.of(report, group))
                        .toList(),
                report.figures().stream()
                        .map(figure -> new Picture(figure.title(), spreads(figure)))
                        .toList());
    }

    /** Whether there is a number in print beside any of ours. */
    boolean compared() {
        return groups.stream().anyMatch(group -> !group.comparisons().isEmpty());
    }

    static Spreads spreads(Figure figure) {
        return new Spreads(
                figure.across(),
                figure.curves().stream()
                        .map(curve -> new Spreads.Named(
                                curve.name(),
                                curve.points().stream()
                                        .map(point -> new Spreads.Point(
                                                point.x(),
                                                point.minibatches().mean(),
                                                point.minibatches().min(),
                                                point.minibatches().max(),
                                                point.failures()))
                                        .toList()))
                        .toList());
    }
}
