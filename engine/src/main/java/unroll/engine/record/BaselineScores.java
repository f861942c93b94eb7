package unroll.engine.record;

/**
 * What a model must beat.
 *
 * @param name of the baseline
 * @param scores in the order of the task's metrics
 */
public record BaselineScores(String name, double[] scores) {}
