package unroll.engine.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import unroll.engine.table.Table;
import unroll.engine.table.TableForm;

/** A kind of files that hold tables. */
interface TableFormat {
    /** How the names of such files end, in small letters. */
    List<String> endings();

    /**
     * The table in a file of this kind.
     *
     * @throws IOException where it cannot be read
     * @throws unroll.engine.data.DataException where it holds no table or is damaged
     */
    Table read(Path file, TableForm wanted) throws IOException;
}
