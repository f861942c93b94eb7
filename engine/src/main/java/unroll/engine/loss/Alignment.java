package unroll.engine.loss;

/**
 * How a task's targets are label strings without alignment, judged by {@link Ctc} over whole sequences.
 *
 * @param collapse how an alignment spells a string
 * @param longest labels of the longest string
 */
public record Alignment(Collapse collapse, int longest) {}
