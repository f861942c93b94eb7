package unroll.engine.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import unroll.engine.table.Column;
import unroll.engine.table.ColumnKind;
import unroll.engine.table.Table;
import unroll.engine.table.TableForm;

/** Short texts as files of tables, and what was read of them. */
record TextTables(Path folder) {
    Path file(String name) {
        return folder.resolve(name);
    }

    Path write(String text) throws IOException {
        return Files.writeString(file("series.csv"), text);
    }

    /** With @ for the end of a line. */
    Table read(String text) throws IOException {
        return Tables.read(write(text.replace('@', '\n')), TableForm.FOUND);
    }

    static List<String> names(Table table) {
        return table.columns().stream().map(Column::name).toList();
    }

    static List<ColumnKind> kinds(Table table) {
        return table.columns().stream().map(Column::kind).toList();
    }

    /** All numbers, row by row. */
    static List<Double> numbers(Table table) {
        return IntStream.range(0, table.rows())
                .boxed()
                .flatMap(row -> table.columns().stream().map(column -> column.values()[row]))
                .toList();
    }

    static String time(Column column, int row) {
        return Instant.ofEpochMilli(Math.round(1000 * column.values()[row])).toString();
    }
}
