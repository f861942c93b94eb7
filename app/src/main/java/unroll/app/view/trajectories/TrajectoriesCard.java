package unroll.app.view.trajectories;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.IntegerProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import unroll.app.chart.Ink;
import unroll.app.chart.PlaneData;
import unroll.app.chart.PlaneData.Form;
import unroll.app.chart.PlaneData.Trace;
import unroll.app.chart.PlanePlot;
import unroll.app.control.Card;
import unroll.app.control.Numbers;

/** The card of the hidden state's ways through its two principal axes, which stay where they were first found. */
public final class TrajectoriesCard {
    /** What people call it. */
    public static final String TITLE = "Trajectories";

    private TrajectoriesCard() {}

    /**
     * The card, which shows what {@code model} says.
     *
     * @param time the time step, from 0, at which a mark stands on every way
     * @param sequence the test sequence, from 1, whose way is drawn strongly
     */
    public static Card of(TrajectoriesModel model, IntegerProperty time, IntegerProperty sequence) {
        PlanePlot plane = new PlanePlot("Ways of the hidden state along its two principal axes", "PC 1", "PC 2");
        Runnable draw =
                () -> plane.dataProperty().set(drawn(model.waysProperty().get(), time.get(), sequence.get() - 1));
        model.waysProperty().subscribe(draw);
        time.subscribe(draw);
        sequence.subscribe(draw);
        Card card = new Card(TITLE, plane);
        Button refit = new Button("New axes");
        refit.getStyleClass().add("quiet-toggle");
        refit.setFocusTraversable(false);
        refit.setMinWidth(Button.USE_PREF_SIZE);
        refit.setTooltip(
                new Tooltip("Find the axes from the hidden states as they are now; until then they stay, so that"
                        + " what moves is the network"));
        refit.setOnAction(event -> model.fitsProperty().set(model.fitsProperty().get() + 1));
        card.addTool(refit);
        card.subtitleProperty().bind(model.waysProperty().map(TrajectoriesCard::words));
        return card;
    }

    static PlaneData drawn(Trajectories ways, int time, int sequence) {
        List<Trace> traces = new ArrayList<>();
        List<Trajectories.Way> all = ways.ways();
        for (int i = 0; i < all.size(); i++) {
            if (i != sequence) {
                traces.add(new Trace(all.get(i).x(), all.get(i).y(), Ink.FAINT, Form.WAY));
            }
        }
        for (int i = 0; i < all.size(); i++) {
            if (i != sequence) {
                traces.add(now(all.get(i), time, Ink.QUIET));
            }
        }
        if (sequence < all.size()) {
            traces.add(new Trace(all.get(sequence).x(), all.get(sequence).y(), Ink.MAIN, Form.WAY));
            traces.add(now(all.get(sequence), time, Ink.MAIN));
        }
        return new PlaneData(ways.reach(), ways.reach(), false, traces);
    }

    private static Trace now(Trajectories.Way way, int time, Ink ink) {
        int t = Math.clamp(time, 0, way.x().length - 1);
        return new Trace(
                new double[] {way.x()[t]}, new double[] {way.y()[t]}, ink, ink == Ink.MAIN ? Form.MARKS : Form.POINTS);
    }

    private static String words(Trajectories ways) {
        return ways.ways().isEmpty()
                ? ""
                : String.format(
                        Locale.ROOT,
                        "%d sequences \u00b7 axes of update %s, %.0f + %.0f %% of the variance",
                        ways.ways().size(),
                        Numbers.whole(ways.axesOf()),
                        100 * ways.shares()[0],
                        100 * ways.shares()[1]);
    }
}
