package unroll.engine.archive;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import unroll.engine.archive.RunRecord.Whole;
import unroll.engine.run.Expenses;

/**
 * Runs that differ in their seeds alone.
 *
 * @param runs at least one
 */
public record SeedGroup(List<Whole> runs) {
    public SeedGroup {
        runs = List.copyOf(runs);
    }

    /** The groups, in the order of their first runs. */
    public static List<SeedGroup> of(List<Whole> runs) {
        return runs.stream()
                .collect(Collectors.groupingBy(
                        run -> Contrast.telling(run.settings()), LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(SeedGroup::new)
                .toList();
    }

    /** The first of them, which speaks for all. */
    public Whole first() {
        return runs.getFirst();
    }

    /**
     * Headline scores over the runs, at the updates at which all of them were tested; empty where there is only one run or no
     * such update. It ends with the shortest run: beyond that, a mean would be of others than before.
     */
    public Optional<Band> band() {
        Set<Long> common = new LinkedHashSet<>();
        runs.getFirst().spent().tests().forEach(test -> common.add(test.update()));
        runs.forEach(run -> common.retainAll(scores(run).keySet()));
        if (runs.size() < 2 || common.isEmpty()) {
            return Optional.empty();
        }
        List<Map<Long, Double>> all = runs.stream().map(SeedGroup::scores).toList();
        double[] updates = common.stream().mapToDouble(update -> update).toArray();
        double[][] columns = common.stream()
                .map(update -> all.stream()
                        .mapToDouble(scores -> Objects.requireNonNull(scores.get(update)))
                        .toArray())
                .toArray(double[][]::new);
        return Optional.of(new Band(
                updates,
                Arrays.stream(columns)
                        .mapToDouble(column -> Arrays.stream(column).average().orElse(Double.NaN))
                        .toArray(),
                Arrays.stream(columns)
                        .mapToDouble(column -> Arrays.stream(column).min().orElse(Double.NaN))
                        .toArray(),
                Arrays.stream(columns)
                        .mapToDouble(column -> Arrays.stream(column).max().orElse(Double.NaN))
                        .toArray()));
    }

    private static Map<Long, Double> scores(Whole run) {
        Map<Long, Double> scores = new LinkedHashMap<>();
        for (Expenses.Test test : run.spent().tests()) {
            scores.put(test.update(), Whole.headline(test)); // of two at one update the later counts
        }
        return scores;
    }

    /**
     * Mean and spread of several curves.
     *
     * @param updates ascending
     * @param mean at each
     * @param least at each
     * @param most at each
     */
    public record Band(double[] updates, double[] mean, double[] least, double[] most) {}
}
