package unroll.app.training;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.LongProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import unroll.app.address.NodeAddress;
import unroll.app.control.FittingRow;
import unroll.app.control.Numbers;
import unroll.app.control.QuietButton;
import unroll.app.control.TimeSlider;
import unroll.app.look.Icon;
import unroll.app.view.Cues;

/** The strip of training time: which of the remembered updates the views show, and a branch from there. */
final class HistoryStrip extends FittingRow {
    private final RunNews news;
    private final LongProperty lookedBack;
    private final TimeSlider slider = new TimeSlider("Training time");

    /** Whether the slider follows the model, and nobody drags it. */
    private boolean following;

    HistoryStrip(RunNews news, Cues cues, TimeMachine machine, Runnable branch) {
        this.news = news;
        lookedBack = cues.lookedBackProperty();
        getStyleClass().addAll("time-strip", "history-strip");
        Label name = new Label("training");
        name.getStyleClass().add("stepper-name");
        name.setMinWidth(USE_PREF_SIZE);
        slider.valueProperty().subscribe(value -> choose(value.doubleValue()));
        slider.disableProperty().bind(news.historyProperty().map(List::isEmpty));
        Label value = new Label();
        value.getStyleClass().add("time-value");
        value.setMinWidth(USE_PREF_SIZE);
        value.textProperty()
                .bind(Bindings.createStringBinding(
                        this::words, lookedBack, news.updateProperty(), news.seenUpdateProperty()));
        addYielding(1, name);
        addStaying(
                9,
                NodeAddress.command("run.earlier")
                        .on(new QuietButton("left", "Network as it was earlier", machine::earlier)));
        addStaying(9, slider);
        addStaying(
                9,
                NodeAddress.command("run.later")
                        .on(new QuietButton("right", "Network as it was later", machine::later)));
        addYielding(3, value);
        addYielding(2, now(machine));
        addYielding(4, branch(news, machine, branch));
        news.historyProperty().subscribe(this::follow);
        lookedBack.subscribe(this::follow);
        follow();
    }

    private Button now(TimeMachine machine) {
        Button now = NodeAddress.command("run.now").on(new Button("Now"));
        now.setMinWidth(USE_PREF_SIZE);
        now.setTooltip(new Tooltip("Back to the network in training"));
        now.setOnAction(event -> machine.now());
        now.disableProperty().bind(lookedBack.isEqualTo(Cues.NOW));
        return now;
    }

    private static Button branch(RunNews news, TimeMachine machine, Runnable action) {
        Button branch = NodeAddress.command("run.branch").on(new Button("Branch here", new Icon("branch")));
        branch.setMinWidth(USE_PREF_SIZE);
        branch.setTooltip(
                new Tooltip("A second run that goes on from the update that is shown, with the settings at the"
                        + " right;\nthis run stays in the list. Pause to branch from now"));
        branch.setOnAction(event -> action.run());
        branch.disableProperty()
                .bind(machine.branchable().and(news.fittingProperty()).not());
        return branch;
    }

    private String words() {
        long seen = lookedBack.get();
        return seen == Cues.NOW
                ? "update " + Numbers.whole(news.seenUpdateProperty().get())
                : "update " + Numbers.whole(seen) + " / "
                        + Numbers.whole(news.updateProperty().get());
    }

    /** A notch for each state that is remembered, and the last for now. */
    private void follow() {
        List<Long> history = news.historyProperty().get();
        long seen = lookedBack.get();
        int place = history.indexOf(seen);
        following = true;
        slider.setMax(Math.max(1, history.size()));
        slider.setValue(seen == Cues.NOW || place < 0 ? slider.getMax() : place);
        following = false;
    }

    private void choose(double value) {
        if (!following) {
            List<Long> history = news.historyProperty().get();
            int place = (int) Math.round(value);
            lookedBack.set(place < history.size() ? history.get(place) : Cues.NOW);
        }
    }
}
