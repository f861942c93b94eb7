package unroll.engine.table;

/** Receives the cells of a table, row by row. */
public interface CellSink {
    /**
     * The next cell of the row: {@code length} characters of {@code text} from {@code from} on, which are the caller's own.
     *
     * @param quoted whether the file had it in quotes, which are taken off
     */
    void cell(char[] text, int from, int length, boolean quoted);

    /** The next cell of the row. */
    default void cell(String text) {
        cell(text.toCharArray(), 0, text.length(), false);
    }

    /**
     * The row ends.
     *
     * @param line of the file that it began in, from 1
     * @return whether more are wanted
     */
    boolean row(long line);
}
