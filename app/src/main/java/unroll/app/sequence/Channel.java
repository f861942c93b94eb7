package unroll.app.sequence;

/**
 * One number over the time steps, as it is and as the network sees it; NaN where there is none.
 *
 * @param name what it is
 * @param truth as it is
 * @param prediction one step ahead, from the truth so far
 * @param freeRun from the network's own predictions
 */
public record Channel(String name, float[] truth, float[] prediction, float[] freeRun) {
    /** Whether it goes in only: nothing of it is predicted. */
    boolean isGiven() {
        return !holdsNumbers(prediction) && !holdsNumbers(freeRun);
    }

    /** Whether some of them is one. */
    static boolean holdsNumbers(float[] values) {
        for (float value : values) {
            if (!Float.isNaN(value)) {
                return true;
            }
        }
        return false;
    }
}
