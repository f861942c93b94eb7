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
import unroll.app.look.Icon;

/** Runs below each other: a dot for how it goes, name, where it stands, score; a click opens one. */
public final class RunList extends VBox {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final ObjectProperty<List<RunItem>> runs = new SimpleObjectProperty<>(this, "runs", List.of());
    private final StringProperty current = new SimpleStringProperty(this, "current", "");
    private final List<ShownRun> rows = new ArrayList<>();
    private final Consumer<RunItem> onOpen;

    /** What a row shows. */
    private record ShownRun(RunItem run, boolean current) {}

    public RunList(Consumer<RunItem> onOpen) {
        this.onOpen = onOpen;
        getStyleClass().add("run-list");
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

    /** Makes anew the rows that are not as they were: one changes often, the others never. */
    private void show() {
        List<RunItem> now = runs.get();
        for (int i = 0; i < now.size(); i++) {
            ShownRun row = new ShownRun(now.get(i), now.get(i).id().equals(current.get()));
            if (i == rows.size()) {
                rows.add(row);
                getChildren().add(node(row));
            } else if (!row.equals(rows.set(i, row))) {
                getChildren().set(i, node(row));
            }
        }
        rows.subList(now.size(), rows.size()).clear();
        getChildren().remove(now.size(), getChildren().size());
    }

    private Button node(ShownRun shown) {
        RunItem run = shown.run();
        Region dot = new Region();
        dot.getStyleClass().addAll("run-dot", "run-" + run.state().name().toLowerCase(Locale.ROOT));
        Label name = new Label(run.name());
        name.getStyleClass().add("run-name");
        name.setGraphic(run.origin().isEmpty() ? null : new Icon("branch"));
        Label detail = new Label(run.detail());
        detail.getStyleClass().add("run-detail");
        VBox text = new VBox(name, detail);
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        Label score = new Label(run.score());
        score.getStyleClass().add("run-score");
        score.setMinWidth(USE_PREF_SIZE);
        HBox line = new HBox(dot, text, score);
        line.getStyleClass().add("run-line");
        Button row = new Button();
        row.setGraphic(line);
        row.getStyleClass().add("run-row");
        row.setMaxWidth(Double.MAX_VALUE);
        row.setFocusTraversable(false);
        row.setTooltip(new Tooltip(run.name() + "\n" + run.standing()));
        row.setAccessibleText("Open run " + run.name() + ", " + run.standing());
        line.prefWidthProperty().bind(row.widthProperty().subtract(24));
        row.pseudoClassStateChanged(CURRENT, shown.current());
        row.setOnAction(event -> onOpen.accept(run));
        return row;
    }
}
