package unroll.engine.objective;

/**
 * The first quantity, in the order of computation, that is no finite number.
 *
 * @param tensor what it is, for people
 * @param step its first bad time step in that order, counted from 1; 0 where it has no time steps
 */
public record NotFinite(String tensor, int step) {}
