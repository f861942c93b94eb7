package unroll.engine.table;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The cells of a table, from the first row to the last, as often as they are asked for. */
public interface CellSource {
    /**
     * Hands over all rows, or as many as are wanted. Rows without any character are left out.
     *
     * @throws IOException where the file cannot be read
     * @throws unroll.engine.data.DataException where it is damaged
     */
    void read(CellSink sink) throws IOException;

    /** The columns' names where the format has a place of its own for them; then all rows are values. */
    default Optional<List<String>> names() {
        return Optional.empty();
    }

    /** What the format says of a column beside its name. */
    default Declared declared(int column) {
        return Declared.NOTHING;
    }

    /** Whether rows end with their last value, so that one may be shorter than the table is wide. */
    default boolean ragged() {
        return false;
    }
}
