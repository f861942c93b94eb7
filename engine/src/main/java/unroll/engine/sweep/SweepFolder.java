package unroll.engine.sweep;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import unroll.engine.file.AtomicFile;
import unroll.engine.file.FileException;
import unroll.engine.file.FolderLock;
import unroll.engine.record.Expenses;
import unroll.engine.record.FolderFiles;
import unroll.engine.record.InputFiles;
import unroll.engine.record.RunException;
import unroll.engine.record.RunFolder;

/**
 * A sweep on the disk: {@code sweep.json} and in {@code from.txt} where that came from, its runs under {@code runs}, each with a
 * {@code result.json} once it is over, and the report: {@code results.csv}, {@code results.md} and {@code pictures}. Every file is
 * replaced whole.
 */
public final class SweepFolder {
    private static final String SWEEP = "sweep.json";
    private static final String RUNS = "runs";

    /** Says in which folder the document was written, for paths of files in it begin there. */
    private static final String FROM = "from.txt";

    private static final String RESULT = "result.json";

    private static final Gson JSON = new GsonBuilder()
            .setPrettyPrinting()
            .disableHtmlEscaping()
            .serializeSpecialFloatingPointValues()
            .create();

    private final Path path;

    /** The sweep in a folder, or a place for one; nothing is written before {@link #begin}. */
    public SweepFolder(Path path) {
        this.path = path.toAbsolutePath().normalize();
    }

    public Path path() {
        return path;
    }

    /** Where the document lies. */
    public Path document() {
        return path.resolve(SWEEP);
    }

    /** Where the report's pictures go. */
    public Path pictures() {
        return path.resolve("pictures");
    }

    /**
     * Keeps the document beside its runs. That of a sweep which was begun may have got more runs since.
     *
     * @throws RunException where the folder holds runs that were judged by another rule
     * @throws FileException where it cannot be written
     */
    public void begin(Sweep sweep) {
        if (Files.exists(document()) && !sweep().stop().equals(sweep.stop())) {
            throw new RunException(
                    path, "holds a sweep whose runs stop by another rule; name another folder for this one", null);
        }
        write(document(), sweep.text());
        write(path.resolve(FROM), sweep.folder().toAbsolutePath().normalize() + "\n");
    }

    /** The sweep that the folder holds. */
    public Sweep sweep() {
        String from = FolderFiles.textOrEmpty(path.resolve(FROM)).strip();
        return Sweep.read(document(), from.isEmpty() ? path : Path.of(from));
    }

    /** Whether a sweep was begun here. */
    public boolean begun() {
        return Files.isRegularFile(document());
    }

    /**
     * How many of its runs are over, by the results that lie there; the runs themselves are not looked at.
     *
     * @throws RunException where the folder cannot be read
     */
    public long over() {
        return FolderFiles.list(path.resolve(RUNS)).stream()
                .filter(run -> Files.isRegularFile(run.resolve(RESULT)))
                .count();
    }

    /**
     * Keeps the folder for one who makes its runs.
     *
     * @throws FileException where another does
     */
    FolderLock lock() {
        return FolderLock.take(
                path,
                "another window or terminal is making the runs of this sweep; stop it there first, or give this one a"
                        + " folder of its own");
    }

    /** Where a run is kept. */
    public RunFolder run(SweepCell cell) {
        return RunFolder.at(path.resolve(RUNS).resolve(cell.name()));
    }

    /**
     * What of a person's own data is not as it was when the runs began, each sentence once.
     *
     * @throws FileException where a file cannot be read
     */
    public List<String> changedInputs(List<SweepCell> cells) {
        return cells.stream()
                .flatMap(cell -> InputFiles.changed(run(cell), cell.experiment()).stream())
                .distinct()
                .toList();
    }

    /**
     * The result of a run; empty where it is not over.
     *
     * @throws RunException where that cannot be read
     */
    Optional<CellResult> result(SweepCell cell) {
        Path file = run(cell).path().resolve(RESULT);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            @Nullable CellResult result = JSON.fromJson(FolderFiles.text(file), CellResult.class);
            return Optional.ofNullable(result);
        } catch (RunException e) {
            throw e;
        } catch (RuntimeException e) { // of the reader: it has no one type for all that may be wrong
            throw new RunException(file, "is no result of a run; remove it to have the run judged again", e);
        }
    }

    /** The cost of a run when it was left; empty where it never began, or where that cannot be read: going on with it will fail. */
    Optional<Expenses> spent(SweepCell cell) {
        RunFolder run = run(cell);
        try {
            return run.begun() ? Optional.of(run.expenses()) : Optional.empty();
        } catch (RunException e) {
            return Optional.empty();
        }
    }

    /** Keeps the result of a run. */
    void keep(SweepCell cell, CellResult result) {
        write(run(cell).path().resolve(RESULT), JSON.toJson(result) + "\n");
    }

    /** Keeps the tables. */
    void keep(Report report) {
        write(path.resolve("results.csv"), report.csv());
        write(path.resolve("results.md"), report.markdown());
    }

    private static void write(Path file, String text) {
        AtomicFile.write(file, text.getBytes(StandardCharsets.UTF_8));
    }
}
