package unroll.engine.cli;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import unroll.engine.likelihood.Effort;
import unroll.engine.likelihood.Likelihood;
import unroll.engine.likelihood.TestLikelihood;

/** {@code unroll likelihood}: how likely the test sequences of a run are to its network. */
@Command(
        name = "likelihood",
        mixinStandardHelpOptions = true,
        description = "Find the log-likelihood of a run's test sequences by its network. Of Boltzmann machines it is"
                + " estimated by annealed importance sampling, or exact where they are small.")
public final class LikelihoodCommand implements Callable<Integer> {
    private final PrintStream out;

    @Mixin
    private RunArgument run = new RunArgument();

    @Option(
            names = "--chains",
            paramLabel = "N",
            defaultValue = "20",
            description = "Chains for each step (default: ${DEFAULT-VALUE}).")
    private int chains;

    @Option(
            names = "--temperatures",
            paramLabel = "N",
            defaultValue = "600",
            description = "Temperatures from independent units to the machine; too few flatter the network (default:"
                    + " ${DEFAULT-VALUE}).")
    private int temperatures;

    @Option(
            names = "--every",
            paramLabel = "N",
            defaultValue = "1",
            description = "Take one of N steps alone, for a faster estimate (default: ${DEFAULT-VALUE}).")
    private int every;

    private int told;

    /** The command over a stream. */
    public LikelihoodCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        var effort = new Effort(chains, temperatures, every);
        Likelihood found = new TestLikelihood(run.folder()).find(effort, this::show);
        out.println(PrintedText.of(words(found)));
        return 0;
    }

    /** Prints a line at each tenth. */
    private synchronized void show(double share) {
        int tenth = (int) (10 * share);
        if (tenth > told) {
            told = tenth;
            out.println(ProgressBar.bar(out, ProgressBar.WIDTH, tenth, 10));
        }
    }

    private String words(Likelihood found) {
        String mean = String.format(Locale.ROOT, "test log-likelihood: %.3f nats a step", found.mean());
        String steps = found.steps() == found.of()
                ? String.format(Locale.ROOT, "%,d steps", found.steps())
                : String.format(Locale.ROOT, "%,d of %,d steps", found.steps(), found.of());
        return switch (found.method()) {
            case NONE -> mean + " (exact, " + steps + ")";
            case ENUMERATION -> mean + " (exact, by summing over all states, " + steps + ")";
            case SAMPLING ->
                mean
                        + String.format(
                                Locale.ROOT,
                                " ± %.3f (annealed importance sampling, %,d temperatures, %,d chains of which %.1f"
                                        + " count in effect, %s)",
                                found.error(),
                                temperatures,
                                chains,
                                found.effective(),
                                steps)
                        + (found.effective() < chains / 2.0
                                ? "\nFewer than half of the chains count, so that this may flatter the network: take"
                                        + " twice as many temperatures."
                                : "");
        };
    }
}
