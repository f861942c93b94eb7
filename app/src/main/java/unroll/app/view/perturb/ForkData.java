package unroll.app.view.perturb;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import unroll.app.chart.Curve;
import unroll.app.chart.SteppedData;
import unroll.app.control.Table;

/**
 * Two runs over T time steps that part, and how far apart they are.
 *
 * @param name what the two lines are of: "unit 12"
 * @param undisturbed the line that is left alone, T numbers
 * @param disturbed the other one
 * @param states how far apart the states are at each step; 0 where they are the same
 * @param outputs how far apart the outputs are
 * @param spans when something is done to the disturbed one
 * @param growth the stretch over which growth was measured, if it was
 * @param words what becomes of the difference; empty if there is nothing to say
 */
public record ForkData(
        String name,
        double[] undisturbed,
        double[] disturbed,
        double[] states,
        double[] outputs,
        List<Span> spans,
        Optional<Span> growth,
        String words)
        implements SteppedData {
    /** Nothing to show. */
    public static final ForkData EMPTY = new ForkData(
            "", new double[0], new double[0], new double[0], new double[0], List.of(), Optional.empty(), "");

    /**
     * Time steps one after the other.
     *
     * @param from the first, from 0
     * @param to one past the last
     */
    public record Span(int from, int to) {}

    public ForkData {
        spans = List.copyOf(spans);
        if (disturbed.length != undisturbed.length
                || states.length != undisturbed.length
                || outputs.length != undisturbed.length) {
            throw new IllegalArgumentException("lines of different length");
        }
    }

    @Override
    public int steps() {
        return undisturbed.length;
    }

    /** A line over the steps, counted from 1. */
    static Curve over(double[] numbers) {
        return new Curve(
                IntStream.rangeClosed(1, numbers.length).asDoubleStream().toArray(), numbers);
    }

    /** The same for a logarithmic axis: where there is no difference there is a gap, for 0 has no logarithm. */
    static Curve gapped(double[] distances) {
        double[] gapped = distances.clone();
        for (int t = 0; t < gapped.length; t++) {
            gapped[t] = gapped[t] > 0 ? gapped[t] : Double.NaN;
        }
        return over(gapped);
    }

    /** A row for each step. */
    @Override
    public List<Table> tables() {
        if (steps() == 0) {
            return List.of();
        }
        List<Table.Column> columns = new ArrayList<>();
        columns.add(Table.Column.counting("step", steps()));
        columns.add(Table.Column.of(name + " unperturbed", undisturbed));
        columns.add(Table.Column.of(name + " perturbed", disturbed));
        columns.add(Table.Column.of("distance of states", states));
        columns.add(Table.Column.of("distance of outputs", outputs));
        return List.of(new Table("", columns));
    }
}
