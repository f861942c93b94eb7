package unroll.engine.loss;

/**
 * That the targets of a task are label strings without alignment, judged by {@link Ctc} over whole sequences.
 *
 * @param collapse how an alignment spells a string
 * @param longest labels of the longest string
 */
public record Alignment(Collapse collapse, int longest) {}
