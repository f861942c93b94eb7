package unroll.app.view.trajectories;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import unroll.app.chart.Ink;
import unroll.app.chart.PlaneData;
import unroll.app.chart.PlaneData.Form;
import unroll.app.chart.PlaneData.Trace;
import unroll.app.chart.PlanePlot;
import unroll.app.control.Card;
import unroll.app.control.Numbers;
import unroll.app.view.Cues;

/** The card of the hidden state's ways through its two principal axes, which stay where they were first found. */
final class TrajectoriesCard {
    private TrajectoriesCard() {}

    /**
     * The card, which shows the ways as they are.
     *
     * @param cues say at which step a mark stands on every way, and the way of which test sequence is drawn strongly
     * @param refit has other axes found
     */
    static Card of(String title, ObservableValue<Trajectories> ways, Cues cues, Runnable refit) {
        PlanePlot plane = new PlanePlot("Ways of the hidden state along its two principal axes", "PC 1", "PC 2");
        Runnable draw = () -> plane.dataProperty()
                .set(drawn(
                        ways.getValue(),
                        cues.timeProperty().get(),
                        cues.sequenceProperty().get() - 1));
        ways.subscribe(draw);
        cues.timeProperty().subscribe(draw);
        cues.sequenceProperty().subscribe(draw);
        draw.run();
        Card card = new Card(title, plane);
        Button button = new Button("New axes");
        button.getStyleClass().add("quiet-toggle");
        button.setFocusTraversable(false);
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setTooltip(
                new Tooltip("Find the axes from the hidden states as they are now; until then they stay, so that"
                        + " what moves is the network"));
        button.setOnAction(event -> refit.run());
        card.addTool(button);
        card.subtitleProperty().bind(ways.map(TrajectoriesCard::words));
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
        return new PlaneData(ways.axes().reach(), ways.axes().reach(), false, traces);
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
                        Numbers.whole(ways.axes().update()),
                        100 * share(ways, 0),
                        100 * share(ways, 1));
    }

    private static double share(Trajectories ways, int axis) {
        double[] shares = ways.axes().principal().shares();
        return axis < shares.length ? shares[axis] : 0;
    }
}
