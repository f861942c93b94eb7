package unroll.app.valley;

import java.util.List;
import unroll.app.chart.ValleyData;
import unroll.app.chart.ValleyPlot;
import unroll.app.gallery.GalleryCard;

/** What the gallery shows of this screen. */
public final class ValleyCard {
    private ValleyCard() {}

    /** Its card, with the trails of the figure. */
    public static GalleryCard card() {
        Setup setup = Preset.FIGURE.setup();
        ValleyData trails = ValleyController.picture(
                new DescentTrajectories(setup), List.of(Method.values()), setup.updates(), false);
        return new GalleryCard(
                new GalleryCard.Goal.Valley(),
                "Momentum in a valley",
                "Gradient descent, momentum and Nesterov\u2019s gradient from the same start. Drag it, and bend the"
                        + " valley.",
                "opens at once",
                () -> ValleyPlot.still(trails));
    }
}
