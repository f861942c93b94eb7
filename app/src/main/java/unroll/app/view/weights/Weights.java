package unroll.app.view.weights;

import java.util.List;
import unroll.app.control.Matrix;

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
}
