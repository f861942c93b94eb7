package unroll.engine.cli;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import unroll.engine.gradient.FlowWords;
import unroll.engine.gradient.GradientFlow;
import unroll.engine.probe.FlowProbe;
import unroll.engine.probe.Replica;
import unroll.engine.record.RunFolder;
import unroll.engine.run.Training;

/** {@code unroll gradients}: prints whether error signals vanish or explode in the network of a run. */
@Command(
        name = "gradients",
        mixinStandardHelpOptions = true,
        description = "Print how error signals fare on their way back through a test sequence: their size at each time "
                + "step, and how the Jacobian of the last state stretches them.")
public final class GradientsCommand implements Callable<Integer> {
    /** Lines of the table where every step would be too many. */
    private static final int LINES = 24;

    /** Time steps across where the history is wanted. */
    private static final int COLUMNS = 12;

    private final PrintStream out;

    @Mixin
    private RunArgument run = new RunArgument();

    @Option(
            names = "--sequence",
            paramLabel = "N",
            defaultValue = "1",
            description = "Number of the test sequence (default: ${DEFAULT-VALUE}).")
    private int sequence;

    @Option(
            names = "--history",
            description = "How it came about: log10 |dL/dh| at some time steps across, the updates that are remembered"
                    + " down.")
    private boolean history;

    /** The command over a stream. */
    public GradientsCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        if (sequence < 1) {
            throw new IllegalArgumentException("--sequence: test sequences are counted from 1 on");
        }
        RunFolder folder = run.folder();
        Replica replica = Training.network(folder);
        if (history) {
            printHistory(folder, replica);
            return 0;
        }
        printFlow(replica);
        return 0;
    }

    private void printFlow(Replica replica) {
        GradientFlow flow = new FlowProbe(sequence - 1).answer(replica);
        out.println(String.format(
                Locale.ROOT,
                "Test sequence %d after %,d updates; the loss sends its errors back",
                sequence,
                replica.update()));
        out.println("   step     |dL/dh|     |dL/dv|   stretch of ds_T/ds_t: largest, middle, smallest");
        int steps = flow.error().length;
        int[] lines = flow.hasJacobians() ? flow.steps() : some(LINES, steps);
        for (int i = 0; i < lines.length; i++) {
            int t = lines[i];
            String input = flow.input().length == 0 ? "" : number(flow.input()[t]);
            String stretch = flow.hasJacobians()
                    ? "   " + number(flow.largest()[i]) + stretch(flow, flow.middle(), i)
                            + stretch(flow, flow.smallest(), i)
                    : "";
            out.println(String.format(Locale.ROOT, "%7d%s%12s%s", t + 1, number(flow.error()[t]), input, stretch));
        }
        if (!flow.hasJacobians()) {
            out.println(flow.jacobians().sentence());
        }
        out.println(FlowWords.of(flow));
    }

    private void printHistory(RunFolder folder, Replica replica) {
        List<Long> updates = folder.history();
        out.println(String.format(
                Locale.ROOT, "Test sequence %d: log10 |dL/dh|, time steps across, updates down", sequence));
        int[] columns = new int[0];
        for (int row : some(LINES, updates.size())) {
            replica.lookBack(folder, updates.get(row));
            double[] error = new FlowProbe(sequence - 1, false).answer(replica).error();
            if (columns.length == 0) {
                columns = some(COLUMNS, error.length);
                out.println("        "
                        + Arrays.stream(columns)
                                .mapToObj(t -> String.format(Locale.ROOT, "%8s", "t=" + (t + 1)))
                                .collect(Collectors.joining()));
            }
            out.println(String.format(Locale.ROOT, "%8d", replica.update())
                    + Arrays.stream(columns)
                            .mapToObj(t -> error[t] == 0
                                    ? String.format("%8s", "none")
                                    : String.format(Locale.ROOT, "%8.1f", Math.log10(error[t])))
                            .collect(Collectors.joining()));
        }
    }

    /** At most so many of {@code all}, evenly, the first and the last among them. */
    private static int[] some(int most, int all) {
        int count = Math.min(most, all);
        return IntStream.range(0, count)
                .map(i -> (int) ((long) i * (all - 1) / Math.max(1, count - 1)))
                .toArray();
    }

    /** A singular value, or what it is below where it cannot be told from rounding. */
    private static String stretch(GradientFlow flow, double[] values, int point) {
        double value = values[point];
        return GradientFlow.lost(value, flow.bounds()[point])
                ? String.format(Locale.ROOT, "%12s", "<" + String.format(Locale.ROOT, "%.3g", value))
                : number(value);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%12.3g", value);
    }
}
