package unroll.engine.cli;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import unroll.engine.sweep.Report;
import unroll.engine.sweep.SampleSweeps;
import unroll.engine.sweep.Sweep;
import unroll.engine.sweep.SweepCell;
import unroll.engine.sweep.SweepFolder;
import unroll.engine.sweep.SweepQueue;
import unroll.engine.sweep.SweepSnapshot;

/** {@code unroll sweep}: makes many runs that differ in a few settings, some side by side, and tables of their results. */
@Command(
        name = "sweep",
        mixinStandardHelpOptions = true,
        description = "Make many runs that differ in a few settings; started again it goes on where it was left.")
public final class SweepCommand implements Callable<Integer> {
    private final PrintStream out;
    private final BiConsumer<SweepFolder, Report> draws;

    @Parameters(
            paramLabel = "FILE",
            description = "A sweep's JSON file, the folder of a sweep that was begun, or the name of a sample: tiny, "
                    + "control, pathological, no-structural-damping, momentum.")
    private @Nullable Path file;

    @Option(
            names = "--to",
            paramLabel = "FOLDER",
            description = "Where the runs and the tables go; needed where a file is given.")
    private @Nullable Path to;

    @Option(
            names = "--jobs",
            paramLabel = "N",
            description =
                    "Runs to make side by side, sharing the cores (default: one on each core). Fewer need less memory.")
    private int jobs = Runtime.getRuntime().availableProcessors();

    /** @param draws draws the report's pictures into the folder, after every run that is over */
    public SweepCommand(PrintStream out, BiConsumer<SweepFolder, Report> draws) {
        this.out = out;
        this.draws = draws;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (file == null || jobs < 1) {
            throw new IllegalArgumentException("name the sweep's file and at least one run at a time");
        }
        boolean begun = Files.isDirectory(file);
        Path place = to == null && begun ? file : to;
        if (place == null) {
            throw new IllegalArgumentException("--to: name the folder where the runs go");
        }
        SweepFolder folder = new SweepFolder(place);
        Sweep sweep = begun ? new SweepFolder(file).sweep() : read(file);
        List<SweepCell> cells = sweep.cells();
        out.println(PrintedText.of(sweep.name()) + " · " + cells.size() + (cells.size() == 1 ? " run" : " runs"));
        out.println("Folder: " + folder.path());
        folder.changedInputs(cells).forEach(out::println);
        return run(sweep, cells, folder);
    }

    /** What is no file may be the name of a sample. */
    private static Sweep read(Path file) {
        Optional<Sweep> sample = Files.exists(file) ? Optional.empty() : SampleSweeps.named(file.toString());
        return sample.orElseGet(() -> Sweep.read(file));
    }

    private int run(Sweep sweep, List<SweepCell> cells, SweepFolder folder) throws InterruptedException {
        Newest<SweepSnapshot> newest = new Newest<>();
        ExecutorService executor = Executors.newFixedThreadPool(
                jobs, Thread.ofPlatform().daemon().name("unroll-sweep-", 0).factory());
        int cores = Runtime.getRuntime().availableProcessors();
        SweepQueue queue = new SweepQueue(sweep, cells, folder, jobs, cores, executor, newest::put);
        Thread saving = new Thread(queue::close, "unroll-save");
        Runtime.getRuntime().addShutdownHook(saving);
        try (executor) {
            queue.start();
            SweepSnapshot last = follow(newest, folder, sweep);
            Terminal.forget(saving);
            return report(last, folder);
        }
    }

    /** Shows the progress of the sweep until it ends. */
    private SweepSnapshot follow(Newest<SweepSnapshot> newest, SweepFolder folder, Sweep sweep)
            throws InterruptedException {
        SweepBoard board = new SweepBoard(out, Terminal.interactive());
        long drawn = -1;
        while (true) {
            SweepSnapshot snapshot = newest.take();
            board.show(snapshot);
            if (snapshot.over() != drawn && snapshot.over() > 0) {
                draws.accept(folder, Report.of(sweep, snapshot));
            }
            drawn = snapshot.over();
            if (!snapshot.working()) {
                return snapshot;
            }
        }
    }

    private int report(SweepSnapshot last, SweepFolder folder) {
        last.trouble().ifPresent(out::println);
        out.println("Results: " + folder.path().resolve("results.md"));
        return last.complete() ? 0 : 1;
    }
}
