package unroll.app.valley;

import java.util.List;
import unroll.app.chart.ValleyData;

/** What the gallery shows of this screen. */
public final class ValleyCard {
    private ValleyCard() {}

    /** The trails of the figure. */
    public static ValleyData trails() {
        Setup setup = Preset.FIGURE.setup();
        return ValleyController.picture(
                new DescentTrajectories(setup), List.of(Method.values()), setup.updates(), false);
    }
}
