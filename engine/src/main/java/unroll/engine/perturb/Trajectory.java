package unroll.engine.perturb;

import java.util.ArrayList;
import java.util.List;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.graph.Signal;
import unroll.engine.rollout.Rollout;

/**
 * Where a network went over one sequence of T steps, of which the last is the last that counts.
 *
 * @param state what it carries from step to step, {@code [T][N]}; the hidden units where it carries nothing
 * @param hidden the units that are shown, {@code [T][H]}
 * @param output what the output units predicted, {@code [T][O]}; 0 before the first prediction
 */
public record Trajectory(double[][] state, double[][] hidden, double[][] output) {
    /** As the last sweep of values left it. */
    static Trajectory of(Rollout net) {
        Backend backend = net.backend();
        int steps = net.steps(0);
        List<double[]> parts = new ArrayList<>();
        for (Signal signal : Disturbance.state(net)) {
            parts.add(read(backend, signal, steps));
        }
        Buffer units = backend.allocate(net.graph().steps(), net.output().width());
        net.predictions(units);
        double[] output = new double[steps * units.columns()];
        backend.read(units.rows(0, steps), output, 0);
        return new Trajectory(
                rows(parts, steps),
                rows(List.of(read(backend, net.hidden(), steps)), steps),
                rows(List.of(output), steps));
    }

    /** So many steps of a signal; 0 at those at which it does not exist. */
    private static double[] read(Backend backend, Signal signal, int steps) {
        double[] numbers = new double[steps * signal.width()];
        int end = Math.min(steps, signal.end());
        if (signal.begin() < end) {
            backend.read(signal.value(signal.begin(), end), numbers, signal.begin() * signal.width());
        }
        return numbers;
    }

    /** The parts beside each other, step by step. */
    private static double[][] rows(List<double[]> parts, int steps) {
        double[][] rows = new double[steps]
                [parts.stream().mapToInt(part -> part.length / steps).sum()];
        int at = 0;
        for (double[] part : parts) {
            int width = part.length / steps;
            for (int t = 0; t < steps; t++) {
                System.arraycopy(part, t * width, rows[t], at, width);
            }
            at += width;
        }
        return rows;
    }
}
