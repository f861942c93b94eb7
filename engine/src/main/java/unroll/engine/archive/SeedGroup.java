package unroll.engine.archive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import unroll.engine.archive.RunRecord.Whole;
import unroll.engine.record.Cost;
import unroll.engine.record.Expenses;

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
                        run -> Contrast.apartFromSeeds(run.settings()), LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(SeedGroup::new)
                .toList();
    }

    /** The first run: all have its settings, but for the seeds. */
    public Whole first() {
        return runs.getFirst();
    }

    /**
     * Headline scores over the runs, at the updates at which all of them were tested; empty where there is only one run or no
     * such update. It ends with the shortest run: beyond that, a mean would be of others than before.
     *
     * @param cost what these updates had cost, on the mean over the runs
     */
    public Optional<Band> band(Cost cost) {
        Map<Long, List<Expenses.Test>> common = new LinkedHashMap<>();
        tests(runs.getFirst()).forEach((update, test) -> common.put(update, new ArrayList<>(List.of(test))));
        for (Whole run : runs.subList(1, runs.size())) {
            Map<Long, Expenses.Test> tests = tests(run);
            common.keySet().retainAll(tests.keySet());
            common.forEach((update, all) -> all.add(Objects.requireNonNull(tests.get(update))));
        }
        if (runs.size() < 2 || common.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Band(
                over(common, tests -> tests.mapToDouble(cost::of).average()),
                over(common, tests -> tests.mapToDouble(Whole::headline).average()),
                over(common, tests -> tests.mapToDouble(Whole::headline).min()),
                over(common, tests -> tests.mapToDouble(Whole::headline).max())));
    }

    private static double[] over(
            Map<Long, List<Expenses.Test>> common, Function<Stream<Expenses.Test>, OptionalDouble> what) {
        return common.values().stream()
                .mapToDouble(tests -> what.apply(tests.stream()).orElseThrow())
                .toArray();
    }

    private static Map<Long, Expenses.Test> tests(Whole run) {
        Map<Long, Expenses.Test> tests = new LinkedHashMap<>();
        run.spent().tests().forEach(test -> tests.put(test.update(), test)); // of two at one update the later counts
        return tests;
    }

    /**
     * Mean and spread of several curves.
     *
     * @param spent ascending
     * @param mean at each
     * @param least at each
     * @param most at each
     */
    public record Band(double[] spent, double[] mean, double[] least, double[] most) {}
}
