package unroll.app.view.update;

import java.util.List;
import java.util.OptionalInt;
import unroll.app.chart.Curve;
import unroll.app.control.Table;

/**
 * The inner iterations of an update, as they are drawn.
 *
 * @param quadratic what they minimise, over their numbers
 * @param residual the norm of the gradient that was left, over the same numbers
 * @param kept the numbers of those that the update looked back at
 * @param taken the number of the one that was taken; empty where that is not known yet
 */
public record InnerData(Curve quadratic, Curve residual, List<Integer> kept, OptionalInt taken) {
    /** No iterations. */
    public static final InnerData EMPTY = new InnerData(Curve.EMPTY, Curve.EMPTY, List.of(), OptionalInt.empty());

    public InnerData {
        if (quadratic.size() != residual.size()) {
            throw new IllegalArgumentException(quadratic.size() + " values but " + residual.size() + " residuals");
        }
        kept = List.copyOf(kept);
    }

    /** A row for each iteration. */
    public Table table(String name) {
        double[] numbers = quadratic.x();
        return new Table(
                name,
                List.of(
                        Table.Column.whole("iteration", numbers),
                        Table.Column.of("quadratic model", quadratic.y()),
                        Table.Column.of("residual", residual.y()),
                        new Table.Column(
                                "looked back at", numbers.length, i -> kept.contains((int) numbers[i]) ? "1" : "0"),
                        new Table.Column(
                                "taken",
                                numbers.length,
                                i -> taken.isPresent() && taken.getAsInt() == (int) numbers[i] ? "1" : "0")));
    }
}
