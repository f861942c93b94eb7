package unroll.app.view.spectrum;

import java.util.List;
import java.util.function.Function;
import unroll.app.view.LiveAnswer;
import unroll.engine.analysis.Eigenvalues;
import unroll.engine.analysis.Spectrum;
import unroll.engine.model.Layout;
import unroll.engine.model.Layout.Role;
import unroll.engine.model.Layout.Slot;

/**
 * The eigenvalues of one recurrent matrix of a network.
 *
 * @param update whose network it is
 * @param parts its square recurrent matrices
 * @param part the name of the one that is shown
 * @param size how many units it has
 * @param spectrum its eigenvalues, all or the outermost; none where a number is not finite
 */
public record Eigen(long update, List<Slot> parts, String part, int size, Spectrum spectrum) implements LiveAnswer {
    /** Of no matrix. */
    public static final Eigen NONE = new Eigen(0, List.of(), "", 0, new Spectrum(new double[0], new double[0]));

    public Eigen {
        parts = List.copyOf(parts);
    }

    /** What people call the matrix. */
    public String title() {
        return Layout.titles(parts).getOrDefault(part, part);
    }

    /**
     * The eigenvalues of one of a network's matrices.
     *
     * @param part what it is called; the first square recurrent one where the network has none of that name
     * @param numbers of a part, row by row
     */
    public static Eigen of(long update, List<Slot> parts, String part, Function<Slot, double[]> numbers) {
        List<Slot> square = square(parts);
        if (square.isEmpty()) {
            return Eigen.NONE;
        }
        Slot shown = square.stream()
                .filter(slot -> slot.name().equals(part))
                .findFirst()
                .orElse(square.getFirst());
        return new Eigen(update, square, shown.name(), shown.rows(), spectrum(numbers.apply(shown), shown.rows()));
    }

    /** The square recurrent matrices among a network's parts. */
    static List<Slot> square(List<Slot> parts) {
        return parts.stream()
                .filter(slot -> slot.role() == Role.RECURRENT_WEIGHT && slot.rows() == slot.columns())
                .toList();
    }

    private static Spectrum spectrum(double[] numbers, int n) {
        for (double number : numbers) {
            if (!Double.isFinite(number)) {
                return Eigen.NONE.spectrum();
            }
        }
        return Eigenvalues.of(numbers, 0, n);
    }
}
