package unroll.engine.init;

/** What first parameters can follow from of the training sequences; each is found when it is asked for. */
public interface DataFigures {
    /** Pre-activations of the output units {@code [O]} that predict the mean target. */
    double[] centre();

    /**
     * How the targets follow linearly from the last {@code order} inputs: a constant and then, of the last input and those before,
     * {@code [1 + order I][O]}.
     */
    double[] regression(int order);
}
