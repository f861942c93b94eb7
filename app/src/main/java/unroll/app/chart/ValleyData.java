package unroll.app.chart;

import java.util.List;

/**
 * Trails in the valley {@code f(x) = (lambda_1 x_1^2 + lambda_2 x_2^2) / 2} of which the directions may be turned.
 *
 * @param first lambda_1, above 0
 * @param second lambda_2, above 0
 * @param angle by which the first direction is turned from the right upwards, in degrees
 * @param trails the last on top; all from the same start
 * @param shown updates that are drawn of them
 * @param next the parts of the steps that follow; none where they are not asked for
 */
public record ValleyData(double first, double second, double angle, List<Trail> trails, int shown, List<Next> next) {
    /** Nothing to show. */
    public static final ValleyData EMPTY = new ValleyData(1, 1, 0, List.of(), 0, List.of());

    /**
     * The parts of a step: what is kept of the velocity, then what the gradient adds.
     *
     * @param ink its colour
     */
    public record Next(Ink ink, double fromX, double fromY, double keptX, double keptY, double toX, double toY) {}

    public ValleyData {
        trails = List.copyOf(trails);
        next = List.copyOf(next);
    }
}
