package unroll.engine.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.data.DataException;

/** Columns that never change, or that one number makes constant beside it. */
class ConstantColumnsTest extends TableTest {
    @ParameterizedTest
    @ValueSource(strings = {"a@5", "a,b@5,7", "date,a@2021-01-DD,5", "a,b@5,"})
    void aTableThatNeverChangesIsRefused(String table) {
        String[] lines = table.split("@", -1);
        String text = lines[0] + "@" + rows(28, i -> lines[1].replace("DD", String.format("%02d", i + 1)));
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("own.csv: never changes: a ")
                .hasMessageEndingWith("the same in all rows, so that there is nothing to learn");
    }

    @Test
    void whatNeverChangesBesideOthersIsSaid() throws IOException {
        assertThat(said(read("a,b@" + rows(30, i -> "5," + i % 7)))).contains("The same in all rows: a.");
        assertThat(said(read("a,b@" + rows(30, i -> i / 29 + "," + i % 7)))).doesNotContain("The same");
    }

    /** In single precision 2 and 5 are one beside 1e300, and beside 1e8, but not beside 1e5. */
    @ParameterizedTest
    @CsvSource({"1e300, true", "-1e300, true", "1e8, true", "1e5, false"})
    void aNumberBesideWhichAllOthersAreOneIsAskedAbout(String outlier, boolean asked) throws IOException {
        SeriesSplit split = read("a,b@" + rows(30, i -> (i == 17 ? outlier : i * i % 7 + "") + "," + i % 5));
        if (asked) {
            assertThat(split.doubts()).singleElement().satisfies(doubt -> {
                assertThat(doubt.sentence()).contains("'a' holds " + outlier);
                assertThat(doubt.setting()).isEqualTo("missing");
            });
        } else {
            assertThat(split.doubts()).isEmpty();
        }
    }

    @Test
    void pulsesAreNotAskedAbout() throws IOException {
        assertThat(read("a,b@" + rows(40, i -> (i == 17 ? "1e9" : "0") + "," + i % 5))
                        .doubts())
                .isEmpty();
        assertThat(read("a,b@" + rows(40, i -> (i % 9 == 4 ? 1e7 + i : i % 3) + "," + i % 5))
                        .doubts())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e300, -1e300, Double.MAX_VALUE, 1e-300})
    void standardisingSurvivesIt(double outlier) throws IOException {
        SeriesSplit raw = read("a,b@" + rows(30, i -> (i == 7 ? outlier : i * i % 7) + "," + i % 5));
        SeriesSplit split = raw.standardised();
        assertThat(all(split, 0)).allMatch(value -> Double.isFinite(value) && Math.abs(value) < 1e3);
        assertThat(split.code()
                        .standardisation()
                        .original(split.training().getFirst().at(7, 0), 0))
                .isCloseTo(outlier, within(1e-12 * Math.abs(outlier) + 1e-12));
    }
}
