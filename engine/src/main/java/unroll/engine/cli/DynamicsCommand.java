package unroll.engine.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import unroll.engine.dynamics.DynamicsReport;
import unroll.engine.dynamics.FixedPointSearch;
import unroll.engine.dynamics.FixedPoints;
import unroll.engine.dynamics.InputMode;
import unroll.engine.dynamics.LongRun;
import unroll.engine.dynamics.LongRunSearch;
import unroll.engine.dynamics.Lyapunov;
import unroll.engine.dynamics.LyapunovMeasure;
import unroll.engine.dynamics.NetworkMap;
import unroll.engine.file.AtomicFile;
import unroll.engine.probe.Replica;
import unroll.engine.record.RunFolder;
import unroll.engine.run.Training;

/** {@code unroll dynamics}: where the network of a run rests, what it repeats, and whether it is chaotic. */
@Command(
        name = "dynamics",
        mixinStandardHelpOptions = true,
        description = "Find the fixed points of a run's network with what becomes of small differences there, its"
                + " Lyapunov exponents, and what it does in the long run.")
public final class DynamicsCommand implements Callable<Integer> {
    /** Test sequences along which starts are taken. */
    private static final int SEQUENCES = 20;

    /** Parts of the work whose share is told. */
    private static final double SEARCH = 0.6;

    private static final double MEASURE = 0.9;

    /** What a network can receive meanwhile. */
    enum Received {
        /** Nothing. */
        ZERO,
        /** The mean of the test sequences, or their first symbol. */
        MEAN,
        /** What it predicted at the step before. */
        FED_BACK
    }

    private final PrintStream out;

    @Mixin
    private RunArgument run = new RunArgument();

    @Option(
            names = "--input",
            paramLabel = "zero|mean|fed-back",
            defaultValue = "zero",
            description = "What it receives meanwhile: 0 at every step (the first symbol where inputs are symbols), the"
                    + " mean of its test sequences, or its own predictions (default: ${DEFAULT-VALUE}).")
    private String input = "zero";

    @Option(
            names = "--update",
            paramLabel = "N",
            description = "Look at the network after an earlier update that is remembered.")
    private @Nullable Long update;

    @Option(
            names = "--starts",
            paramLabel = "N",
            defaultValue = "768",
            description = "From how many states fixed points are searched for (default: ${DEFAULT-VALUE}).")
    private int starts;

    @Option(
            names = "--exponents",
            paramLabel = "N",
            defaultValue = "30",
            description = "How many Lyapunov exponents (default: ${DEFAULT-VALUE}, or as many as there are).")
    private int exponents;

    @Option(
            names = "--to",
            paramLabel = "FOLDER",
            description = "Write tables (CSV) of points, modes, exponents and the cycle there.")
    private @Nullable Path to;

    private int told;

    /** The command over a stream. */
    public DynamicsCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        if (starts < 3 || exponents < 1) {
            throw new IllegalArgumentException("--starts: 3 or more, --exponents: 1 or more");
        }
        Received received = received();
        RunFolder folder = run.folder();
        Replica replica = Training.network(folder);
        if (update != null) {
            replica.lookBack(folder, update);
        }
        DynamicsReport report = report(replica, received);
        report.lines().forEach(line -> out.println(PrintedText.of(line)));
        if (to != null) {
            write(to, report, folder);
        }
        return 0;
    }

    private Received received() {
        for (Received each : Received.values()) {
            if (each.name().replace('_', '-').equalsIgnoreCase(input)) {
                return each;
            }
        }
        throw new IllegalArgumentException("--input: zero, mean or fed-back, not " + input);
    }

    private DynamicsReport report(Replica replica, Received received) {
        List<double[][]> sequences =
                IntStream.range(0, SEQUENCES).mapToObj(replica::received).toList();
        int columns = sequences.getFirst()[0].length;
        InputMode mode = switch (received) {
            case ZERO -> new InputMode.Held(new double[columns]);
            case MEAN -> new InputMode.Held(mean(sequences, replica.symbols()));
            case FED_BACK -> new InputMode.FedBack(sequences.getFirst()[0]);
        };
        NetworkMap map = replica.map(mode);
        double[][] visited = visited(map, sequences);
        FixedPoints points = new FixedPointSearch(starts - starts / 3, starts / 3, 100, 1, 1)
                .find(map, visited, share -> show(SEARCH * share));
        double[] last = visited[visited.length - 1];
        Lyapunov lyapunov = new LyapunovMeasure(
                        exponents,
                        LyapunovMeasure.USUAL.settling(),
                        LyapunovMeasure.USUAL.most(),
                        LyapunovMeasure.USUAL.error(),
                        1)
                .along(map, last, share -> show(SEARCH + (MEASURE - SEARCH) * share));
        LongRun longRun = LongRunSearch.USUAL.from(map, last);
        show(1);
        return new DynamicsReport(
                replica.update(), map.size(), words(received, replica.symbols()), points, lyapunov, longRun);
    }

    private static String words(Received received, boolean symbols) {
        return switch (received) {
            case ZERO -> symbols ? "the first symbol held" : "inputs held at 0";
            case MEAN -> symbols ? "the most usual symbol held" : "inputs held at their mean";
            case FED_BACK -> "predictions fed back";
        };
    }

    /** The mean row, or the symbol that is received most often. */
    private static double[] mean(List<double[][]> sequences, boolean symbols) {
        double[][] rows = sequences.stream().flatMap(Arrays::stream).toArray(double[][]::new);
        if (symbols) {
            int[] codes =
                    Arrays.stream(rows).mapToInt(row -> (int) row[0]).sorted().toArray();
            return new double[] {mostUsual(codes)};
        }
        double[] mean = new double[rows[0].length];
        for (double[] row : rows) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += row[i] / rows.length;
            }
        }
        return mean;
    }

    private static int mostUsual(int[] sorted) {
        int best = sorted[0];
        int most = 0;
        for (int from = 0, to = 0; from < sorted.length; from = to) {
            while (to < sorted.length && sorted[to] == sorted[from]) {
                to++;
            }
            if (to - from > most) {
                most = to - from;
                best = sorted[from];
            }
        }
        return best;
    }

    /** The states along test sequences; fed back, those of the network by itself. */
    private static double[][] visited(NetworkMap map, List<double[][]> sequences) {
        return sequences.stream()
                .flatMap(sequence -> Stream.of(way(map, sequence)))
                .toArray(double[][]::new);
    }

    private static double[][] way(NetworkMap map, double[][] sequence) {
        NetworkMap driven = map.input() instanceof InputMode.FedBack
                ? map.receiving(new InputMode.FedBack(sequence[0]))
                : map.receiving(new InputMode.Driven(sequence));
        return driven.trajectory(driven.first(), 0, sequence.length);
    }

    private void write(Path at, DynamicsReport report, RunFolder folder) {
        table(at.resolve("points.csv"), report.pointsTable(), folder);
        table(at.resolve("modes.csv"), report.modesTable(), folder);
        table(at.resolve("exponents.csv"), report.exponentsTable(), folder);
        table(at.resolve("cycle.csv"), report.cycleTable(), folder);
    }

    private void table(Path file, String text, RunFolder folder) {
        ResultFile.requireOther(file, folder.experiment());
        AtomicFile.write(file.toAbsolutePath(), text.getBytes(StandardCharsets.UTF_8));
        out.println(PrintedText.of(file.toString()));
    }

    /** Prints a line at each tenth. */
    private void show(double share) {
        int tenth = (int) (10 * share);
        if (tenth > told) {
            told = tenth;
            out.println(String.format(
                    Locale.ROOT, "%s  %d %%", ProgressBar.bar(out, ProgressBar.WIDTH, tenth, 10), 10 * tenth));
        }
    }
}
