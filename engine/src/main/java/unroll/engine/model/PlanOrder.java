package unroll.engine.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import unroll.engine.model.Plan.Layer;
import unroll.engine.model.Plan.Link;

/** The order in which the layers of a possible plan are computed. */
final class PlanOrder {
    private PlanOrder() {}

    /** Whether each of two layers hears the other over time, by whatever way, or a layer itself. */
    static boolean together(Plan plan, String one, String other) {
        return leads(plan, one, other) && leads(plan, other, one);
    }

    /** Whether a way of at least one connection leads from a layer to another. */
    private static boolean leads(Plan plan, String from, String to) {
        Set<String> seen = new HashSet<>();
        List<String> open = new ArrayList<>(List.of(from));
        while (!open.isEmpty()) {
            for (Link link : plan.outOf(open.removeLast())) {
                if (link.to().equals(to)) {
                    return true;
                }
                if (seen.add(link.to())) {
                    open.add(link.to());
                }
            }
        }
        return false;
    }

    /** Whether layers of one group are to be swept step by step. */
    static boolean looped(Plan plan, List<Layer> group) {
        Layer first = group.getFirst();
        return group.size() > 1 || first.cell().gated() || together(plan, first.name(), first.name());
    }

    /**
     * Layers that hear each other over time in one group, the groups and the layers of each in an order in which each comes
     * after those it hears at the same step.
     */
    static List<List<Layer>> groups(Plan plan) {
        List<List<Layer>> groups = new ArrayList<>();
        Set<String> grouped = new HashSet<>();
        for (Layer layer : plan.layers()) {
            if (grouped.add(layer.name())) {
                List<Layer> group = plan.layers().stream()
                        .filter(other -> other.equals(layer) || together(plan, layer.name(), other.name()))
                        .toList();
                group.forEach(member -> grouped.add(member.name()));
                groups.add(ordered(plan, group));
            }
        }
        List<List<Layer>> ordered = new ArrayList<>();
        while (!groups.isEmpty()) {
            List<Layer> next = groups.stream()
                    .filter(group ->
                            groups.stream().allMatch(other -> other.equals(group) || !hears(plan, group, other)))
                    .findFirst()
                    .orElseThrow();
            groups.remove(next);
            ordered.add(next);
        }
        return ordered;
    }

    private static boolean hears(Plan plan, List<Layer> group, List<Layer> other) {
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
