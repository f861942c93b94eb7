package unroll.engine.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PendulumSampleTest {
    private static final Path FOLDER = Path.of("../sample-data/pendulum");

    @Test
    void theFilesAreThoseThatTheGeneratorWrites() throws IOException {
        for (int file = 0; file < PendulumSample.FILES; file++) {
            Path path = FOLDER.resolve(PendulumSample.name(file));
            assertThat(Files.readString(path).replace("\r\n", "\n")).isEqualTo(PendulumSample.text(file));
        }
    }

    @Test
    void theSampleIsFourTrainingSeriesAndOneTestSeries() {
        SeriesSplit split = SeriesSplit.read(FOLDER, SeriesForm.FOUND);
        assertThat(split.columns()).isEqualTo(List.of("sine of angle", "cosine of angle", "velocity", "drive"));
        assertThat(split.training()).hasSize(4);
        assertThat(split.test()).hasSize(1);
        assertThat(split.training())
                .allSatisfy(series -> assertThat(SeriesSplitTest.rows(series))
                        .hasSize(400)
                        .allSatisfy(row ->
                                assertThat(row[0] * row[0] + row[1] * row[1]).isBetween(1 - 2e-5, 1 + 2e-5)));
    }
}
