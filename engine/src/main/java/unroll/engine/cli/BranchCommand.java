package unroll.engine.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import unroll.engine.experiment.Experiment;
import unroll.engine.record.RunFolder;
import unroll.engine.run.Branch;

/** {@code unroll branch}: a second run that leaves a first one at an earlier update, with other settings. */
@Command(
        name = "branch",
        mixinStandardHelpOptions = true,
        description = "Go on from an earlier update of a run, with other settings, as a run of its own.")
public final class BranchCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final PrintStream out;

    @Parameters(paramLabel = "RUN", description = "A run's folder, or its name as 'unroll list' has it.")
    private @Nullable Path run;

    @Option(
            names = "--at",
            paramLabel = "UPDATE",
            required = true,
            description = "After which update; one whose state is remembered.")
    private long at;

    @Mixin
    private NewRunOptions start = new NewRunOptions();

    /** The command over a terminal that writes to {@code out}. */
    public BranchCommand(Terminal terminal, PrintStream out) {
        this.terminal = terminal;
        this.out = out;
    }

    @Override
    public Integer call() {
        if (run == null) {
            throw new IllegalArgumentException("name the run folder");
        }
        RunFolder first = RunFolder.open(RunsFolder.place(run, start.runs()));
        refuseUnless(first.history());
        Experiment experiment = start.changed(first.experiment());
        Branch branch = Branch.of(first, at, experiment, start.runs());
        out.println("Branch of " + first.path() + " after update " + at
                + (branch.carried()
                        ? ""
                        : "; the optimiser begins anew, it cannot go on with what the one before carried"));
        return terminal.train(experiment, branch.folder());
    }

    /** Only where a state is remembered can a second run begin. */
    private void refuseUnless(List<Long> remembered) {
        if (remembered.contains(at)) {
            return;
        }
        Stream<Long> before =
                remembered.reversed().stream().filter(update -> update < at).limit(1);
        Stream<Long> after = remembered.stream().filter(update -> update > at).limit(1);
        String nearest = Stream.concat(before, after).map(String::valueOf).collect(Collectors.joining(" and "));
        throw new IllegalArgumentException("--at " + at + ": "
                + (nearest.isEmpty()
                        ? run + " remembers no state"
                        : "no state is remembered there; nearest are those after " + nearest));
    }
}
