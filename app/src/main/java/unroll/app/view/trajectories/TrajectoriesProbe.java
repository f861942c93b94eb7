package unroll.app.view.trajectories;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import unroll.app.view.trajectories.Trajectories.Axes;
import unroll.app.view.trajectories.Trajectories.Projected;
import unroll.engine.analysis.PrincipalAxes;
import unroll.engine.probe.Probe;
import unroll.engine.probe.Replica;
import unroll.engine.probe.SequenceAnswer;
import unroll.engine.task.Appearance;

/** Asks for the trajectories of the hidden state; its axes, if none are given, are found for its first answer and then stay. */
final class TrajectoriesProbe implements Probe<Trajectories> {
    /** States that do not vary have a scale too. */
    private static final double LEAST = 1e-9;

    /** Of so many times as many sequences as are drawn the right answer is looked at. */
    private static final int LOOKED = 10;

    private final int sequences;
    private final int most;
    private Optional<Axes> axes;

    private final List<String> classes;

    /** Which test sequences are drawn, once it is known. */
    private List<Integer> chosen = List.of();

    /**
     * Asks of some test sequences.
     *
     * @param sequences how many there are
     * @param most how many are drawn at most, evenly over the right answers where a sequence has one
     * @param appearance how the task looks: whether its outputs are classes
     */
    TrajectoriesProbe(int sequences, int most, Optional<Axes> axes, Appearance appearance) {
        classes = appearance instanceof Appearance.Classes named ? named.outputs() : List.of();
        this.sequences = sequences;
        this.most = most;
        this.axes = axes;
    }

    /** The sequences to draw: by turns the first of each answer that is left. */
    static List<Integer> evenly(List<Integer> answers, int most) {
        SortedMap<Integer, Deque<Integer>> left = new TreeMap<>();
        for (int i = 0; i < answers.size(); i++) {
            left.computeIfAbsent(answers.get(i), answer -> new ArrayDeque<>()).add(i);
        }
        List<Integer> chosen = new ArrayList<>();
        while (!left.isEmpty()) {
            left.values().forEach(of -> chosen.add(of.remove()));
            left.values().removeIf(Deque::isEmpty);
        }
        return chosen.stream().limit(most).sorted().toList();
    }

    private List<Integer> chosen(Replica replica) {
        int looked = classes.isEmpty() ? Math.min(sequences, most) : Math.min(sequences, LOOKED * most);
        return evenly(
                IntStream.range(0, looked)
                        .mapToObj(i -> classes.isEmpty() ? -1 : answer(replica.wanted(i)))
                        .toList(),
                most);
    }

    @Override
    public Trajectories answer(Replica replica) {
        List<double[][]> states = new ArrayList<>();
        List<Integer> answers = new ArrayList<>();
        if (chosen.isEmpty()) {
            chosen = chosen(replica);
        }
        for (int i : chosen) {
            SequenceAnswer answer = replica.run(i, Integer.MAX_VALUE);
            double[][] steps = doubles(Arrays.copyOf(answer.hidden(), answer.end()));
            if (!finite(steps)) {
                return new Trajectories(replica.update(), axes.orElse(Trajectories.NONE.axes()), List.of(), List.of());
            }
            states.add(steps);
            answers.add(classes.isEmpty() ? -1 : answer(new Replica.Wanted(answer.target(), answer.weight())));
        }
        Axes frozen = axes.orElseGet(() -> axes(replica.update(), states));
        axes = Optional.of(frozen);
        List<Projected> lines = projected(frozen.principal(), states);
        List<Projected> known = IntStream.range(0, lines.size())
                .mapToObj(i -> new Projected(
                        chosen.get(i), lines.get(i).x(), lines.get(i).y(), answers.get(i)))
                .toList();
        boolean any = answers.stream().anyMatch(answer -> answer >= 0);
        return new Trajectories(replica.update(), frozen, known, any ? classes : List.of());
    }

    /** The class that all steps which count want; -1 where they want several. */
    static int answer(Replica.Wanted wanted) {
        int found = -1;
        for (int t = 0; t < wanted.target().length; t++) {
            if (wanted.weight()[t][0] > 0) {
                int here = largest(wanted.target()[t]);
                if (found >= 0 && here != found) {
                    return -1;
                }
                found = here;
            }
        }
        return found;
    }

    private static int largest(float[] numbers) {
        int largest = 0;
        for (int i = 1; i < numbers.length; i++) {
            largest = numbers[i] > numbers[largest] ? i : largest;
        }
        return largest;
    }

    private static Axes axes(long update, List<double[][]> states) {
        PrincipalAxes principal =
                PrincipalAxes.of(states.stream().flatMap(Arrays::stream).toArray(double[][]::new), 2);
        double reach = projected(principal, states).stream()
                .flatMapToDouble(line -> DoubleStream.concat(Arrays.stream(line.x()), Arrays.stream(line.y())))
                .map(Math::abs)
                .max()
                .orElse(0);
        return new Axes(update, principal, Math.max(reach, LEAST));
    }

    private static List<Projected> projected(PrincipalAxes axes, List<double[][]> states) {
        return states.stream().map(steps -> projected(axes, steps)).toList();
    }

    /** A network of one hidden unit has one axis. */
    private static Projected projected(PrincipalAxes axes, double[][] steps) {
        double[] x = new double[steps.length];
        double[] y = new double[steps.length];
        for (int t = 0; t < steps.length; t++) {
            double[] along = axes.along(steps[t]);
            x[t] = along[0];
            y[t] = along.length > 1 ? along[1] : 0;
        }
        return new Projected(-1, x, y, -1);
    }

    private static double[][] doubles(float[][] rows) {
        double[][] doubles = new double[rows.length][];
        for (int t = 0; t < rows.length; t++) {
            doubles[t] = new double[rows[t].length];
            for (int i = 0; i < rows[t].length; i++) {
                doubles[t][i] = rows[t][i];
            }
        }
        return doubles;
    }

    private static boolean finite(double[][] rows) {
        return Arrays.stream(rows).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite);
    }
}
