package unroll.engine.format;

import java.io.IOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import unroll.engine.format.ExcelDate.Shown;
import unroll.engine.table.CellSink;
import unroll.engine.table.CellSource;
import unroll.engine.table.NumberForm;

/** The cells of a sheet; formulas as the values that they had when the workbook was saved. */
final class ExcelSheet implements CellSource {
    private final Sheet sheet;
    private final boolean from1904;
    private final Map<String, Shown> formats = new HashMap<>();

    /** @param from1904 whether days are counted from 1904 on, as Excel once did on the Macintosh */
    ExcelSheet(Sheet sheet, boolean from1904) {
        this.sheet = sheet;
        this.from1904 = from1904;
    }

    @Override
    public boolean ragged() {
        return true;
    }

    @Override
    public void read(CellSink sink) throws IOException {
        try (Stream<Row> rows = sheet.openStream()) {
            Iterator<Row> all = rows.iterator();
            while (all.hasNext()) {
                Row row = all.next();
                for (int c = 0; c < row.getCellCount(); c++) {
                    sink.cell(row.hasCell(c) ? text(row.getCell(c)) : "");
                }
                if (!sink.row(row.getRowNum())) {
                    return;
                }
            }
        }
    }

    /** Whether it holds a number. */
    boolean hasNumbers() throws IOException {
        try (Stream<Row> rows = sheet.openStream()) {
            return rows.flatMap(Row::stream).anyMatch(cell -> cell != null && isNumber(cell));
        }
    }

    private static boolean isNumber(Cell cell) {
        return cell.getType() == CellType.NUMBER
                || cell.getType() == CellType.FORMULA && !Double.isNaN(NumberForm.POINT.parse(raw(cell)));
    }

    private static String raw(Cell cell) {
        String raw = cell.getRawValue();
        return raw == null ? "" : raw;
    }

    private String text(Cell cell) {
        return switch (cell.getType()) {
            case EMPTY -> "";
            case ERROR -> "#N/A";
            case STRING -> cell.getText();
            case BOOLEAN -> raw(cell);
            case NUMBER, FORMULA -> {
                String format = cell.getDataFormatString();
                Shown shown = format == null ? Shown.NUMBER : formats.computeIfAbsent(format, ExcelDate::shown);
                double days = shown == Shown.NUMBER ? Double.NaN : NumberForm.POINT.parse(raw(cell));
                yield Double.isNaN(days) ? raw(cell) : ExcelDate.text(days, shown, from1904);
            }
        };
    }
}
