package unroll.engine.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import unroll.engine.data.DataException;
import unroll.engine.table.Table;
import unroll.engine.table.TableForm;
import unroll.engine.table.TableReader;
import unroll.engine.table.TableSource;

/** Workbooks of Excel since 2007: the sheet that is wanted, or the first with numbers. */
final class ExcelFile implements TableFormat {
    private static final int LOOKED_AT = 8;

    /** The names of the parts of a file of the older form stand in one of its first or last sectors. */
    private static final int MOST_OF_OLD = 1 << 26;

    @Override
    public List<String> endings() {
        return List.of(".xlsx", ".xlsm", ".xls");
    }

    @Override
    public Table read(Path file, TableForm wanted) throws IOException {
        byte[] first;
        try (InputStream in = Files.newInputStream(file)) {
            first = in.readNBytes(LOOKED_AT);
        }
        boolean headed = first.length == LOOKED_AT;
        if (headed && ReadableWorkbook.isOLE2Header(first)) {
            throw new DataException(
                    file,
                    isEncrypted(file)
                            ? "is protected by a password; open it in Excel and save it without one"
                            : "is a workbook as Excel had them before 2007 (.xls); save it as .xlsx or .csv");
        }
        if (!headed || !ReadableWorkbook.isOOXMLZipHeader(first)) {
            if (String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".xls")) {
                return new DelimitedText().read(file, wanted); // instruments call texts so, to have Excel open them
            }
            throw new DataException(file, "is no workbook of Excel; copy it again, or save it as .xlsx or .csv");
        }
        return TrustingLibrary.read(
                file, "is damaged and no whole workbook; copy it again, or open it in Excel and save it", () -> {
                    try (ReadableWorkbook book = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true))) {
                        return table(file, book, wanted);
                    }
                });
    }

    private static Table table(Path file, ReadableWorkbook book, TableForm wanted) throws IOException {
        List<Sheet> sheets = book.getSheets().toList();
        Sheet sheet = sheet(file, book, sheets, wanted.sheet().strip());
        List<String> others = sheets.stream()
                .filter(other ->
                        other.getIndex() != sheet.getIndex() && other.getVisibility() == SheetVisibility.VISIBLE)
                .map(Sheet::getName)
                .toList();
        List<String> understood = others.isEmpty()
                ? List.of()
                : List.of("The sheet '" + sheet.getName() + "' was read; the file also has '"
                        + String.join("', '", others) + "' (setting task.form.sheet).");
        TableForm form = wanted.plain("").on(others.isEmpty() ? wanted.sheet() : sheet.getName());
        return new TableReader(
                        file, new TableSource(new ExcelSheet(sheet, book.isDate1904()), form, List.of(), understood))
                .read();
    }

    private static Sheet sheet(Path file, ReadableWorkbook book, List<Sheet> sheets, String wanted) throws IOException {
        for (Sheet sheet : sheets) {
            boolean meant = wanted.isEmpty()
                    ? sheet.getVisibility() == SheetVisibility.VISIBLE
                            && new ExcelSheet(sheet, book.isDate1904()).hasNumbers()
                    : sheet.getName().equalsIgnoreCase(wanted);
            if (meant) {
                return sheet;
            }
        }
        String names = sheets.stream().map(Sheet::getName).collect(Collectors.joining("', '"));
        throw new DataException(
                file,
                wanted.isEmpty()
                        ? "has no sheet with numbers"
                        : "has no sheet '" + wanted + "'; its sheets are '" + names + "'");
    }

    /** Whether a file of Microsoft's older form holds a workbook that is encrypted: a part of it is called so. */
    private static boolean isEncrypted(Path file) throws IOException {
        byte[] name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MOST_OF_OLD);
        }
        return new String(bytes, StandardCharsets.ISO_8859_1).contains(new String(name, StandardCharsets.ISO_8859_1));
    }
}
