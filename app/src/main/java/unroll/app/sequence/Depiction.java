package unroll.app.sequence;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.scene.layout.Region;
import unroll.app.control.Table;
import unroll.app.control.Table.Column;

/** A sequence in the form in which it is drawn: its numbers, and the view that shows it. */
public interface Depiction {
    /** Time steps; 0 where there is nothing to see. */
    int steps();

    /** Its numbers over the time steps; none where there is nothing to see. */
    List<Column> columns();

    /**
     * A view that shows it, and can show others of its kind.
     *
     * @param time the time step that is marked, from 0; a view in which one can point at a step sets it
     */
    DepictionView<?> view(IntegerProperty time);

    /** A picture of it for a page, where no time passes. */
    default Region still() {
        SequenceView view = new SequenceView();
        view.depictionProperty().set(this);
        return view;
    }

    /** Its numbers, a row for each time step; none where there is nothing to see. */
    default List<Table> tables() {
        if (columns().isEmpty()) {
            return List.of();
        }
        List<Column> all = new ArrayList<>(List.of(Column.counting("step", steps())));
        all.addAll(columns());
        return List.of(new Table("", all));
    }
}
