package unroll.app.view.trajectories;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import unroll.app.chart.Ink;
import unroll.app.chart.PlaneData;
import unroll.app.chart.PlaneData.Form;
import unroll.app.chart.PlaneData.Trace;
import unroll.app.chart.PlanePlot;
import unroll.app.chart.Swatch;
import unroll.app.control.Card;
import unroll.app.control.FittingRow;
import unroll.app.control.Numbers;
import unroll.app.view.Cues;

/** The card of the hidden state's trajectories along its two principal axes, which stay as they were first found. */
final class TrajectoriesCard {
    private static final List<Ink> INKS =
            List.of(Ink.MAIN, Ink.SECOND, Ink.THIRD, Ink.FOURTH, Ink.FIFTH, Ink.SIXTH, Ink.SEVENTH);

    private TrajectoriesCard() {}

    /**
     * A card that follows the trajectories.
     *
     * @param cues say at which step a mark stands on every trajectory, and that of which test sequence is drawn strongly
     * @param refit has other axes found
     */
    static Card of(String title, ObservableValue<Trajectories> trajectories, Cues cues, Runnable refit) {
        PlanePlot plane =
                new PlanePlot("Trajectories of the hidden state along its two principal axes", "PC 1", "PC 2");
        Runnable draw = () -> plane.dataProperty()
                .set(drawn(
                        trajectories.getValue(),
                        cues.timeProperty().get(),
                        cues.sequenceProperty().get() - 1));
        trajectories.subscribe(draw);
        cues.timeProperty().subscribe(draw);
        cues.sequenceProperty().subscribe(draw);
        draw.run();
        FittingRow legend = new FittingRow();
        legend.getStyleClass().add("legend");
        trajectories.map(TrajectoriesCard::told).subscribe(told -> name(legend, told));
        BorderPane both = new BorderPane(plane);
        both.setTop(legend);
        both.setMinSize(0, 0);
        Card card = new Card(title, both);
        Button button = new Button("New axes");
        button.getStyleClass().add("quiet-toggle");
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setTooltip(
                new Tooltip("Find the axes of the hidden states as they are now. Otherwise the axes stay, so that what"
                        + " moves is the network"));
        button.setOnAction(event -> refit.run());
        card.addTool(button);
        card.subtitleProperty().bind(trajectories.map(TrajectoriesCard::words));
        return card;
    }

    /** A right answer that some trajectory has, and its colour. */
    record Told(String answer, Ink ink) {}

    /** The right answers that are drawn; none where there are more than colours. */
    static List<Told> told(Trajectories now) {
        return now.answers().size() > INKS.size()
                ? List.of()
                : now.projected().stream()
                        .map(Trajectories.Projected::answer)
                        .filter(answer -> answer >= 0)
                        .distinct()
                        .sorted()
                        .map(answer -> new Told(now.answers().get(answer), INKS.get(answer)))
                        .toList();
    }

    private static void name(FittingRow legend, List<Told> all) {
        legend.clear();
        for (int i = 0; i < all.size(); i++) {
            String answer = all.get(i).answer();
            legend.addYielding(
                    i,
                    new Swatch(all.get(i).ink())
                            .named(answer, "Test sequences to which " + answer + " is the right answer"));
        }
        legend.setVisible(!all.isEmpty());
        legend.setManaged(legend.isVisible());
    }

    /** The colour of a trajectory's right answer, where there are not more answers than colours. */
    private static Optional<Ink> ink(Trajectories trajectories, Trajectories.Projected line) {
        return line.answer() >= 0 && trajectories.answers().size() <= INKS.size()
                ? Optional.of(INKS.get(line.answer()))
                : Optional.empty();
    }

    static PlaneData drawn(Trajectories trajectories, int time, int sequence) {
        double reach = trajectories.axes().reach();
        List<Trace> traces = new ArrayList<>();
        List<Trajectories.Projected> all = trajectories.projected();
        List<Trajectories.Projected> others =
                all.stream().filter(line -> line.sequence() != sequence).toList();
        for (Trajectories.Projected line : others) {
            Optional<Ink> ink = ink(trajectories, line);
            traces.add(new Trace(
                    line.x(), line.y(), ink.orElse(Ink.FAINT), ink.isPresent() ? Form.FAINT_LINE : Form.LINE));
        }
        for (Trajectories.Projected line : others) {
            traces.add(now(line, time, ink(trajectories, line).orElse(Ink.QUIET), Form.POINTS));
        }
        all.stream().filter(line -> line.sequence() == sequence).forEach(line -> {
            Ink ink = ink(trajectories, line).orElse(Ink.MAIN);
            traces.add(new Trace(line.x(), line.y(), ink, Form.LINE));
            traces.add(now(line, time, ink, Form.MARKS));
        });
        return new PlaneData(reach, reach, false, traces);
    }

    private static Trace now(Trajectories.Projected line, int time, Ink ink, Form form) {
        int t = Math.clamp(time, 0, line.x().length - 1);
        return new Trace(new double[] {line.x()[t]}, new double[] {line.y()[t]}, ink, form);
    }

    private static String words(Trajectories trajectories) {
        return trajectories.projected().isEmpty()
                ? ""
                : String.format(
                        Locale.ROOT,
                        "%d sequences \u00b7 axes of update %s, %.0f + %.0f %% of the variance",
                        trajectories.projected().size(),
                        Numbers.whole(trajectories.axes().update()),
                        100 * share(trajectories, 0),
                        100 * share(trajectories, 1));
    }

    private static double share(Trajectories trajectories, int axis) {
        double[] shares = trajectories.axes().principal().shares();
        return axis < shares.length ? shares[axis] : 0;
    }
}
