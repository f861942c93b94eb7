package unroll.app.chart;

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
import unroll.app.control.FittingRow;
import unroll.app.control.Table;
import unroll.app.control.Tabled;
import unroll.app.look.Icon;

/** The scores of the newest test beside each other, each below its name, and a mark once the task is solved; it takes no room before a test. */
public final class ScoreRow extends FittingRow implements Tabled {
    private final ObjectProperty<Scores> scores = new SimpleObjectProperty<>(this, "scores", Scores.EMPTY);

    public ScoreRow() {
        getStyleClass().add("score-row");
        scores.subscribe(this::show);
    }

    /** What is shown. */
    public ObjectProperty<Scores> scoresProperty() {
        return scores;
    }

    @Override
    public List<Table> tables() {
        List<Scores.Score> all = scores.get().scores();
        if (all.isEmpty()) {
            return List.of();
        }
        List<Table.Column> columns = new ArrayList<>();
        columns.add(
                Table.Column.of("metric", all.stream().map(Scores.Score::name).toList()));
        columns.add(Table.Column.of("unit", all.stream().map(Scores.Score::unit).toList()));
        columns.add(Table.Column.of(
                "newest test", all.stream().mapToDouble(Scores.Score::value).toArray()));
        for (int i = 0; i < all.getFirst().baselines().size(); i++) {
            int baseline = i;
            columns.add(Table.Column.of(
                    all.getFirst().baselines().get(i).name(),
                    all.stream()
                            .mapToDouble(
                                    score -> score.baselines().get(baseline).value())
                            .toArray()));
        }
        return List.of(new Table("scores", columns));
    }

    private void show(Scores now) {
        clear();
        int importance = now.scores().size();
        for (Scores.Score score : now.scores()) {
            boolean headline = importance == now.scores().size(); // its name stands above the curves
            Node part = part(headline ? "test" : score.name(), score, now.rule());
            if (headline) {
                addStaying(importance, part);
            } else {
                addYielding(importance, part);
            }
            importance--;
        }
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        addStaying(0, space);
        if (now.solved()) {
            addStaying(0, mark("Solved", now.rule()), mark("", now.rule()));
        }
        setVisible(!now.scores().isEmpty());
        setManaged(isVisible());
    }

    private static Node part(String called, Scores.Score score, String rule) {
        Label name = new Label(called);
        name.getStyleClass().add("score-name");
        name.setMinWidth(USE_PREF_SIZE);
        Label value = new Label(score.text());
        value.getStyleClass().add("score-value");
        value.setMinWidth(USE_PREF_SIZE);
        VBox part = new VBox(name, value);
        part.getStyleClass().add("score");
        String goal = rule.isEmpty() ? "" : "\nsolved with " + rule;
        Tooltip.install(part, new Tooltip(score.comparison() + goal));
        return part;
    }

    private static Node mark(String word, String rule) {
        Label mark = new Label(word, new Icon("check"));
        mark.getStyleClass().add("solved-mark");
        mark.setMinWidth(USE_PREF_SIZE);
        mark.setTooltip(new Tooltip("Solved: " + rule));
        return mark;
    }
}
