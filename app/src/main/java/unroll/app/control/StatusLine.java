package unroll.app.control;

import java.util.function.Function;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import unroll.app.look.Icon;

/** One line that says what the run is doing, and whether something went wrong. */
public final class StatusLine extends FittingRow {
    private static final String BASELINES = """
        What a network has to beat: scores of predictors without one on the same test sequences, in the unit of the test.
        chance, constant: the mean of what is to be predicted
        copy last: the step before once more
        linear AR2: linear in the two steps before, and so on
        unigram, Kneser-Ney n-gram: how often symbols follow the n \u2212 1 before\
        """;

    private static final double TIP = 420;

    private final ObjectProperty<Status> status = new SimpleObjectProperty<>(this, "status", Status.NONE);
    private final IntegerProperty troubles = new SimpleIntegerProperty(this, "troubles");

    /**
     * A line whose badge opens the list of messages.
     *
     * @param background stands before it while it has words
     */
    public StatusLine(Labeled background, Runnable openMessages) {
        getStyleClass().add("status-line");
        HBox test = new HBox(label(Status::headline, "status-headline"), label(Status::unit, "status-part"));
        test.getStyleClass().add("status-test");
        Tooltip.install(
                test, tip("Score of the last test, a mean over the test sequences, which are never trained on"));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        addYielding(7, test, any(Status::headline));
        add(2, Status::baselines, BASELINES);
        add(6, Status::progress, "Updates of the weights that are made, of those to be made");
        add(5, Status::time, "Time spent on training, and about how long the rest will take");
        add(3, Status::optimiser, "What the optimiser reports of the last update");
        addStaying(0, space);
        add(1, Status::memory, "Main memory that the program uses now, without that of a card");
        add(4, Status::saved, "When the run was last written to its folder, from where it can go on");
        addYielding(8, background, background.textProperty().isNotEmpty());
        addStaying(0, badge(openMessages));
    }

    /** Shows these words. */
    public void show(Status now) {
        status.set(now);
    }

    /** How many messages tell of something wrong. */
    public IntegerProperty troublesProperty() {
        return troubles;
    }

    private void add(int importance, Function<Status, String> words, String help) {
        Label label = label(words, "status-part");
        label.setTooltip(tip(help));
        addYielding(importance, label, any(words));
    }

    private static Tooltip tip(String help) {
        Tooltip tip = new Tooltip(help);
        tip.setWrapText(true);
        tip.setMaxWidth(TIP);
        return tip;
    }

    private ObservableValue<Boolean> any(Function<Status, String> words) {
        return status.map(now -> !words.apply(now).isEmpty());
    }

    private Label label(Function<Status, String> words, String style) {
        Label label = new Label();
        label.getStyleClass().add(style);
        label.textProperty().bind(status.map(words));
        return label;
    }

    private Button badge(Runnable openMessages) {
        Button badge = new Button();
        badge.getStyleClass().add("badge");
        badge.setMinWidth(USE_PREF_SIZE);
        badge.setOnAction(event -> openMessages.run());
        Icon calm = new Icon("check");
        Icon warning = new Icon("warning");
        troubles.subscribe(count -> {
            boolean wrong = count.intValue() > 0;
            badge.setText(!wrong ? "no warnings" : count.intValue() == 1 ? "1 warning" : count + " warnings");
            badge.setGraphic(wrong ? warning : calm);
            badge.getStyleClass().removeAll("badge-calm", "badge-trouble");
            badge.getStyleClass().add(wrong ? "badge-trouble" : "badge-calm");
        });
        return badge;
    }
}
