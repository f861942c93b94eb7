package unroll.app.control;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import unroll.app.look.Icon;

/** One line that says what the run is doing, and whether something went wrong. */
public final class StatusLine extends FittingRow {
    private final StringProperty headline = new SimpleStringProperty(this, "headline", "");
    private final StringProperty unit = new SimpleStringProperty(this, "unit", "");
    private final StringProperty baselines = new SimpleStringProperty(this, "baselines", "");
    private final StringProperty progress = new SimpleStringProperty(this, "progress", "");
    private final StringProperty time = new SimpleStringProperty(this, "time", "");
    private final StringProperty optimiser = new SimpleStringProperty(this, "optimiser", "");
    private final StringProperty memory = new SimpleStringProperty(this, "memory", "");
    private final StringProperty saved = new SimpleStringProperty(this, "saved", "");
    private final IntegerProperty troubles = new SimpleIntegerProperty(this, "troubles");

    /**
     * A line whose badge opens the list of messages.
     *
     * @param background stands before it while it tells of something that goes on
     */
    public StatusLine(Labeled background, Runnable openMessages) {
        getStyleClass().add("status-line");
        Label value = part(headline, "status-headline");
        HBox test = new HBox(value, part(unit, "status-part"));
        test.getStyleClass().add("status-test");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        addYielding(7, test, headline.isNotEmpty());
        addYielding(2, part(baselines, "status-part"), baselines.isNotEmpty());
        addYielding(6, part(progress, "status-part"), progress.isNotEmpty());
        addYielding(5, part(time, "status-part"), time.isNotEmpty());
        addYielding(3, part(optimiser, "status-part"), optimiser.isNotEmpty());
        addStaying(0, space);
        addYielding(1, part(memory, "status-part"), memory.isNotEmpty());
        addYielding(4, part(saved, "status-part"), saved.isNotEmpty());
        addYielding(8, background, background.textProperty().isNotEmpty());
        addStaying(0, badge(openMessages));
    }

    /** The score on the test sequences: "test 24.6". */
    public StringProperty headlineProperty() {
        return headline;
    }

    /** What the score is measured in. */
    public StringProperty unitProperty() {
        return unit;
    }

    /** What has to be beaten. */
    public StringProperty baselinesProperty() {
        return baselines;
    }

    /** How many updates of how many. */
    public StringProperty progressProperty() {
        return progress;
    }

    /** Time gone by and time left. */
    public StringProperty timeProperty() {
        return time;
    }

    /** What the optimiser tells of the inside of its updates. */
    public StringProperty optimiserProperty() {
        return optimiser;
    }

    /** Memory in use. */
    public StringProperty memoryProperty() {
        return memory;
    }

    /** When the run was last saved. */
    public StringProperty savedProperty() {
        return saved;
    }

    /** How many messages tell of something wrong. */
    public IntegerProperty troublesProperty() {
        return troubles;
    }

    private static Label part(StringProperty text, String style) {
        Label label = new Label();
        label.getStyleClass().add(style);
        label.textProperty().bind(text);
        return label;
    }

    private Button badge(Runnable openMessages) {
        Button badge = new Button();
        badge.getStyleClass().add("badge");
        badge.setFocusTraversable(false);
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
