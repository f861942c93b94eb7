package unroll.engine.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unroll.engine.data.DataException;
import unroll.engine.table.Column;
import unroll.engine.table.ColumnKind;
import unroll.engine.table.DateOrder;
import unroll.engine.table.DecimalSign;
import unroll.engine.table.HeadLines;
import unroll.engine.table.Separator;
import unroll.engine.table.Table;
import unroll.engine.table.TableForm;

/** Workbooks, written here part by part as ECMA-376 has them. */
class ExcelTest {
    private static final String MAIN = " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /** Styles 0 to 5: plain, a built-in date, a date of its own, a clock, time that has passed, a percentage. */
    private static final String STYLES = "<styleSheet" + MAIN + "><numFmts count=\"3\">"
            + "<numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\\ hh:mm\"/>"
            + "<numFmt numFmtId=\"165\" formatCode=\"h:mm\"/>"
            + "<numFmt numFmtId=\"166\" formatCode=\"[h]:mm:ss\"/></numFmts>"
            + "<cellXfs count=\"6\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/>"
            + "<xf numFmtId=\"165\"/><xf numFmtId=\"166\"/><xf numFmtId=\"10\"/></cellXfs></styleSheet>";

    @TempDir
    private Path folder;

    /** A workbook of these sheets, each a name and the rows' XML. */
    private Path book(boolean from1904, String... sheets) throws IOException {
        return book(folder.resolve("a.xlsx"), from1904, sheets);
    }

    static Path book(Path file, boolean from1904, String... sheets) throws IOException {
        StringBuilder list = new StringBuilder();
        StringBuilder relations = new StringBuilder();
        StringBuilder types = new StringBuilder();
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < sheets.length / 2; i++) {
                String part = "worksheets/sheet" + (i + 1) + ".xml";
                list.append("<sheet name=\"" + sheets[2 * i] + "\" sheetId=\"" + (i + 1) + "\" r:id=\"rId" + (i + 1)
                        + "\"" + (sheets[2 * i].startsWith("hidden") ? " state=\"hidden\"" : "") + "/>");
                relations.append("<Relationship Id=\"rId" + (i + 1) + "\" Type=\"" + RELATIONS
                        + "/worksheet\" Target=\"" + part + "\"/>");
                types.append("<Override PartName=\"/xl/" + part + "\" ContentType=\"application/"
                        + "vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>");
                put(
                        zip,
                        "xl/" + part,
                        "<worksheet" + MAIN + "><sheetData>" + sheets[2 * i + 1] + "</sheetData></worksheet>");
            }
            String prefix = "<Override PartName=\"/xl/%s.xml\" ContentType=\"application/"
                    + "vnd.openxmlformats-officedocument.spreadsheetml.%s+xml\"/>";
            put(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/"
                            + "content-types\"><Default Extension=\"rels\" ContentType=\"application/"
                            + "vnd.openxmlformats-package.relationships+xml\"/>"
                            + prefix.formatted("workbook", "sheet.main") + prefix.formatted("styles", "styles")
                            + prefix.formatted("sharedStrings", "sharedStrings") + types + "</Types>");
            put(
                    zip,
                    "_rels/.rels",
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/"
                            + "relationships\"><Relationship Id=\"rId1\" Type=\"" + RELATIONS
                            + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            put(
                    zip,
                    "xl/workbook.xml",
                    "<workbook" + MAIN + " xmlns:r=\"" + RELATIONS + "\">"
                            + (from1904 ? "<workbookPr date1904=\"1\"/>" : "") + "<sheets>" + list
                            + "</sheets></workbook>");
            put(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/"
                            + "package/2006/relationships\">" + relations + "<Relationship Id=\"s\" Type=\"" + RELATIONS
                            + "/styles\" Target=\"styles.xml\"/><Relationship Id=\"t\" Type=\"" + RELATIONS
                            + "/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>");
            put(zip, "xl/styles.xml", STYLES);
            put(
                    zip,
                    "xl/sharedStrings.xml",
                    "<sst" + MAIN + " count=\"2\" uniqueCount=\"2\"><si><t>shared name</t>"
                            + "</si><si><r><t>in </t></r><r><t>parts</t></r></si></sst>");
        }
        return file;
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + text).getBytes(StandardCharsets.UTF_8));
    }

    /** A row at its number, of cells such as "B n 2.5" (number), "C d1 44000" (of style 1), "D s 0", "E t text", "F e #N/A", "G b 1". */
    static String row(int number, String... cells) {
        StringBuilder row = new StringBuilder("<row r=\"" + number + "\">");
        for (String cell : cells) {
            String[] words = cell.split(" ", 3);
            String begin = "<c r=\"" + words[0] + number + "\"";
            row.append(
                    switch (words[1].charAt(0)) {
                        case 'n' -> begin + "><v>" + words[2] + "</v></c>";
                        case 'd' -> begin + " s=\"" + words[1].substring(1) + "\"><v>" + words[2] + "</v></c>";
                        case 't' -> begin + " t=\"inlineStr\"><is><t>" + words[2] + "</t></is></c>";
                        case 'f' -> begin + "><f>A1*2</f><v>" + words[2] + "</v></c>";
                        default -> begin + " t=\"" + words[1] + "\"><v>" + words[2] + "</v></c>";
                    });
        }
        return row + "</row>";
    }

    private static List<String> names(Table table) {
        return table.columns().stream().map(Column::name).toList();
    }

    private static String time(Column column, int row) {
        return Instant.ofEpochMilli(Math.round(1000 * column.values()[row])).toString();
    }

    private static TableForm sheet(String name) {
        return new TableForm("", Separator.FOUND, DecimalSign.FOUND, HeadLines.FOUND, DateOrder.FOUND, "", name);
    }

    @Test
    void cellsOfAllKindsAreRead() throws IOException {
        Path file = book(
                false,
                "Notes",
                row(1, "A t only words"),
                "Data",
                row(1, "A t The tank of 2031")
                        + row(
                                3,
                                "A t when",
                                "B s 0",
                                "C s 1",
                                "D t twice",
                                "E t on",
                                "F t word",
                                "G t clock",
                                "H t rest")
                        + row(
                                4,
                                "A d2 44259.0625",
                                "B n 1.234",
                                "C d5 0.05",
                                "D f 2.468",
                                "E b 1",
                                "F t 1,5",
                                "G d3 0.0625",
                                "H d4 1.25")
                        + row(
                                5,
                                "A d2 44259.104166666664",
                                "B e #N/A",
                                "C n -1E-3",
                                "D e #DIV/0!",
                                "E b 0",
                                "G d3 0.104166666666667",
                                "H d4 2.5")
                        + row(
                                7,
                                "A d2 44259.145833333336",
                                "B n 7",
                                "D f ",
                                "E b 1",
                                "F t x",
                                "G d3 0.145833333333333",
                                "H d4 0"));
        Table table = Tables.read(file, TableForm.FOUND);
        assertThat(names(table))
                .containsExactly("when", "shared name", "in parts", "twice", "on", "word", "clock", "rest");
        assertThat(table.headLine()).isEqualTo(3);
        assertThat(time(table.columns().getFirst(), 0)).isEqualTo("2021-03-04T01:30:00Z");
        assertThat(time(table.columns().getFirst(), 2)).isEqualTo("2021-03-04T03:30:00Z");
        assertThat(table.columns().get(1).values()).containsExactly(1.234, Double.NaN, 7);
        assertThat(table.columns().get(2).values()).containsExactly(0.05, -0.001, Double.NaN);
        assertThat(table.columns().get(3).values()).containsExactly(2.468, Double.NaN, Double.NaN);
        assertThat(table.columns().get(4).values()).containsExactly(1, 0, 1);
        assertThat(table.columns().get(6).values()).containsExactly(5400, 9000, 12600);
        assertThat(table.columns().get(7).values()).containsExactly(108_000, 216_000, 0);
        assertThat(String.join(" ", table.understood())).contains("The sheet 'Data' was read", "'Notes'");
        assertThat(table.found().sheet())
                .as("where there are several, that which was read")
                .isEqualTo("Data");
    }

    /** By the table of serial numbers of Excel itself: 1 is 1 January 1900, 61 is 1 March; 0 is 1 January 1904 of the other kind. */
    @ParameterizedTest
    @CsvSource({
        "false, 1, 1900-01-01",
        "false, 59, 1900-02-28",
        "false, 61, 1900-03-01",
        "false, 25569, 1970-01-01",
        "false, 43831, 2020-01-01",
        "true, 0, 1904-01-01",
        "true, 42369, 2020-01-01"
    })
    void daysAreCountedAsExcelCountsThem(boolean from1904, int serial, String day) throws IOException {
        Path file = book(from1904, "S", row(1, "A d1 " + serial, "B n 1") + row(2, "A d1 " + (serial + 400), "B n 2"));
        Column days = Tables.read(file, TableForm.FOUND).columns().getFirst();
        assertThat(days.kind()).isEqualTo(ColumnKind.TIME);
        assertThat(time(days, 0)).isEqualTo(day + "T00:00:00Z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "General ~ NUMBER",
                "0.00 ~ NUMBER",
                "#,##0.00 \"days\" ~ NUMBER",
                "[Red]0.0;[Blue]-0.0 ~ NUMBER",
                "0.00E+00 ~ NUMBER",
                "[$-409]d-mmm-yy;@ ~ DATE",
                "dd.mm.yyyy ~ DATE",
                "mmm yy ~ DATE",
                "yyyy\"-Q\"m ~ DATE",
                "m/d/yy h:mm ~ DATE",
                "h:mm AM/PM ~ CLOCK",
                "mm:ss.0 ~ CLOCK",
                "[mm]:ss ~ CLOCK",
            })
    void formatsSayWhatANumberIs(String format, ExcelDate.Shown shown) {
        assertThat(ExcelDate.shown(format)).isEqualTo(shown);
    }

    @Test
    void theSheetThatIsNamedIsRead() throws IOException {
        String rows = row(1, "A n 1", "C n 2") + row(2, "A n 3", "C n 4");
        Path file = book(false, "hidden one", rows, "First", rows, "Second", row(1, "A n 5") + row(2, "A n 6"));
        assertThat(Tables.read(file, TableForm.FOUND).columns()).hasSize(3);
        assertThat(Tables.read(file, sheet("second")).columns().getFirst().values())
                .containsExactly(5, 6);
        assertThatThrownBy(() -> Tables.read(file, sheet("Third")))
                .isInstanceOf(DataException.class)
                .hasMessageEndingWith("has no sheet 'Third'; its sheets are 'hidden one', 'First', 'Second'");
        assertThatThrownBy(() -> Tables.read(book(false, "Words", row(1, "A t a")), TableForm.FOUND))
                .hasMessageEndingWith("has no sheet with numbers");
    }

    @Test
    void whatIsNoWorkbookIsRefused() throws IOException {
        Path file = book(false, "S", row(1, "A n 1") + row(2, "A n 2"));
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        assertRefused(file, "is damaged and no whole workbook");
        Files.writeString(file, "a,b\n1,2\n");
        assertRefused(file, "is no workbook of Excel");
        byte[] old = Arrays.copyOf(HexFormat.of().parseHex("d0cf11e0a1b11ae1"), 4096);
        Files.write(file, old);
        assertRefused(file, "is a workbook as Excel had them before 2007 (.xls); save it as .xlsx or .csv");
        byte[] name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(name, 0, old, 1024, name.length);
        Files.write(file, old);
        assertRefused(file, "is protected by a password; open it in Excel and save it without one");
        Files.write(file, new byte[0]);
        assertRefused(file, "is no workbook of Excel");
    }

    private static void assertRefused(Path file, String complaint) {
        assertThatThrownBy(() -> Tables.read(file, TableForm.FOUND))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("a.xlsx: " + complaint);
    }

    @Test
    void brokenSheetsAreRefusedAndNoEntityIsFetched() throws IOException {
        assertRefused(
                book(false, "S", "<row r=\"1\"><c r=\"A4n\"><v>1</v></c></row>"), "is damaged and no whole workbook");
        assertRefused(book(false, "S", "<row r=\"1\"><c r=\"A1\"><v>1</v></c>"), "is damaged and no whole workbook");
        Path secret = Files.writeString(folder.resolve("secret.txt"), "77");
        Path file = book(false, "S", row(1, "A n 1"));
        Path hostile = folder.resolve("b.xlsx");
        try (ZipFile zip = new ZipFile(file.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(hostile))) {
            for (ZipEntry entry : zip.stream().toList()) {
                String text = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write((entry.getName().contains("sheet1")
                                ? text.replace("?>", "?><!DOCTYPE w [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>")
                                        .replace("<v>1</v>", "<v>&e;</v>")
                                : text)
                        .getBytes(StandardCharsets.UTF_8));
            }
        }
        assertThatThrownBy(() -> Tables.read(hostile, TableForm.FOUND)).isInstanceOf(DataException.class);
    }

    @Test
    void anInterruptedThreadGivesUp() throws IOException {
        Path file = book(false, "S", row(1, "A n 1") + row(2, "A n 2"));
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> Tables.read(file, TableForm.FOUND)).isInstanceOf(CancellationException.class);
        } finally {
            Thread.interrupted();
        }
    }

    /** Instruments write texts and call them so, to have Excel open them. */
    @Test
    void aTextThatIsCalledXlsIsReadAsOne() throws IOException {
        Path file = Files.writeString(folder.resolve("a.xls"), "a\tb\n1\t2.5\n3\t4\n");
        assertThat(Tables.read(file, TableForm.FOUND).columns().get(1).values()).containsExactly(2.5, 4);
    }

    @Test
    void aBlockOfTitlesAndNamesOverMergedCellsStandBeforeTheValues() throws IOException {
        Table table = Tables.read(
                book(
                        false,
                        "one",
                        row(1, "A t Data Source", "B t Weather")
                                + row(3, "A t Updated", "B d1 44000")
                                + row(5, "B t north", "D t south")
                                + row(6, "A t day", "B t low", "C t high", "D t low", "E t high")
                                + row(7, "A d1 44000", "B n 1", "C n 2", "D n 3", "E n 4")
                                + row(8, "A d1 44001", "B n 5", "C n 6", "D n 7", "E n 8")),
                TableForm.FOUND);
        assertThat(names(table)).containsExactly("day", "north low", "north high", "south low", "south high");
        assertThat(table.rows()).isEqualTo(2);
    }
}
