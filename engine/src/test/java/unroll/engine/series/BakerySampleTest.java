package unroll.engine.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class BakerySampleTest {
    private static final Path FILE = Path.of("../sample-data/bakery").resolve(BakerySample.FILE);

    @Test
    void theFileIsThatWhichTheGeneratorWrites() throws IOException {
        assertThat(Files.readString(FILE).replace("\r\n", "\n")).isEqualTo(BakerySample.text());
    }

    @Test
    void itsRowsAreBusinessDaysWithoutHolidays() {
        SeriesSplit split = SeriesSplit.read(FILE, SeriesForm.FOUND);
        assertThat(split.columns()).containsExactly("loaves", "outside");
        assertThat(split.shape().season()).isEqualTo(5);
        assertThat(String.join(" ", split.understood()))
                .contains("Time is date, business days (Monday to Friday).", "Time leaps 2 times");
    }
}
