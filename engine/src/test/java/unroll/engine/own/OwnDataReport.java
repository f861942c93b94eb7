package unroll.engine.own;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * What becomes of every file in a folder of people's data: {@code mvn test -pl engine -Dtest=OwnDataReport -Ddata=FOLDER}. The table goes to
 * {@code engine/target/own-data.md}.
 */
@EnabledIfSystemProperty(named = "data", matches = ".+")
class OwnDataReport {
    private static final int MOST_LISTED = 100;

    @Test
    void everyFileIsReadRightlyOrRefusedWithATrueReason(@TempDir Path scratch) throws IOException {
        Path data = Path.of(System.getProperty("data", "")).toAbsolutePath();
        List<FileOutcome> outcomes = new ArrayList<>();
        outcomes.addAll(SeriesCases.all(data.resolve("series")));
        outcomes.addAll(PictureCases.all(data.resolve("images"), scratch));
        outcomes.addAll(TextCases.all(data.resolve("text")));
        outcomes.addAll(WeightCases.all(data.resolve("weights"), scratch));
        outcomes.addAll(MusicCases.all(data));
        outcomes.addAll(MotionCases.all(data.resolve("mocap")));
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target", "own-data.md"), page(outcomes, data.toString()));
        assertThat(outcomes)
                .filteredOn(outcome -> outcome.verdict().compareTo(FileOutcome.Verdict.REFUSED) > 0)
                .isEmpty();
    }

    /** Whether there are so few files of a kind that all of them are listed; of others those are that are not simply right. */
    private static boolean seldom(List<FileOutcome> outcomes, String kind) {
        return outcomes.stream().filter(outcome -> outcome.kind().equals(kind)).count() <= MOST_LISTED;
    }

    private static String page(List<FileOutcome> outcomes, String folder) {
        StringBuilder page = new StringBuilder("# What becomes of people's own files\n\n");
        List<String> kinds = outcomes.stream().map(FileOutcome::kind).distinct().toList();
        page.append("| kind | files |");
        for (FileOutcome.Verdict verdict : FileOutcome.Verdict.values()) {
            page.append(' ').append(verdict.words()).append(" |");
        }
        page.append("\n|---|---|")
                .append("---|".repeat(FileOutcome.Verdict.values().length))
                .append('\n');
        for (String kind : kinds) {
            List<FileOutcome> all = outcomes.stream()
                    .filter(outcome -> outcome.kind().equals(kind))
                    .toList();
            page.append(String.format(Locale.ROOT, "| %s | %d |", kind, all.size()));
            for (FileOutcome.Verdict verdict : FileOutcome.Verdict.values()) {
                long count = all.stream()
                        .filter(outcome -> outcome.verdict() == verdict)
                        .count();
                page.append(' ').append(count).append(" |");
            }
            page.append('\n');
        }
        for (String kind : kinds) {
            page.append("\n## ")
                    .append(kind.substring(0, 1).toUpperCase(Locale.ROOT))
                    .append(kind.substring(1))
                    .append(seldom(outcomes, kind) ? "" : "\nThose that are not right; all others are.\n")
                    .append("\n| file | expected | what happened | verdict |\n|---|---|---|---|\n");
            outcomes.stream()
                    .filter(outcome -> outcome.kind().equals(kind))
                    .filter(outcome -> seldom(outcomes, kind) || outcome.verdict() != FileOutcome.Verdict.RIGHT)
                    .forEach(outcome -> page.append(outcome.row(folder)).append('\n'));
        }
        return page.toString();
    }
}
