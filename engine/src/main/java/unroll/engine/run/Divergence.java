package unroll.engine.run;

/**
 * Where numbers stopped being numbers.
 *
 * @param update the update that could not be made
 * @param tensor the first quantity that is not finite: "hidden state h"
 * @param step its first bad time step, counted from 1; 0 where the tensor has none
 */
public record Divergence(long update, String tensor, int step) {
    /** The sentence that people read. */
    public String sentence() {
        return "Update " + update + " was not made: " + tensor
                + (step > 0 ? " is not finite from time step " + step : " is not finite")
                + ". The parameters are those before it; lower the learning rate or clip the gradient, then go on.";
    }
}
