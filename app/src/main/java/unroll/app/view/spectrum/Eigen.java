package unroll.app.view.spectrum;

import java.util.List;
import unroll.engine.analysis.Spectrum;

/**
 * The eigenvalues of one recurrent matrix of a network.
 *
 * @param update whose network it is
 * @param parts its square recurrent matrices
 * @param part the one that is shown
 * @param size how many units it has
 * @param spectrum its eigenvalues, all or the outermost; none where a number is not finite
 */
public record Eigen(long update, List<String> parts, String part, int size, Spectrum spectrum) {
    /** Of no matrix. */
    public static final Eigen NONE = new Eigen(0, List.of(), "", 0, new Spectrum(new double[0], new double[0]));
}
