package unroll.app.view.weights;

import java.util.List;
import java.util.function.Function;
import unroll.app.chart.Matrix;
import unroll.app.view.LiveAnswer;
import unroll.engine.model.Layout;
import unroll.engine.model.Layout.Role;
import unroll.engine.model.Layout.Slot;
import unroll.engine.perturb.HeldWeight;

/**
 * One matrix or bias of a network.
 *
 * @param update whose network it is
 * @param parts what the network has
 * @param part the name of the one that is shown: {@code W_hh}
 * @param weight whether it holds weights, and no bias or first state
 * @param numbers units that receive down, units that send across
 */
public record WeightMatrix(long update, List<Slot> parts, String part, boolean weight, Matrix numbers)
        implements LiveAnswer {
    /** Of no network. */
    public static final WeightMatrix NONE = new WeightMatrix(0, List.of(), "", true, Matrix.EMPTY);

    public WeightMatrix {
        parts = List.copyOf(parts);
    }

    /** What people call it. */
    public String title() {
        return Layout.titles(parts).getOrDefault(part, part);
    }

    /** A place of this matrix, from 0, at another number. */
    HeldWeight held(int row, int column, double number) {
        return new HeldWeight(part, row + 1, column + 1, number);
    }

    /** The same with other numbers at some places. */
    WeightMatrix with(List<HeldWeight> held) {
        List<HeldWeight> here = held.stream()
                .filter(one ->
                        one.part().equals(part) && one.row() <= numbers.rows() && one.column() <= numbers.columns())
                .toList();
        if (here.isEmpty()) {
            return this;
        }
        float[] values = numbers.values().clone();
        here.forEach(one -> values[(one.row() - 1) * numbers.columns() + one.column() - 1] = (float) one.value());
        return new WeightMatrix(update, parts, part, weight, new Matrix(numbers.rows(), numbers.columns(), values));
    }

    /**
     * One of the matrices and biases of a network.
     *
     * @param part what it is called; the first recurrent matrix where the network has none of that name
     * @param numbers of a part, row by row
     */
    public static WeightMatrix of(long update, List<Slot> parts, String part, Function<Slot, double[]> numbers) {
        Slot shown = parts.stream()
                .filter(slot -> slot.name().equals(part))
                .findFirst()
                .or(() -> parts.stream()
                        .filter(slot -> slot.role() == Role.RECURRENT_WEIGHT)
                        .findFirst())
                .orElse(parts.getFirst());
        return new WeightMatrix(
                update,
                parts,
                shown.name(),
                shown.role().weight(),
                Matrix.of(shown.rows(), shown.columns(), numbers.apply(shown)));
    }
}
