package unroll.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DecisionsTest {
    private static final Path FOLDER = Path.of("..", "docs", "decisions");

    @Test
    void theIndexHasEachRecordOnceByItsNumberAndTitle() throws IOException {
        List<String> lines = Files.readAllLines(FOLDER.resolve("README.md")).stream()
                .filter(line -> line.contains("]("))
                .toList();
        List<Path> records;
        try (Stream<Path> files = Files.list(FOLDER)) {
            records = files.filter(file -> !file.endsWith("README.md")).sorted().toList();
        }
        assertThat(records).isNotEmpty();
        assertThat(lines).hasSameSizeAs(records);
        for (int i = 0; i < records.size(); i++) {
            String name = records.get(i).getFileName().toString();
            String heading = Files.readAllLines(records.get(i)).getFirst();
            String title = heading.replaceFirst("^#\\s*\\d+\\s*[.:·]\\s*", "");
            assertThat(lines.get(i))
                    .startsWith("| " + Integer.parseInt(name.substring(0, 4)) + " | [" + title + "](" + name + ") |");
            assertThat(heading).as("its own number").matches("# 0*" + Integer.parseInt(name.substring(0, 4)) + "\\D.*");
        }
    }
}
