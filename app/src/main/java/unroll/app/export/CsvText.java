package unroll.app.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import unroll.app.control.Table;

/** Tables as comma-separated values by RFC 4180: lines end with CR LF, and a number that is none is NaN. */
final class CsvText {
    private CsvText() {}

    static String of(Table table) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(table.columns().stream().map(Table.Column::head).toList());
            int columns = table.columns().size();
            for (int row = 0; row < table.rows(); row++) {
                List<String> cells = new ArrayList<>(columns);
                for (int column = 0; column < columns; column++) {
                    cells.add(table.cell(row, column));
                }
                csv.writeRecord(cells);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
