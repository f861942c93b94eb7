package unroll.app.chart;

import java.util.List;
import java.util.Locale;

/**
 * What a chart of lanes shows.
 *
 * @param lanes the lines
 * @param baselines what must be beaten
 * @param common how far all have come; 0 where one has not begun
 * @param across what the lanes spend, for people: "seconds"
 */
public record LanesData(List<Lane> lanes, List<Level> baselines, double common, String across) {
    public static final LanesData EMPTY = new LanesData(List.of(), List.of(), 0, "");

    /** The colours of the lanes. */
    public static final List<Ink> INKS = List.of(Ink.MAIN, Ink.SECOND, Ink.THIRD, Ink.FOURTH);

    /**
     * A lane.
     *
     * @param name for people
     * @param ink its colour
     * @param curve its loss against what it spent
     */
    public record Lane(String name, Ink ink, Curve curve) {}

    public LanesData {
        lanes = List.copyOf(lanes);
        baselines = List.copyOf(baselines);
    }

    /** The style of a dot in the colour of a lane. */
    public static String style(int lane) {
        return "dot-" + INKS.get(lane).name().toLowerCase(Locale.ROOT);
    }
}
