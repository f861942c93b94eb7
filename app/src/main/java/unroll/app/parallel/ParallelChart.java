package unroll.app.parallel;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import unroll.app.control.Table;
import unroll.app.control.Tabled;

/** Parallel coordinates: hovering reads a line, a click chooses it, and dragging along an axis limits the lines to a span of it. */
public final class ParallelChart extends StackPane implements Tabled {
    private final ObjectProperty<ParallelData> data = new SimpleObjectProperty<>(this, "data", ParallelData.EMPTY);
    private final ObjectProperty<Set<String>> chosen = new SimpleObjectProperty<>(this, "chosen", Set.of());
    private final StringProperty invitation = new SimpleStringProperty(this, "invitation", "");
    private final ParallelPlot plot = new ParallelPlot();
    private final ParallelPointer pointer = new ParallelPointer(plot, data);

    public ParallelChart() {
        getStyleClass().add("parallel-chart");
        setMinSize(0, 0);
        Label inviting = new Label();
        inviting.getStyleClass().add("muted");
        inviting.setWrapText(true);
        inviting.textProperty().bind(invitation);
        inviting.visibleProperty().bind(plot.visibleProperty().not());
        getChildren().addAll(plot, inviting, pointer.readout());
        data.subscribe(this::redraw);
        chosen.subscribe(this::redraw);
    }

    /** What is shown. */
    public ObjectProperty<ParallelData> dataProperty() {
        return data;
    }

    /** The ids of the lines that stand out. */
    public ObjectProperty<Set<String>> chosenProperty() {
        return chosen;
    }

    /** The words in place of the drawing where no axis but the scores is there. */
    public StringProperty invitationProperty() {
        return invitation;
    }

    /** Calls {@code choose} with the id of a line that was chosen, and whether the others stay so. */
    public void setOnChoose(BiConsumer<String, Boolean> choose) {
        pointer.setOnChoose(choose);
    }

    /** Calls {@code limit} with an axis and the span that lines are to be limited to there, or none. */
    public void setOnLimit(BiConsumer<ParallelAxis, Optional<AxisSpan>> limit) {
        pointer.setOnLimit(limit);
    }

    /** Calls {@code clear} where all limits are to end. */
    public void setOnClear(Runnable clear) {
        pointer.setOnClear(clear);
    }

    /** Takes the keys, and reads a line for them. */
    public void takeKeys() {
        plot.requestFocus();
    }

    @Override
    public List<Table> tables() {
        return plot.isVisible() ? List.of(data.get().table()) : List.of();
    }

    private void redraw() {
        ParallelData now = data.get();
        plot.setVisible(now.lines().size() > 1 && now.axes().size() > 1);
        plot.show(now, chosen.get());
        pointer.refresh();
    }
}
