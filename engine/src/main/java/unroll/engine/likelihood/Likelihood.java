package unroll.engine.likelihood;

/**
 * The mean log-likelihood of targets, in nats a step that counts.
 *
 * @param mean over the steps that were taken
 * @param error standard error of the mean that comes of estimating partition functions; 0 where they are exact
 * @param effective chains that count in effect at a step, on average; NaN where none ran
 * @param steps that were taken
 * @param of how many
 * @param method how partition functions were found
 */
public record Likelihood(double mean, double error, double effective, int steps, int of, Method method) {
    /** How partition functions are found. */
    public enum Method {
        /** There are none: the loss is the negative log-likelihood. */
        NONE,
        /** By summing over all states of a layer. */
        ENUMERATION,
        /** By annealed importance sampling. */
        SAMPLING
    }
}
