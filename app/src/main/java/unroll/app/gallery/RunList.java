package unroll.app.gallery;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import unroll.app.look.Icon;

/** Runs below each other: a dot for how it goes, name, where it stands, score; a click opens one. A last line tells how many more there are. */
public final class RunList extends VBox {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final ObjectProperty<List<RunItem>> runs = new SimpleObjectProperty<>(this, "runs", List.of());
    private final StringProperty current = new SimpleStringProperty(this, "current", "");
    private final ObjectProperty<Integer> more = new SimpleObjectProperty<>(this, "more", 0);
    private final List<Row> rows = new ArrayList<>();
    private final VBox lines = new VBox();
    private final Consumer<RunItem> onOpen;

    /**
     * An empty list.
     *
     * @param onOpen receives the run that is clicked
     * @param onMore shows all runs
     */
    public RunList(Consumer<RunItem> onOpen, Runnable onMore) {
        this.onOpen = onOpen;
        getStyleClass().add("run-list");
        lines.getStyleClass().add("run-lines");
        getChildren().addAll(lines, rest(onMore));
        runs.subscribe(this::show);
        current.subscribe(this::show);
        show();
    }

    /** The runs, top to bottom. */
    public ObjectProperty<List<RunItem>> runsProperty() {
        return runs;
    }

    /** The id of the run that is open; empty if none is. */
    public StringProperty currentProperty() {
        return current;
    }

    /** How many runs there are besides. */
    public ObjectProperty<Integer> moreProperty() {
        return more;
    }

    private Button rest(Runnable onMore) {
        Button rest = new Button();
        rest.getStyleClass().addAll("run-row", "run-more");
        rest.setMaxWidth(Double.MAX_VALUE);
        rest.textProperty().bind(more.map(count -> count + " more\u2026"));
        rest.setTooltip(new Tooltip("All runs, in a table that can be sorted and filtered"));
        rest.visibleProperty().bind(more.map(count -> count > 0));
        rest.managedProperty().bind(rest.visibleProperty());
        rest.setOnAction(event -> onMore.run());
        return rest;
    }

    /** Rows stay what they are, so that one that has the focus keeps it. */
    private void show() {
        List<RunItem> now = runs.get();
        for (int i = rows.size(); i < now.size(); i++) {
            rows.add(new Row());
            lines.getChildren().add(rows.getLast().button);
        }
        rows.subList(now.size(), rows.size()).clear();
        lines.getChildren().remove(now.size(), lines.getChildren().size());
        for (int i = 0; i < now.size(); i++) {
            rows.get(i).show(now.get(i));
        }
    }

    /** A run that can be opened. */
    private final class Row {
        private final Region dot = new Region();
        private final Label name = new Label();
        private final Label detail = new Label();
        private final Label origin = new Label();
        private final Label score = new Label();
        private final Button button = new Button();
        private @Nullable RunItem run;

        Row() {
            name.getStyleClass().add("run-name");
            detail.getStyleClass().add("run-detail");
            origin.getStyleClass().add("run-detail");
            origin.visibleProperty().bind(origin.textProperty().isNotEmpty());
            origin.managedProperty().bind(origin.visibleProperty());
            VBox text = new VBox(name, detail, origin);
            text.setMinWidth(0);
            HBox.setHgrow(text, Priority.ALWAYS);
            score.getStyleClass().add("run-score");
            score.setMinWidth(USE_PREF_SIZE);
            HBox line = new HBox(dot, text, score);
            line.getStyleClass().add("run-line");
            line.prefWidthProperty().bind(button.widthProperty().subtract(24));
            button.setGraphic(line);
            button.getStyleClass().add("run-row");
            button.setMaxWidth(Double.MAX_VALUE);
            button.setTooltip(new Tooltip());
        }

        void show(RunItem now) {
            button.pseudoClassStateChanged(CURRENT, now.id().equals(current.get()));
            if (now.equals(run)) {
                return;
            }
            run = now;
            dot.getStyleClass().setAll("run-dot", "run-" + now.state().name().toLowerCase(Locale.ROOT));
            name.setText(now.name());
            name.setGraphic(now.origin().branch() ? new Icon("branch") : null);
            origin.setText(now.origin().words());
            detail.setText(now.detail());
            score.setText(now.score());
            button.getTooltip().setText(now.name() + "\n" + now.standing());
            button.setAccessibleText("Open run " + now.name() + ", " + now.standing());
            button.setOnAction(event -> onOpen.accept(now));
        }
    }
}
