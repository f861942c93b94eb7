package unroll.app.view.update;

import java.util.List;
import unroll.app.chart.GaugeData;

/**
 * What a view of the inside of updates shows.
 *
 * @param shown the update whose iterations are shown, from 1; 0 before the first
 * @param iterates whether its updates have iterations at all
 * @param inner its iterations
 * @param gauges the readings of every update
 * @param words the other readings of one update, which they name
 * @param help what those words mean
 */
public record UpdateData(
        long shown, boolean iterates, InnerData inner, List<GaugeData> gauges, String words, String help) {
    /** Before the first update. */
    public static final UpdateData EMPTY = new UpdateData(0, true, InnerData.EMPTY, List.of(), "", "");
}
