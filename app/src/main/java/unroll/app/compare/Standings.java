package unroll.app.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import unroll.app.chart.Curve;
import unroll.app.chart.LanesData;
import unroll.app.chart.Level;
import unroll.engine.record.BaselineScores;
import unroll.engine.record.Cost;
import unroll.engine.record.TrainingCurves;
import unroll.engine.run.Snapshot;

/**
 * How a race stands, in the form that the views draw.
 *
 * @param chart the lanes' losses against what they cost
 * @param rows a row a lane
 */
record Standings(LanesData chart, List<LaneRow> rows) {
    static final Standings EMPTY = new Standings(LanesData.EMPTY, List.of());

    /** Losses are averaged over this share of the dearest lane's cost: the same for all, however much an update costs. */
    private static final double AVERAGED = 0.01;

    Standings {
        rows = List.copyOf(rows);
    }

    /**
     * The standings by the newest snapshots of the lanes.
     *
     * @param tests whether losses are those on test sequences; of batches otherwise
     */
    static Standings of(Lineup lineup, List<Snapshot> lanes, List<BaselineScores> baselines, Cost cost, boolean tests) {
        double most =
                lanes.stream().mapToDouble(lane -> spent(lane, cost)).max().orElse(0);
        double common =
                lanes.stream().mapToDouble(lane -> spent(lane, cost)).min().orElse(0);
        List<Curve> curves = lanes.stream()
                .map(lane -> tests ? test(lane.curves(), cost) : train(lane.curves(), cost, AVERAGED * most))
                .toList();
        double[] equal = curves.stream().mapToDouble(curve -> at(curve, common)).toArray();
        List<LanesData.Lane> drawn = new ArrayList<>();
        List<LaneRow> rows = new ArrayList<>();
        for (int i = 0; i < lanes.size(); i++) {
            drawn.add(new LanesData.Lane(lineup.label(i), LanesData.INKS.get(i), curves.get(i)));
            rows.add(row(lineup, lanes.get(i), equal, i));
        }
        List<Level> levels = baselines.stream()
                .map(baseline -> new Level(baseline.name(), baseline.scores()[0]))
                .toList();
        return new Standings(new LanesData(drawn, levels, common, cost.words()), rows);
    }

    private static LaneRow row(Lineup lineup, Snapshot lane, double[] equal, int i) {
        TrainingCurves curves = lane.curves();
        int tests = curves.tests();
        return new LaneRow(
                LanesData.style(i),
                lineup.label(i),
                place(equal, i),
                standing(lane, lineup.budget()),
                lane.trouble().orElse(""),
                equal[i],
                tests == 0 ? Double.NaN : curves.test(tests - 1, 0),
                lane.update(),
                spent(lane, Cost.EVALUATIONS),
                spent(lane, Cost.SECONDS));
    }

    private static String standing(Snapshot lane, double budget) {
        return switch (lane.state()) {
            case READY -> "ready";
            case RUNNING -> "running";
            case PAUSED -> spent(lane, Cost.EVALUATIONS) < budget ? "at rest" : "done";
            case FINISHED -> "done";
            case DIVERGED -> "diverged";
            case FAILED -> "failed";
            case CLOSED -> "closed";
        };
    }

    /** Its place: one more than there are better lanes; 0 where its own loss is not known. */
    private static int place(double[] equal, int i) {
        return Double.isNaN(equal[i])
                ? 0
                : 1
                        + (int) IntStream.range(0, equal.length)
                                .filter(k -> equal[k] < equal[i])
                                .count();
    }

    private static double spent(Snapshot lane, Cost cost) {
        int points = lane.curves().size();
        return points == 0 ? 0 : cost.of(lane.curves(), points - 1);
    }

    private static Curve train(TrainingCurves curves, Cost cost, double way) {
        int points = curves.size();
        double[] x = new double[points];
        double[] y = new double[points];
        for (int i = 0; i < points; i++) {
            x[i] = cost.of(curves, i);
            y[i] = curves.train(i);
        }
        return new Curve(x, y).averaged(way);
    }

    private static Curve test(TrainingCurves curves, Cost cost) {
        int tests = curves.tests();
        double[] x = new double[tests];
        double[] y = new double[tests];
        int point = 0;
        for (int i = 0; i < tests; i++) {
            while (point < curves.size() && curves.update(point) <= curves.testUpdate(i)) {
                point++;
            }
            x[i] = point == 0 ? 0 : cost.of(curves, point - 1);
            y[i] = curves.test(i, 0);
        }
        return new Curve(x, y);
    }

    private static double at(Curve curve, double x) {
        int i = curve.indexAt(x);
        return x > 0 && i >= 0 ? curve.y()[i] : Double.NaN;
    }
}
