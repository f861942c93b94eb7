package unroll.engine.record;

import java.util.Deque;

/**
 * A line of an update, or of a test, which has scores.
 *
 * @param words as they stand in the file
 * @param update made, or before the test
 * @param seconds of training so far
 * @param train loss of the update; 0 for a test
 * @param evaluations of the update, in whole batches; 0 for a test
 * @param scores of the test; none for an update
 */
record MetricsLine(String words, long update, double seconds, double train, double evaluations, double[] scores) {
    boolean isTest() {
        return scores.length > 0;
    }

    /** Joins the lines before it: an update that is made anew takes the place of what was written from there on. */
    void join(Deque<MetricsLine> before) {
        while (!isTest() && !before.isEmpty() && before.getLast().update >= update) {
            before.removeLast();
        }
        before.addLast(this);
    }
}
