package unroll.engine.objective;

import unroll.engine.backend.Buffer;

/**
 * The Gauss-Newton matrix G of a surface's loss (thesis sec. 4.2), known by its products. It is taken at the theta of the last
 * sweep over the surface's sequences, by its loss or gradient or those of a surface that shares its memory: after a sweep at
 * another theta, compute a loss at this one before the next product.
 */
public interface GaussNewton {
    /**
     * {@code G v + structural G_S v}, where {@code G_S} is the structural damping (eq. 4.7).
     *
     * @param structural weight of the damping of hidden units, averaged over sequences and summed over time; 0 for none
     * @param product overwritten
     */
    void product(Buffer direction, double structural, Buffer product);

    /**
     * How large the entries of the gradient are whatever their signs, which stands for the diagonal of G. The sequences are taken in
     * the groups in which they are swept, and the squares of the groups' mean gradients are averaged. In a group signs may
     * cancel, so this is at most the mean square over single sequences.
     *
     * @param gradient what {@link Surface#gradient} has just given
     * @param squares overwritten
     */
    void gradientSquares(Buffer gradient, Buffer squares);
}
