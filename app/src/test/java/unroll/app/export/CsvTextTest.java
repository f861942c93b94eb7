package unroll.app.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import unroll.app.control.Table;
import unroll.app.control.Table.Column;

/** Held against the text of RFC 4180. */
class CsvTextTest {
    @Test
    void cellsWithCommasQuotesAndEndsOfLinesAreQuotedAndLinesEndWithCrLf() {
        Table table = new Table(
                "",
                List.of(
                        Column.of("name, unit", List.of("plain", "a,b", "say \"yes\"", "two\nlines", "")),
                        Column.of("value", new double[] {1, Double.NaN})));
        assertThat(CsvText.of(table))
                .isEqualTo("\"name, unit\",value\r\nplain,1.0\r\n\"a,b\",NaN\r\n\"say \"\"yes\"\"\",\r\n"
                        + "\"two\nlines\",\r\n,\r\n");
    }
}
