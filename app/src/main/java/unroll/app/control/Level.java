package unroll.app.control;

/**
 * A named height in a plot, such as what a baseline reaches.
 *
 * @param name what reaches it
 * @param value how high
 */
public record Level(String name, double value) {}
