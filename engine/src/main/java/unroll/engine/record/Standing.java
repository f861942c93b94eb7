package unroll.engine.record;

import java.util.OptionalDouble;

/**
 * How far a run on the disk has come.
 *
 * @param update the last update that was written; 0 before the first
 * @param test the headline score of the newest test; empty before the first
 */
public record Standing(long update, OptionalDouble test) {}
