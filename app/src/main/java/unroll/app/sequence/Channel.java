package unroll.app.sequence;

/**
 * One number over the time steps, as it is and as the network sees it; NaN where there is none.
 *
 * @param name what it is
 * @param truth as it is
 * @param prediction one step ahead, from the truth so far
 * @param freeRun from the network's own predictions
 */
public record Channel(String name, float[] truth, float[] prediction, float[] freeRun) {}
