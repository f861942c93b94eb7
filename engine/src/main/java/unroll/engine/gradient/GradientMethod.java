package unroll.engine.gradient;

/** Finds the gradient of the sequences it was made for. */
public interface GradientMethod {
    /**
     * The loss times {@code scale} and, in the parameters' gradient vector, its gradient or an approximation of it.
     *
     * @param piece which piece of the sequences, where the method makes an update for each of several pieces; 0 otherwise
     */
    double gradient(double scale, int piece);

    /** The loss alone, of what {@link #gradient} differentiates: of the same piece, with the same additions. */
    double value(double scale, int piece);
}
