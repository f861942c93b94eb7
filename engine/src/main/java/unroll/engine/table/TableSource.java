package unroll.engine.table;

import java.util.List;

/**
 * A file whose cells can be asked for, with what was found about how it is divided into them.
 *
 * @param cells its cells
 * @param form its form as far as it was found yet
 * @param comment words of the last comment before the table, which may be the names of its columns
 * @param understood what was found and is not what everybody expects, a sentence each
 */
public record TableSource(CellSource cells, TableForm form, List<String> comment, List<String> understood) {
    public TableSource {
        comment = List.copyOf(comment);
        understood = List.copyOf(understood);
    }
}
