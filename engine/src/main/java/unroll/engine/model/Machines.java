package unroll.engine.model;

import unroll.engine.boltzmann.VisibleUnits;
import unroll.engine.graph.Parameter;
import unroll.engine.graph.Signal;

/**
 * Restricted Boltzmann machines that a network consists of, one for each step of each sequence, all with the same weights.
 *
 * @param noise standard deviation of Gaussian visible units, in whose units frames and visible biases are
 * @param weights W, hidden x visible units
 * @param hiddenBias {@code [T][B][H]}
 * @param visibleBias {@code [T][B][V]}
 */
public record Machines(VisibleUnits units, double noise, Parameter weights, Signal hiddenBias, Signal visibleBias) {}
