package unroll.engine.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import unroll.engine.model.Plan.Fault;
import unroll.engine.model.Plan.Layer;
import unroll.engine.model.Plan.Link;

/** Finds what makes a plan impossible. */
final class PlanFaults {
    private final Plan plan;
    private final List<Fault> found = new ArrayList<>();

    private PlanFaults(Plan plan) {
        this.plan = plan;
    }

    static List<Fault> of(Plan plan) {
        PlanFaults faults = new PlanFaults(plan);
        faults.ends();
        faults.withoutInput();
        faults.withoutEffect();
        faults.circles();
        return List.copyOf(faults.found);
    }

    /** Nothing leads to the input or away from the output. */
    private void ends() {
        for (Link link : plan.links()) {
            if (link.to().equals(Plan.INPUT)) {
                found.add(new Fault(
                        Set.of(Plan.INPUT),
                        Set.of(link),
                        "The input comes from the task; no connection can lead to it: " + link + "."));
            }
            if (link.from().equals(Plan.OUTPUT)) {
                found.add(new Fault(
                        Set.of(Plan.OUTPUT),
                        Set.of(link),
                        "The output goes to the loss; no connection can lead away from it: " + link + "."));
            }
        }
        if (plan.into(Plan.OUTPUT).isEmpty()) {
            found.add(new Fault(Set.of(Plan.OUTPUT), Set.of(), "The output receives nothing: connect something to o."));
        }
    }

    private void withoutInput() {
        for (Layer layer : plan.layers()) {
            if (plan.into(layer.name()).isEmpty()) {
                found.add(new Fault(
                        Set.of(layer.name()),
                        Set.of(),
                        "Layer " + layer.name() + " receives nothing: connect something to it, or delete it."));
            }
        }
    }

    /** A layer that never reaches the output learns nothing. */
    private void withoutEffect() {
        for (Layer layer : plan.layers()) {
            if (!plan.reach(layer.name(), link -> true).contains(Plan.OUTPUT)) {
                found.add(new Fault(
                        Set.of(layer.name()),
                        Set.of(),
                        "No path leads from layer " + layer.name()
                                + " to the output, so it cannot learn: connect it further."));
            }
        }
    }

    /** At one time step there must be an order in which each layer comes after those it receives. */
    private void circles() {
        Set<String> reported = new HashSet<>();
        for (Layer layer : plan.layers()) {
            String name = layer.name();
            if (now(name).contains(name) && !reported.contains(name)) {
                List<String> circle = plan.layers().stream()
                        .map(Layer::name)
                        .filter(other -> now(name).contains(other) && now(other).contains(name))
                        .toList();
                reported.addAll(circle);
                Set<Link> links = plan.links().stream()
                        .filter(link -> link.lag() == 0 && circle.contains(link.from()) && circle.contains(link.to()))
                        .collect(Collectors.toSet());
                found.add(new Fault(
                        Set.copyOf(circle),
                        links,
                        circle.size() == 1
                                ? "Layer " + name
                                        + " receives itself within one time step: give the connection a delay,"
                                        + " such as " + name + " > " + name + " @1."
                                : "Layers " + String.join(", ", circle)
                                        + " receive each other within one time step: give a connection between them a"
                                        + " delay, such as @1."));
            }
        }
    }

    /** Everything that a layer reaches at the same step. */
    private Set<String> now(String name) {
        return plan.reach(name, link -> link.lag() == 0);
    }
}
