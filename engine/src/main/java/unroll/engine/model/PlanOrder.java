package unroll.engine.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import unroll.engine.model.Plan.Layer;

/** The order in which the layers of a possible plan are computed: its strongly connected components, in topological order. */
final class PlanOrder {
    private PlanOrder() {}

    /** Whether the layers of a group have to be swept step by step. */
    static boolean looped(Plan plan, List<Layer> group) {
        Layer first = group.getFirst();
        return group.size() > 1 || first.cell() instanceof Cell.Gated || plan.onCycle(first.name(), first.name());
    }

    /**
     * Layers that lie on a cycle of connections in one group; the groups, and the layers of each, in an order in which each comes
     * after those it receives at the same step.
     */
    static List<List<Layer>> groups(Plan plan) {
        List<List<Layer>> groups = new ArrayList<>();
        Set<String> grouped = new HashSet<>();
        for (Layer layer : plan.layers()) {
            if (grouped.add(layer.name())) {
                List<Layer> group = plan.layers().stream()
                        .filter(other -> other.equals(layer) || plan.onCycle(layer.name(), other.name()))
                        .toList();
                group.forEach(member -> grouped.add(member.name()));
                groups.add(ordered(plan, group));
            }
        }
        List<List<Layer>> ordered = new ArrayList<>();
        while (!groups.isEmpty()) {
            List<Layer> next = groups.stream()
                    .filter(group ->
                            groups.stream().allMatch(other -> other.equals(group) || !receives(plan, group, other)))
                    .findFirst()
                    .orElseThrow();
            groups.remove(next);
            ordered.add(next);
        }
        return ordered;
    }

    private static boolean receives(Plan plan, List<Layer> group, List<Layer> other) {
        return plan.links().stream().anyMatch(link -> has(group, link.to()) && has(other, link.from()));
    }

    private static boolean has(List<Layer> group, String name) {
        return group.stream().anyMatch(layer -> layer.name().equals(name));
    }

    private static List<Layer> ordered(Plan plan, List<Layer> group) {
        List<Layer> open = new ArrayList<>(group);
        List<Layer> ordered = new ArrayList<>();
        while (!open.isEmpty()) {
            Layer next = open.stream()
                    .filter(layer -> plan.into(layer.name()).stream()
                            .noneMatch(link -> link.lag() == 0 && has(open, link.from())))
                    .findFirst()
                    .orElseThrow();
            open.remove(next);
            ordered.add(next);
        }
        return ordered;
    }
}
