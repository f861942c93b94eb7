package unroll.app.training;

import unroll.engine.record.RunFolder;

/**
 * A run that was left for one that begins anew.
 *
 * @param folder where it is kept
 * @param update how many updates it had made
 */
public record LeftBehind(RunFolder folder, long update) {}
