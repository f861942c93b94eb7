package unroll.app.sequence;

import java.util.List;

/**
 * Pictures that move, side by side.
 *
 * @param width pixels across
 * @param height pixels down
 * @param strips what is compared, left to right
 */
public record Film(int width, int height, List<Strip> strips) implements Depiction {
    /** Nothing to look at. */
    public static final Film EMPTY = new Film(1, 1, List.of());

    /**
     * One moving picture.
     *
     * @param caption what it is
     * @param frames for each time step its brightnesses in 0..1, row by row; an empty array where there is no picture
     */
    public record Strip(String caption, float[][] frames) {}

    public Film {
        strips = List.copyOf(strips);
    }

    /** How many time steps there are. */
    public int steps() {
        return strips.isEmpty() ? 0 : strips.getFirst().frames().length;
    }
}
