package unroll.app.runs;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import unroll.engine.archive.RunRecord.Whole;
import unroll.engine.archive.RunsPage;
import unroll.engine.file.AtomicFile;

/** Where the window's reports about runs lie: in a folder of their own beside that of the runs. */
final class ReportFile {
    private ReportFile() {}

    /**
     * Writes one and returns where; a newer one about the same takes its place.
     *
     * @throws unroll.engine.file.FileException where it cannot be written
     */
    static Path write(Path runs, List<Whole> about, Optional<Whole> baseline) {
        String name = about.getFirst().id() + (about.size() == 1 ? "" : " and " + (about.size() - 1) + " more");
        Path file = runs.resolveSibling("reports").resolve(name + ".html");
        AtomicFile.write(file, new RunsPage(about, baseline).html().getBytes(StandardCharsets.UTF_8));
        return file;
    }
}
