package unroll.app.compare;

/**
 * A lane of a race as its table shows it.
 *
 * @param style the style of its colour
 * @param name of its optimiser
 * @param place among the lanes at equal cost, from 1; 0 where nothing can be said
 * @param standing "running"
 * @param trouble what went wrong; empty for nothing
 * @param equal loss where all have spent the same; NaN before
 * @param test last test score; NaN before the first
 * @param updates made
 * @param evaluations asked for
 * @param seconds trained
 */
record LaneRow(
        String style,
        String name,
        int place,
        String standing,
        String trouble,
        double equal,
        double test,
        long updates,
        double evaluations,
        double seconds) {}
