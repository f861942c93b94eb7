package unroll.app.control;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import unroll.app.look.Icon;

/** The scores of the newest test beside each other, each below its name, and a mark once the task is solved; it takes no room before a test. */
public final class ScoreRow extends HBox {
    private final ObjectProperty<Scores> scores = new SimpleObjectProperty<>(this, "scores", Scores.EMPTY);

    public ScoreRow() {
        getStyleClass().add("score-row");
        setMinWidth(0);
        scores.subscribe(this::show);
    }

    /** What is shown. */
    public ObjectProperty<Scores> scoresProperty() {
        return scores;
    }

    private void show(Scores now) {
        List<Node> parts = new ArrayList<>();
        for (Scores.Score score : now.scores()) {
            boolean headline = parts.isEmpty(); // its name stands above the curves
            parts.add(part(headline ? "test" : score.name(), score, now.rule()));
        }
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        parts.add(space);
        if (now.solved()) {
            parts.add(mark(now.rule()));
        }
        getChildren().setAll(parts);
        setVisible(!now.scores().isEmpty());
        setManaged(isVisible());
    }

    private static Node part(String called, Scores.Score score, String rule) {
        Label name = new Label(called);
        name.getStyleClass().add("score-name");
        name.setMinWidth(0);
        Label value = new Label(score.text());
        value.getStyleClass().add("score-value");
        value.setMinWidth(USE_PREF_SIZE);
        VBox part = new VBox(name, value);
        part.getStyleClass().add("score");
        String goal = rule.isEmpty() ? "" : "\nsolved with " + rule;
        Tooltip.install(part, new Tooltip(score.comparison() + goal));
        return part;
    }

    private static Node mark(String rule) {
        Label mark = new Label("Solved", new Icon("check"));
        mark.getStyleClass().add("solved-mark");
        mark.setMinWidth(USE_PREF_SIZE);
        mark.setTooltip(new Tooltip(rule));
        return mark;
    }
}
