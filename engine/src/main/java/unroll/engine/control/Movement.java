package unroll.engine.control;

/**
 * A movement of a plant.
 *
 * @param states {@code [T + 1][n]}: the first one and that after each step
 * @param commands {@code [T][m]}
 * @param cost what it costs; infinite where the plant leaves the finite numbers
 * @param iterations that found it
 */
public record Movement(double[][] states, double[][] commands, double cost, int iterations) {}
