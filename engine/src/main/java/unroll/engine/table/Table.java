package unroll.engine.table;

import java.nio.file.Path;
import java.util.List;

/**
 * A table that was read, with what was found about its form.
 *
 * @param file it was read from
 * @param columns in their order, all of the same length
 * @param found its form, with nothing left open that its kind of file has
 * @param understood how the file was understood, a sentence each
 * @param doubts what can be read in more than one way
 * @param declared what the kind of files says of each column
 * @param headLine the line of the file that the columns' names stand in, from 1; 0 where none names them
 */
public record Table(
        Path file,
        List<Column> columns,
        TableForm found,
        List<String> understood,
        List<Doubt> doubts,
        List<Declared> declared,
        int headLine) {
    public Table {
        columns = List.copyOf(columns);
        understood = List.copyOf(understood);
        doubts = List.copyOf(doubts);
        declared = List.copyOf(declared);
    }

    public int rows() {
        return columns.isEmpty() ? 0 : columns.getFirst().values().length;
    }
}
