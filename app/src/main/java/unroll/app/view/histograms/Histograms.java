package unroll.app.view.histograms;

import java.util.List;
import unroll.app.chart.Matrix;
import unroll.app.view.LiveAnswer;
import unroll.engine.analysis.Distribution;
import unroll.engine.model.Layout;
import unroll.engine.model.Layout.Slot;

/**
 * The numbers of one matrix or bias of a network, and their gradient.
 *
 * @param update whose network it is
 * @param question what was asked
 * @param parts all matrices and biases
 * @param part the name of the one that is shown
 * @param weights its numbers
 * @param gradients as many
 */
public record Histograms(
        long update, HistogramsQuestion question, List<Slot> parts, String part, Sample weights, Sample gradients)
        implements LiveAnswer {
    /** Of no network. */
    static final Histograms NONE =
            new Histograms(0, new HistogramsQuestion("", 1), List.of(), "", Sample.NONE, Sample.NONE);

    /**
     * Numbers and how they are distributed.
     *
     * @param numbers in one row
     */
    public record Sample(Matrix numbers, Distribution distribution) {
        private static final Sample NONE = of(new double[0]);

        static Sample of(double[] numbers) {
            float[] single = new float[numbers.length];
            for (int i = 0; i < single.length; i++) {
                single[i] = (float) numbers[i];
            }
            return new Sample(new Matrix(1, single.length, single), Distribution.of(numbers));
        }
    }

    public Histograms {
        parts = List.copyOf(parts);
    }

    /** What people call the matrix. */
    String title() {
        return Layout.titles(parts).getOrDefault(part, part);
    }
}
