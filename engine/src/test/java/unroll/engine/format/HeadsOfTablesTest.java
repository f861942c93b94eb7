package unroll.engine.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.table.Table;

/** What stands before the values of a table is told from them: titles, comments, names and units. */
class HeadsOfTablesTest {
    @TempDir
    private Path folder;

    private TextTables texts;

    @BeforeEach
    void setUp() {
        texts = new TextTables(folder);
    }

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(
            strings = {
                "a,\"b; c\"@1,2@3,4",
                "\uFEFF\"a\",\"b; c\"@1,2@3,4",
                " a \t b; c @1\t2@3\t4",
                "a;\"b; c\"@1;2@3;4",
                "a,b; c@m,l/s@1,2@3,4",
                "Tank of 2031@a,b; c@1,2@3,4",
                "Tank of 2031,@a,b; c@1,2@3,4",
                "sep=;@a;\"b; c\"@1;2@3;4",
                "# my tank@a,b; c@1,2@3,4",
                "# my tank@# a,b; c@1,2@3,4",
                "a,b; c,@1,2@3,4",
            })
    void namesAreFoundBehindTitlesAndCommentsAndBeforeUnits(String text) throws IOException {
        Table table = texts.read(text);
        assertThat(TextTables.names(table)).startsWith("a", "b; c");
        assertThat(TextTables.numbers(table)).startsWith(1.0, 2.0).endsWith(3.0, 4.0);
        assertThat(table.rows()).isEqualTo(2);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '~',
            value = {
                "401,402@0.5,1@0.7,3@0.1,2 ~ 401|402",
                "\"2001\",\"2002\"@2001.5,2000@2002,2003@2004,2001 ~ 2001|2002",
                "0,1,2@7,3,9@5,4,2@8,1,1 ~ 0|1|2",
                ",0@1821,269@1822,321@1823,585 ~ column 1|0",
                "level,PM,10@1,2,3@4,5,6 ~ level|PM|10",
                "a,a,b@1,2,3@4,5,6 ~ a|a 2|b",
                "\"x\" \"y\"@\"1\" 5 2@\"2\" 6 3 ~ column 1|x|y",
                "5,6@7,8@4,5 ~ column 1|column 2",
                "1,2,3@4,5,6@7,8,9 ~ column 1|column 2|column 3",
                "2001,2002@2003,2004@2005,2006 ~ column 1|column 2",
            })
    void aFirstLineOfNumbersIsNamesOnlyWhereItIsUnlikeTheOthers(String text, String names) throws IOException {
        assertThat(String.join("|", TextTables.names(texts.read(text)))).isEqualTo(names);
    }

    @Test
    void wordsOfLinesThatAreNoRowsAreNoneOfTheColumns() throws IOException {
        Table table = texts.read("a title,here@kind,x@wet,1@dry,2@wet,3@the end@");
        assertThat(table.columns().getFirst().words()).containsExactly("wet", "dry");
        assertThat(table.columns().getFirst().values()).containsExactly(0, 1, 0);
    }
}
