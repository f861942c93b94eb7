package unroll.app.chart;

import java.util.List;

/**
 * What a chart of several runs on top of each other shows.
 *
 * @param entries at most as many as there are {@link #INKS}, and one in the colour of what others are compared with
 * @param across what goes to the right: "updates"
 */
public record OverlayData(List<Entry> entries, String across) {
    public static final OverlayData EMPTY = new OverlayData(List.of(), "");

    /** The colours of entries, in the order in which they are given away. */
    public static final List<Ink> INKS =
            List.of(Ink.MAIN, Ink.SECOND, Ink.THIRD, Ink.FOURTH, Ink.FIFTH, Ink.SIXTH, Ink.SEVENTH);

    public OverlayData {
        entries = List.copyOf(entries);
    }

    /**
     * One run, or several that are drawn as one.
     *
     * @param name for people
     * @param ink its colour
     * @param dashed whether it is what others are compared with
     * @param line the curve, or the mean of several
     * @param low the least of them; empty for one
     * @param high the most of them; empty for one
     * @param singles curves that are drawn thinly for themselves
     */
    public record Entry(String name, Ink ink, boolean dashed, Curve line, Curve low, Curve high, List<Curve> singles) {
        public Entry {
            singles = List.copyOf(singles);
        }
    }
}
