package unroll.app.design;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import unroll.engine.model.Plan;

/**
 * Where the layers of a plan are drawn: the input below, the output on top, and each layer above those it receives at the
 * same step.
 *
 * @param spots in reading order from the input on
 * @param rows how many above each other
 * @param columns how many beside each other in the longest row
 */
record Places(Map<String, Spot> spots, int rows, int columns) {
    /**
     * A place on the grid.
     *
     * @param across places to the right of the middle; halves where rows have different lengths
     * @param row above the input
     */
    record Spot(double across, int row) {}

    /** Of any plan, also of an impossible one. */
    static Places of(Plan plan) {
        List<String> names = plan.layers().stream().map(Plan.Layer::name).toList();
        Map<String, Integer> rows = rows(plan, names);
        int top = rows.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        Map<String, Spot> spots = new LinkedHashMap<>();
        int columns = 1;
        for (int row = 0; row <= top; row++) {
            int here = row;
            List<String> all = Stream.concat(names.stream(), Stream.of(Plan.INPUT, Plan.OUTPUT))
                    .filter(name -> rows.getOrDefault(name, 0) == here)
                    .toList();
            columns = Math.max(columns, all.size());
            for (int i = 0; i < all.size(); i++) {
                spots.put(all.get(i), new Spot(i - (all.size() - 1) / 2.0, row));
            }
        }
        return new Places(spots, top + 1, columns);
    }

    /** The row of each layer: above all that it receives at the same step, and the output above all layers. */
    private static Map<String, Integer> rows(Plan plan, List<String> names) {
        Map<String, Integer> rows = new HashMap<>();
        rows.put(Plan.INPUT, 0);
        names.forEach(name -> rows.put(name, 1));
        for (int pass = 0; pass < names.size(); pass++) { // circles end here too
            for (Plan.Link link : plan.links()) {
                if (link.lag() == 0
                        && names.contains(link.to())
                        && !link.from().equals(Plan.OUTPUT)
                        && rows.getOrDefault(link.to(), 0) <= rows.getOrDefault(link.from(), 0)) {
                    rows.put(link.to(), Math.min(names.size(), rows.getOrDefault(link.from(), 0) + 1));
                }
            }
        }
        rows.put(
                Plan.OUTPUT,
                1 + rows.values().stream().mapToInt(Integer::intValue).max().orElse(0));
        return rows;
    }
}
