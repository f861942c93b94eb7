package unroll.engine.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import unroll.engine.archive.WeightsForm;
import unroll.engine.experiment.Experiment;
import unroll.engine.project.ProjectFile;
import unroll.engine.record.RunFolder;

/** {@code unroll export}: writes the newest weights of a run as a file for other programs. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Write the newest weights of a run for other programs: named as here (safetensors), named and"
            + " ordered as PyTorch does (pytorch), as a model that computes (onnx), or the whole run as one file that"
            + " goes on anywhere (project).")
public final class ExportCommand implements Callable<Integer> {
    private final PrintStream out;

    @Mixin
    private RunArgument run = new RunArgument();

    @Parameters(
            index = "1",
            paramLabel = "FILE",
            description = "The file to write; one that is there is replaced, except data that are read.")
    private @Nullable Path file;

    @Option(names = "--to", required = true, paramLabel = "FORM", description = "${COMPLETION-CANDIDATES}")
    private @Nullable Target target;

    /** What can be written. */
    enum Target {
        SAFETENSORS,
        PYTORCH,
        ONNX,
        PROJECT;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The command over a stream. */
    public ExportCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        if (file == null || target == null) {
            throw new IllegalArgumentException("name the run, --to and the file");
        }
        RunFolder folder = run.folder();
        Experiment experiment = folder.experiment();
        ResultFile.requireOther(file, experiment);
        out.println(
                target == Target.PROJECT
                        ? project(folder, experiment, file)
                        : WeightsForm.valueOf(target.name()).write(folder, experiment, file));
        return 0;
    }

    private static String project(RunFolder folder, Experiment experiment, Path file) {
        ProjectFile.Written written = ProjectFile.write(file, folder, experiment, Map.of());
        String summary = String.format(
                Locale.ROOT,
                "%s: %s, the run's %d files%s in %,d bytes",
                file,
                experiment.name(),
                written.files(),
                written.data() == 0 ? "" : " and " + written.data() + " of your own that it reads",
                written.bytes());
        return Stream.concat(Stream.of(summary), written.without().stream()).collect(Collectors.joining("\n"));
    }
}
