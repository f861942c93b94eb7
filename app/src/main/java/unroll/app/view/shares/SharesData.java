package unroll.app.view.shares;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import unroll.app.chart.Curve;
import unroll.app.chart.SteppedData;
import unroll.app.control.Numbers;
import unroll.app.control.Table;
import unroll.engine.anatomy.Shares;
import unroll.engine.model.Layout.Slot;
import unroll.engine.plot.Scale;

/** The shares of one weight as they are drawn; empty while there are none. */
record SharesData(Optional<Shares> shares) implements SteppedData {
    /** Nothing to show. */
    static final SharesData EMPTY = new SharesData(Optional.empty());

    /** The step of gradient descent that is told: a tenth, as lectures take it. */
    private static final double RATE = 0.1;

    /** Room above and below, as a share of what is drawn. */
    private static final double MARGIN = 0.16;

    private static final double[] NONE = new double[0];

    /** By each step. */
    double[] each() {
        return shares.map(Shares::shares).orElse(NONE);
    }

    /** Up to each step. */
    double[] sums() {
        return shares.map(Shares::sums).orElse(NONE);
    }

    @Override
    public int steps() {
        return each().length;
    }

    /** "W_hh 2←1". */
    static String name(Shares shares) {
        Slot slot = shares.slot();
        return slot.title() + " " + (slot.role().weight() ? (shares.row() + 1) + "\u2190" : "") + (shares.column() + 1);
    }

    @Override
    public String words() {
        return shares.map(SharesData::words).orElse("");
    }

    private static String words(Shares now) {
        String name = name(now) + " = " + Numbers.measured(now.weight());
        String sum = "The sum of its " + now.shares().length + " uses is its gradient, "
                + Numbers.measured(now.gradient()) + ".";
        if (!now.whole()) {
            return name + ". Its uses are no products of an error and one number, so that there are no shares.";
        }
        double[] apart = Arrays.stream(now.shares())
                .map(share -> now.weight() - RATE * share)
                .toArray();
        double least = Arrays.stream(apart).min().orElse(Double.NaN);
        double most = Arrays.stream(apart).max().orElse(Double.NaN);
        return name + ". " + sum + " A step of " + RATE + " downhill: tied to "
                + Numbers.measured(now.weight() - RATE * now.gradient()) + "; copies of their own would part, from "
                + Numbers.measured(least) + " to " + Numbers.measured(most) + ".";
    }

    /** Every share as an upright line from 0, with a gap to the next. */
    Curve bars() {
        double[] each = each();
        double[] x = new double[3 * each.length];
        double[] y = new double[3 * each.length];
        for (int t = 0; t < each.length; t++) {
            Arrays.fill(x, 3 * t, 3 * t + 3, t + 1.0);
            y[3 * t + 1] = each[t];
            y[3 * t + 2] = Double.NaN;
        }
        return new Curve(x, y);
    }

    /** Numbers over the steps, counted from 1. */
    static Curve over(double[] numbers) {
        return new Curve(
                IntStream.rangeClosed(1, numbers.length).asDoubleStream().toArray(), numbers);
    }

    /** An axis with these numbers and 0 on it. */
    static Scale up(double[] numbers) {
        double[] finite = Arrays.stream(numbers).filter(Double::isFinite).toArray();
        double low = Math.min(0, Arrays.stream(finite).min().orElse(0));
        double high = Math.max(0, Arrays.stream(finite).max().orElse(0));
        high = high > low ? high : low + 1;
        double margin = MARGIN * (high - low);
        return new Scale(low - margin, high + margin, false);
    }

    @Override
    public List<Table> tables() {
        if (shares.isEmpty()) {
            return List.of();
        }
        List<Table.Column> columns = new ArrayList<>();
        columns.add(Table.Column.counting("step", steps()));
        columns.add(Table.Column.of("dL/d " + name(shares.get()) + " of the step", each()));
        columns.add(Table.Column.of("running sum", sums()));
        return List.of(new Table("", columns));
    }
}
