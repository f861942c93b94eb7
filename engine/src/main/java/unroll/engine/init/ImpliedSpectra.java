package unroll.engine.init;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.ToDoubleFunction;
import unroll.engine.model.Layout;
import unroll.engine.model.Layout.Role;

/**
 * What drawn parameters imply before anything is learned.
 *
 * @param matrices every recurrent matrix, in the order of the layout
 */
public record ImpliedSpectra(List<RecurrentMatrix> matrices) {
    /** So many matrices are described one by one; of more, only the range. */
    private static final int EACH = 4;

    public ImpliedSpectra {
        matrices = List.copyOf(matrices);
    }

    /** What the flat parameter vector {@code theta} of a layout implies; takes about a second for 1000 hidden units. */
    public static ImpliedSpectra of(Layout layout, double[] theta) {
        return new ImpliedSpectra(layout.parts().stream()
                .filter(slot -> slot.role() == Role.RECURRENT_WEIGHT)
                .map(slot -> RecurrentMatrix.of(slot, theta))
                .toList());
    }

    /** For people: one line for each matrix, or one for all where they are many. */
    public List<String> lines() {
        return matrices.size() <= EACH
                ? matrices.stream().map(RecurrentMatrix::sentence).toList()
                : List.of(summary());
    }

    private String summary() {
        String square = matrices.stream().anyMatch(matrix -> matrix.radius().isPresent())
                ? "spectral radius " + range(matrix -> matrix.radius().orElse(Double.NaN)) + ", "
                : "";
        return matrices.size() + " recurrent matrices, " + matrices.getFirst().name() + " to "
                + matrices.getLast().name() + ": " + square + "largest singular value "
                + range(RecurrentMatrix::stretch)
                + ". Through each alone a difference between hidden states changes by a"
                + " factor of " + range(RecurrentMatrix::growth) + " in a step.";
    }

    private String range(ToDoubleFunction<RecurrentMatrix> number) {
        DoubleSummaryStatistics all = matrices.stream()
                .mapToDouble(number)
                .filter(value -> !Double.isNaN(value))
                .summaryStatistics();
        String least = Figures.of(all.getMin());
        String most = Figures.of(all.getMax());
        return least.equals(most) ? least : least + " to " + most;
    }
}
