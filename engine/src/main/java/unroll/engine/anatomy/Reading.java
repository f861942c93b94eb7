package unroll.engine.anatomy;

/**
 * Numbers as they are read, perhaps late.
 *
 * @param part which of {@link Anatomy#parts} they are
 * @param lag how many steps ago
 * @param values at the step at which they are read, {@code [T][n]}
 */
public record Reading(int part, int lag, double[][] values) {}
