package unroll.app.view.phase;

import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import unroll.app.chart.Ink;
import unroll.app.chart.Swatch;
import unroll.app.control.Card;
import unroll.app.control.Chooser;
import unroll.app.control.FittingRow;
import unroll.app.control.Numbers;
import unroll.app.control.QuietButton;
import unroll.app.control.QuietToggle;
import unroll.engine.dynamics.FixedPoints;

/** The card of a phase portrait: the plane, what is asked of it, and what becomes of what somebody started. */
final class PhaseCard {
    private PhaseCard() {}

    static Card of(String title, PhaseModel model) {
        PhaseView view = new PhaseView(model);
        VBox.setVgrow(view, Priority.ALWAYS);
        Label words = new Label();
        words.getStyleClass().add("stepped-words");
        words.setMinSize(0, Region.USE_PREF_SIZE);
        words.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> words(model), model.pictureProperty(), model.chosenProperty()));
        words.setTooltip(new Tooltip());
        words.getTooltip().textProperty().bind(words.textProperty());
        VBox all = new VBox(legend(model), view, words);
        all.setMinSize(0, 0);
        Card card = new Card(
                title,
                all,
                new QuietButton("reset", "Find what is seen anew, around all states and points", model::fit));
        card.addTool(
                inputs(model), model.pictureProperty().map(now -> !now.look().symbols()));
        card.addTool(new QuietToggle(
                "basins",
                "Colour each state by the attractor to which it comes; of many units in the plane that is seen",
                model.basinsProperty()));
        card.addTool(shares(model));
        card.subtitleProperty().bind(model.pictureProperty().map(PhaseCard::told));
        return card;
    }

    private static FittingRow legend(PhaseModel model) {
        FittingRow legend = new FittingRow();
        legend.getStyleClass().add("legend");
        model.pictureProperty().map(PhasePicture::frame).subscribe(frame -> {
            legend.clear();
            frame.ifPresent(seen -> {
                if (seen.plane().isPresent()) {
                    legend.addYielding(4, still(Ink.THIRD, seen.across()));
                    legend.addYielding(3, still(Ink.FOURTH, seen.up()));
                } else {
                    legend.addYielding(4, new Swatch(Ink.THIRD).named("next state"));
                }
                legend.addYielding(2, new Swatch(Ink.QUIET).named("test sequence"));
                legend.addYielding(1, new Swatch(Ink.MAIN).named("from your start"));
            });
        });
        return legend;
    }

    private static Node still(Ink ink, String number) {
        return new Swatch(ink)
                .named(number + " still", "Nullcline: where " + number + " is the same after a step as before it");
    }

    private static String words(PhaseModel model) {
        PhasePicture now = model.pictureProperty().get();
        String course = PhaseModel.words(now);
        return now.point(model.chosenProperty().get())
                .map(point -> PhaseView.words(point) + (now.course().isEmpty() ? "" : " \u00b7 " + course))
                .orElse(course);
    }

    /** How many points there are, and of which update. */
    static String told(PhasePicture now) {
        String of = now.frame().isEmpty()
                ? ""
                : "update " + Numbers.whole(now.look().update());
        return now.points()
                .map(points -> count(points) + " \u00b7 " + of + ", " + points.starts() + " starts")
                .orElse(of);
    }

    private static String count(FixedPoints points) {
        long still = points.points().stream().filter(point -> !point.slow()).count();
        long stable = points.count(0);
        long slow = points.points().size() - still;
        return String.format(
                Locale.ROOT,
                "%d fixed %s, %d stable%s",
                still,
                still == 1 ? "point" : "points",
                stable,
                slow == 0 ? "" : ", " + slow + " slow");
    }

    private static Chooser inputs(PhaseModel model) {
        return Chooser.of(
                "Input",
                "What the network receives at each step while its states are looked at: nothing, the mean of the test"
                        + " sequence, or its input at the time step",
                HeldInput.class,
                HeldInput::words,
                model.heldProperty());
    }

    private static Chooser shares(PhaseModel model) {
        return Chooser.of(
                "Share",
                "How much of a core it may take while the network trains",
                Share.class,
                Share::words,
                model.shareProperty());
    }
}
