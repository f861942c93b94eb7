package unroll.engine.init;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import unroll.engine.model.Layout;
import unroll.engine.model.Layout.Role;

/**
 * What drawn parameters imply before anything is learned.
 *
 * @param matrices every recurrent matrix, in the order of the layout
 * @param blended of recurrent weights that the input blends from factors, the mean spectral radius; else none
 */
public record ImpliedSpectra(List<RecurrentMatrix> matrices, OptionalDouble blended) {
    /** So many matrices are described one by one; of more, only the range. */
    private static final int EACH = 4;

    public ImpliedSpectra {
        matrices = List.copyOf(matrices);
    }

    /**
     * What the flat parameter vector {@code theta} of a layout implies; takes about a second for 1000 hidden units.
     *
     * @param transition the matrix, if any, that differences between hidden states pass alone
     */
    public static ImpliedSpectra of(Layout layout, double[] theta, Optional<String> transition) {
        List<RecurrentMatrix> matrices = layout.parts().stream()
                .filter(slot -> slot.role() == Role.RECURRENT_WEIGHT)
                .map(slot -> RecurrentMatrix.of(
                        slot, theta, transition.filter(slot.name()::equals).isPresent()))
                .toList();
        return new ImpliedSpectra(
                matrices,
                layout.factors().stream()
                        .mapToDouble(factors -> BlendedWeights.radius(factors, theta))
                        .findFirst());
    }

    /** For people: one line for each matrix, or one for all where they are many. */
    public List<String> lines() {
        Stream<String> each =
                matrices.size() <= EACH ? matrices.stream().map(RecurrentMatrix::sentence) : Stream.of(summary());
        return Stream.concat(each, blended.stream().mapToObj(ImpliedSpectra::blend))
                .toList();
    }

    private static String blend(double radius) {
        return "The recurrent weights that an input blends of them have a spectral radius of " + Figures.of(radius)
                + " on average.";
    }

    private String summary() {
        String square = matrices.stream().anyMatch(matrix -> matrix.radius().isPresent())
                ? "spectral radius " + range(matrix -> matrix.radius().orElse(Double.NaN)) + ", "
                : "";
        return matrices.size() + " recurrent matrices, " + matrices.getFirst().name() + " to "
                + matrices.getLast().name() + ": " + square + "largest singular value "
                + range(RecurrentMatrix::stretch) + ". A difference that passes one of them changes by a factor of "
                + range(RecurrentMatrix::growth) + ".";
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
