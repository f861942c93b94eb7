package unroll.engine.sweep;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The runs of a sweep that are over and differ in their seeds alone.
 *
 * @param labels of their values on the other axes
 * @param runs with their results
 */
public record Group(Map<String, String> labels, List<Entry> runs) {
    public Group {
        labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels)); // in the order of the axes
        runs = List.copyOf(runs);
    }

    /** A run and its result. */
    public record Entry(SweepCell cell, CellResult result) {}

    /** The groups, in the order of their first runs; a group none of whose runs is over is empty. */
    static List<Group> of(List<SweepSnapshot.Run> all, Set<String> seeds) {
        Map<Map<String, String>, List<Entry>> groups = new LinkedHashMap<>();
        for (SweepSnapshot.Run run : all) {
            Map<String, String> labels = new LinkedHashMap<>(run.cell().labels());
            labels.keySet().removeAll(seeds);
            List<Entry> group = groups.computeIfAbsent(labels, none -> new ArrayList<>());
            if (run.progress() instanceof CellProgress.Over(CellResult result)
                    && result.outcome().counts()) {
                group.add(new Entry(run.cell(), result));
            }
        }
        return groups.entrySet().stream()
                .map(group -> new Group(group.getKey(), group.getValue()))
                .toList();
    }

    /** Its label on an axis; empty where its grid has no such axis. */
    public String label(String axis) {
        return labels.getOrDefault(axis, "");
    }

    /** Runs that were to be solved. */
    public long tried() {
        return runs.stream().filter(run -> run.result().outcome().tried()).count();
    }

    /** Minibatches to solve, of the runs that did. */
    public Spread minibatches() {
        return Spread.of(runs.stream()
                .filter(run -> run.result().outcome() == Outcome.SOLVED)
                .mapToDouble(run -> run.result().minibatchesToSolve())
                .toArray());
    }

    /** Seconds of training. */
    public Spread seconds() {
        return Spread.of(
                runs.stream().mapToDouble(run -> run.result().seconds()).toArray());
    }

    /** Updates made. */
    public Spread updates() {
        return Spread.of(
                runs.stream().mapToDouble(run -> run.result().updates()).toArray());
    }

    /** The last test's score of that name; nothing where it has none. */
    public Spread score(String metric) {
        return score(metric, CellResult::scores);
    }

    /** What they should beat: "chance"; empty where none of them says. */
    public String baseline() {
        return runs.stream()
                .map(run -> run.result().baseline())
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Its score of that name, each on the test sequences of a run. */
    public Spread baselineScore(String metric) {
        return score(metric, CellResult::baselineScores);
    }

    private Spread score(String metric, Function<CellResult, List<Double>> scores) {
        return Spread.of(runs.stream()
                .map(run -> score(run.cell(), scores.apply(run.result()), metric))
                .flatMap(Optional::stream)
                .mapToDouble(Double::doubleValue)
                .toArray());
    }

    private static Optional<Double> score(SweepCell cell, List<Double> scores, String metric) {
        int index = cell.metrics().indexOf(metric);
        return index >= 0 && index < scores.size()
                ? Optional.of(Objects.requireNonNull(scores.get(index)))
                : Optional.empty();
    }
}
