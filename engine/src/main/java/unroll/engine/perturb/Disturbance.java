package unroll.engine.perturb;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import unroll.engine.anatomy.Wires;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.graph.Graph;
import unroll.engine.graph.Signal;
import unroll.engine.model.Layout.Slot;
import unroll.engine.rollout.Rollout;

/** Perturbations that act in the sweeps of a network over one sequence, on what it is given and on its weights. */
public final class Disturbance {
    private final Graph graph;
    private final Backend backend;
    private final Map<Signal, List<Act>> acts = new LinkedHashMap<>();
    private final Buffer theta;
    private final double[] undisturbed;

    /** A perturbation of the {@code part}-th row of numbers of its place. */
    private record Act(Perturbation perturbation, int part) {}

    /**
     * Runs a pass that is disturbed.
     *
     * @throws IllegalArgumentException with the reason where one of the perturbations cannot be done to the network
     */
    public static void during(Runnable pass, Rollout net, List<Perturbation> perturbations) {
        Disturbance disturbance = new Disturbance(net, perturbations);
        try {
            pass.run();
        } finally {
            disturbance.end();
        }
    }

    private Disturbance(Rollout net, List<Perturbation> perturbations) {
        graph = net.graph();
        backend = net.backend();
        if (graph.sequences() != 1) {
            throw new IllegalArgumentException("one sequence is perturbed at a time, not " + graph.sequences());
        }
        Subject subject = Subject.of(net);
        for (Perturbation perturbation : perturbations) {
            perturbation.refusal(subject).ifPresent(reason -> {
                throw new IllegalArgumentException(reason);
            });
        }
        theta = net.parameters().value();
        undisturbed = new double[theta.size()];
        backend.read(theta, undisturbed, 0);
        perturbations.stream() // what holds a number has the last word
                .sorted(Comparator.comparing(Perturbation::holds))
                .forEach(perturbation -> place(net, perturbation));
        acts.forEach((signal, all) -> graph.intervene(signal, (step, rows) -> change(all, step, rows)));
    }

    /** The recurrent state of a network, or of one that has none its hidden units. */
    static List<Signal> state(Rollout net) {
        List<Signal> states = net.graph().states();
        return states.isEmpty() ? List.of(net.hidden()) : states;
    }

    private void place(Rollout net, Perturbation perturbation) {
        List<Signal> signals = switch (perturbation.place()) {
            case INPUT -> List.of(net.input());
            case UNITS -> List.of(net.hidden());
            case STATE -> state(net);
            case GATES -> List.of(gate(net, (HeldGate) perturbation));
            case WEIGHTS -> {
                weigh(net, (HeldWeight) perturbation);
                yield List.of();
            }
        };
        for (int part = 0; part < signals.size(); part++) {
            acts.computeIfAbsent(signals.get(part), signal -> new ArrayList<>()).add(new Act(perturbation, part));
        }
    }

    private static Signal gate(Rollout net, HeldGate held) {
        return Wires.of(net).inner().stream()
                .filter(inner -> inner.name().equals(held.gate()))
                .map(Wires.Inner::signal)
                .findFirst()
                .orElseThrow();
    }

    private void weigh(Rollout net, HeldWeight held) {
        Slot slot = Subject.of(net).part(held.part()).orElseThrow();
        Buffer row = theta.window(slot.offset() + (held.row() - 1) * slot.columns(), 1, slot.columns());
        double[] numbers = new double[slot.columns()];
        backend.read(row, numbers, 0);
        held.change(0, 0, numbers);
        backend.write(numbers, 0, row);
    }

    private void change(List<Act> all, int step, Buffer rows) {
        List<Act> acting = all.stream()
                .filter(act -> act.perturbation().steps().contains(step))
                .toList();
        if (!acting.isEmpty()) {
            double[] row = new double[rows.size()];
            backend.read(rows, row, 0);
            acting.forEach(act -> act.perturbation().change(step, act.part(), row));
            backend.write(row, 0, rows);
        }
    }

    private void end() {
        acts.keySet().forEach(graph::clearIntervention);
        backend.write(undisturbed, 0, theta);
    }
}
