package unroll.app.view.cells;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.IntegerProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import unroll.app.control.OverTime;
import unroll.app.control.Table;
import unroll.app.control.Tabled;
import unroll.app.sequence.BandsView;

/** Gates, memories and units as rows over the time steps, and their numbers at the marked step in words. */
final class CellsView extends VBox implements Tabled, OverTime {
    private final CellsModel model;
    private final BandsView bands = new BandsView();

    CellsView(CellsModel model) {
        this.model = model;
        Label words = new Label();
        words.getStyleClass().add("stepped-words");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        words.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.rowsProperty().get().words(timeProperty().get()),
                        model.rowsProperty(),
                        timeProperty()));
        model.rowsProperty().subscribe(rows -> bands.bandsProperty().set(rows.bands()));
        VBox.setVgrow(bands, Priority.ALWAYS);
        getChildren().addAll(bands, words);
        setMinSize(0, 0);
    }

    /** The row that was clicked last; -1 for none. */
    IntegerProperty pointedProperty() {
        return bands.pointedProperty();
    }

    @Override
    public int steps() {
        return model.rowsProperty().get().steps();
    }

    @Override
    public IntegerProperty timeProperty() {
        return bands.timeProperty();
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public CellsView twin() {
        return new CellsView(model.twin());
    }

    @Override
    public List<Table> tables() {
        CellRows rows = model.rowsProperty().get();
        if (rows.rows().isEmpty()) {
            return List.of();
        }
        List<Table.Column> columns = new ArrayList<>();
        columns.add(Table.Column.counting("step", rows.steps()));
        columns.addAll(rows.bands().columns());
        return List.of(new Table("", columns));
    }
}
