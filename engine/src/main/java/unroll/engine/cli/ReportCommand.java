package unroll.engine.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import unroll.engine.archive.Archive;
import unroll.engine.archive.RunRecord.Whole;
import unroll.engine.archive.RunsPage;
import unroll.engine.file.AtomicFile;

/** {@code unroll report}: writes a page about a run, or about several beside each other. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description =
                "Write one HTML page about a run, or about several beside each other: settings, curves, tests, notes.")
public final class ReportCommand implements Callable<Integer> {
    private final PrintStream out;

    @Parameters(
            paramLabel = "RUN",
            arity = "1..*",
            description = "A run's folder, or its name as 'unroll list' has it.")
    private List<String> runs = List.of();

    @Option(
            names = "--to",
            required = true,
            paramLabel = "FILE",
            description = "The page to write; one that is there is replaced, except data that are read.")
    private @Nullable Path file;

    @Mixin
    private RunsOptions named = new RunsOptions();

    /** The command over a stream. */
    public ReportCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        if (file == null) {
            throw new IllegalArgumentException("--to: name the page to write");
        }
        Archive archive = named.archive();
        List<Whole> chosen =
                runs.stream().map(name -> named.whole(archive, name)).toList();
        for (Whole run : chosen) {
            ResultFile.requireOther(file, run.experiment());
        }
        Optional<Whole> baseline = named.baseline(archive).filter(base -> runs.size() > 1 || named.hasBaseline());
        AtomicFile.write(
                file.toAbsolutePath(), new RunsPage(chosen, baseline).html().getBytes(StandardCharsets.UTF_8));
        out.println("Report: " + file);
        return 0;
    }
}
