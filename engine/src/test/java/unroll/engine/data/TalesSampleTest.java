package unroll.engine.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TalesSampleTest {
    private static final Path FILE = Path.of("../sample-data/text").resolve(TalesSample.FILE);

    @Test
    void theFileIsWhatTheGeneratorWrites() throws IOException {
        assertThat(Files.readString(FILE).replace("\r\n", "\n")).isEqualTo(TalesSample.text());
    }

    @Test
    void everyTaleIsOfOneHeroAndClosesItsQuotations() {
        String[] tales = TalesSample.text().split("\n\n");
        assertThat(tales).hasSizeGreaterThan(300).allSatisfy(tale -> {
            assertThat(tale).startsWith("Once upon a time ").endsWith(" no more.");
            assertThat(tale.chars().filter(c -> c == '"').count() % 2).isZero();
            String hero = tale.replaceFirst("(?s).*So (\\w+) got the .*", "$1");
            assertThat(tale.substring(0, 70)).contains(hero);
        });
        assertThat(PlainText.read(FILE, "").characters()).hasSizeBetween(200_000, 300_000);
    }
}
