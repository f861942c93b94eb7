package unroll.engine.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.data.DataException;
import unroll.engine.table.DateOrder;
import unroll.engine.table.DecimalSign;
import unroll.engine.table.HeadLines;
import unroll.engine.table.Separator;
import unroll.engine.table.Table;
import unroll.engine.table.TableForm;

/** A file that is no table is refused with the place and what to do. */
class RefusedTablesTest {
    @TempDir
    private Path folder;

    private TextTables texts;

    @BeforeEach
    void setUp() {
        texts = new TextTables(folder);
    }

    @ParameterizedTest(name = "\"{0}\"")
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "``~: holds no numbers",
                "` `~: holds no numbers",
                "a,b@~: holds names of columns and no numbers",
                "a,b@1,2@3@4,5~, line 3, column 2: the row has 1 value where line 1 has 2; complete it or take it out",
                "1,2@3,4,5@1,1~, line 2, column 3: the row has 3 values where the others have 2; complete it or take"
                        + " it out",
                "1,2@3,4@3,4,5~, line 3, column 3: the row has 3 values where the others have 2; complete it or take"
                        + " it out",
                "v@1@2@3@4@5@6@7@8@9@10@11@abc~, line 13, column 1: 'abc' is not a number as the other cells of 'v'"
                        + " are; correct it, or, if it stands for a missing value, say so (setting task.form.missing)",
                "1,2@3,1e999@~, line 2, column 2: '1e999' is too large for a number, as the cells of 'column 2' are;"
                        + " correct it, or, if it stands for a missing value, say so (setting task.form.missing)",
                "1,2@3,\"4@5,6~, line 2, column 1: a quotation mark is opened in this row that is not closed before"
                        + " the end of the file; close it, or, if it is none, write it twice within a cell in quotation"
                        + " marks",
                "a,b@1,2@@\"3\"x,4@5,6~, line 4, column 1: in this row 'x' follows a quotation mark that closes a"
                        + " cell; put a separator behind it, or write a mark within a cell twice",
            })
    void damagedFilesAreRefusedWithTheirPlace(String text, String complaint) throws IOException {
        Path file = texts.write(text.replace('@', '\n'));
        assertThatThrownBy(() -> Tables.read(file, TableForm.FOUND))
                .isInstanceOf(DataException.class)
                .hasMessage(file + complaint);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "windows-1252"})
    void encodingsAreFound(String encoding) throws IOException {
        Path file = texts.file("encoded.csv");
        Files.write(file, "\u00b0C,na\u00efve\n1,2\n3,4\n".getBytes(Charset.forName(encoding)));
        Table table = Tables.read(file, TableForm.FOUND);
        assertThat(TextTables.names(table)).containsExactly("\u00b0C", "na\u00efve");
        assertThat(TextTables.numbers(table)).containsExactly(1.0, 2.0, 3.0, 4.0);
    }

    @Test
    void anEncodingThatIsWrongIsRefused() throws IOException {
        Path file = texts.file("latin.csv");
        Files.write(file, "1,2\n3,\u00e4\n".getBytes(StandardCharsets.ISO_8859_1));
        for (String wanted : List.of("UTF-8", "EBCDIC-of-home")) {
            TableForm form =
                    new TableForm(wanted, Separator.FOUND, DecimalSign.FOUND, HeadLines.FOUND, DateOrder.FOUND, "", "");
            assertThatThrownBy(() -> Tables.read(file, form))
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining(wanted);
        }
        Files.write(file, new byte[] {0, 1, 2, 3, 'a', ','});
        assertThatThrownBy(() -> Tables.read(file, TableForm.FOUND)).hasMessageContaining("no text has");
        assertThatThrownBy(() -> Tables.read(texts.file("none.csv"), TableForm.FOUND))
                .isInstanceOf(DataException.class)
                .hasMessageEndingWith("does not exist");
    }

    @Test
    void aThreadThatIsInterruptedReadsNoFurther() throws IOException {
        Path file = texts.write("a,b\n1,2\n3,4\n");
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> Tables.read(file, TableForm.FOUND)).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted())
                .as("whoever interrupted it clears that")
                .isTrue();
        assertThat(Tables.read(file, TableForm.FOUND).rows()).isEqualTo(2);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "day,x@2024-01-01,1@2024-01-02,2@2024-01-03,3@Total,6 ~ 3 ~ line 5 on ('Total')",
                "month,x@Jan,1@Feb,2@Mar,3@Sum:,6 ~ 3 ~ line 5 on ('Sum:')",
                "nr,x@1,1@2,2@3,3@Summe,6@Mittelwert,2 ~ 3 ~ line 5 on ('Summe')",
                "day,x,y@2024-01-01,1,1@2024-01-02,2,2@2024-01-03,3,3@Source: the office,, ~ 3 ~ line 5 on ('Source:"
                        + " the office')",
                "day,x,y@2024-01-01,1,1@2024-01-02,2,2@2024-01-03,3,3@2024-0 ~ 3 ~ line 5 on ('2024-0')",
                "nr,where,x@1,a,1@2,b,2@3,a,3@,Total,6 ~ 3 ~ line 5 on ('Total')",
                "sum,x@north,1@south,2@Total,3@Total,4 ~ 4 ~ ``",
                "where,x@Total,1@north,2@south,3@Total,4 ~ 4 ~ ``",
                "day,x@2024-01-01,1@2024-01-02,2@2024-01-03, ~ 3 ~ ``",
            })
    void aTotalANoteOrARestBelowATableIsLeftOutAndSaid(String text, int rows, String said) throws IOException {
        Table table = texts.read(text);
        assertThat(table.rows()).isEqualTo(rows);
        assertThat(table.columns()).allMatch(column -> column.values().length == rows);
        assertThat(table.understood().stream()
                        .filter(sentence -> sentence.contains("below the table"))
                        .toList())
                .isEqualTo(
                        said.isEmpty()
                                ? List.of()
                                : List.of("What stands below the table, from " + said + ", is left out."));
    }

    @Test
    void aTotalAmongTheRowsIsRefused() throws IOException {
        Path file =
                texts.write("day,x\n2024-01-01,1\nTotal,1\n2024-01-02,2\n2024-01-03,2\n" + "2024-01-04,2\n".repeat(20));
        assertThatThrownBy(() -> Tables.read(file, TableForm.FOUND))
                .hasMessageContaining("line 3, column 1: 'Total' is no time");
    }
}
