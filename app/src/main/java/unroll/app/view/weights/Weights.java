package unroll.app.view.weights;

import java.util.List;
import java.util.function.Function;
import unroll.app.control.Matrix;
import unroll.engine.model.Layout.Role;
import unroll.engine.model.Layout.Slot;
import unroll.engine.perturb.Perturbation.HeldWeight;

/**
 * One matrix or bias of a network.
 *
 * @param update whose network it is
 * @param parts what the network has: {@code W_hv}, {@code W_hh}, ...
 * @param part the one that is shown
 * @param numbers units that receive down, units that send across
 */
public record Weights(long update, List<String> parts, String part, Matrix numbers) {
    /** Of no network. */
    public static final Weights NONE = new Weights(0, List.of(), "", Matrix.EMPTY);

    /** The same with other numbers at some places. */
    Weights with(List<HeldWeight> held) {
        List<HeldWeight> here = held.stream()
                .filter(weight -> weight.part().equals(part)
                        && weight.row() < numbers.rows()
                        && weight.column() < numbers.columns())
                .toList();
        if (here.isEmpty()) {
            return this;
        }
        float[] values = numbers.values().clone();
        here.forEach(weight -> values[weight.row() * numbers.columns() + weight.column()] = (float) weight.value());
        return new Weights(update, parts, part, new Matrix(numbers.rows(), numbers.columns(), values));
    }

    /**
     * One of the matrices and biases of a network.
     *
     * @param part what it is called; the first recurrent matrix where the network has none of that name
     * @param numbers of a part, row by row
     */
    public static Weights of(long update, List<Slot> parts, String part, Function<Slot, double[]> numbers) {
        Slot shown = parts.stream()
                .filter(slot -> slot.name().equals(part))
                .findFirst()
                .or(() -> parts.stream()
                        .filter(slot -> slot.role() == Role.RECURRENT_WEIGHT)
                        .findFirst())
                .orElse(parts.getFirst());
        double[] all = numbers.apply(shown);
        float[] values = new float[all.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) all[i];
        }
        return new Weights(
                update,
                parts.stream().map(Slot::name).toList(),
                shown.name(),
                new Matrix(shown.rows(), shown.columns(), values));
    }
}
