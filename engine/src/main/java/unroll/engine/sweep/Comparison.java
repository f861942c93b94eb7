package unroll.engine.sweep;

/**
 * A number in print beside the results of runs with the same settings.
 *
 * @param source where it stands: "thesis table 7.3"
 * @param what the row and column it stands in
 * @param printed the number
 * @param ours the last tests of our runs, in the same unit
 */
public record Comparison(String source, String what, double printed, Spread ours) {}
