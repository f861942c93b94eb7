package unroll.engine.dynamics;

import java.util.ArrayList;
import java.util.List;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.graph.Graph;
import unroll.engine.graph.GraphState;
import unroll.engine.graph.Signal;
import unroll.engine.loss.Loss;
import unroll.engine.rollout.Rollout;

/** The last step of a graph that is one step longer than its memory, computed for B states. */
final class NetworkSteps implements StateMap.Steps {
    private final Rollout rollout;
    private final InputMode mode;
    private final Loss loss;
    private final Backend backend;
    private final Graph graph;
    private final GraphState memory;
    private final int last;
    private final int count;
    private final int carried;
    private final int fed;
    private final double[] kept;
    private final double[] pulled;
    private final double[] inputs;
    private final Buffer prediction;
    private final Buffer slope;
    private final Buffer ones;
    private final List<Signal> seeded;
    private int given = -1;

    /**
     * @param rollout over one step more than the network remembers, with the derivatives of its inputs unless they are symbols
     * @param loss to whose units predictions that are fed back belong
     */
    NetworkSteps(Rollout rollout, InputMode mode, Loss loss) {
        this.rollout = rollout;
        this.mode = mode;
        this.loss = loss;
        backend = rollout.backend();
        graph = rollout.graph();
        memory = graph.state();
        last = graph.steps() - 1;
        count = graph.sequences();
        carried = memory.size();
        fed = mode instanceof InputMode.FedBack ? rollout.input().width() : 0;
        kept = new double[count * carried];
        pulled = new double[count * carried];
        inputs = new double[count * rollout.input().value().columns()];
        prediction = backend.allocate(count, rollout.output().width());
        slope = backend.allocate(count, rollout.output().width());
        ones = backend.allocate(count, 1);
        backend.fill(1, ones);
        seeded = new ArrayList<>(memory.differentiable());
        if (fed > 0 && !seeded.contains(rollout.output())) {
            seeded.add(rollout.output());
        }
        graph.prepare();
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public void next(int t, double[] states, double[] to) {
        memory.write(last, part(states, 0, carried, kept));
        receive(t, states);
        graph.forward(last, last + 1);
        memory.read(last + 1, kept);
        put(kept, to, 0, carried);
        if (fed > 0) {
            rollout.prediction(last, prediction);
            backend.read(prediction, inputs, 0);
            put(inputs, to, carried, fed);
        }
    }

    private void receive(int t, double[] states) {
        switch (mode) {
            case InputMode.Held(double[] row) -> give(0, row);
            case InputMode.Driven(double[][] rows) -> give(t % rows.length, rows[t % rows.length]);
            case InputMode.FedBack _ -> {
                backend.write(part(states, carried, fed, inputs), 0, input());
                rollout.input().written(last, last + 1);
            }
        }
    }

    /** Gives all sequences the same input, which they may have already. */
    private void give(int number, double[] row) {
        if (given != number) {
            for (int b = 0; b < count; b++) {
                System.arraycopy(row, 0, inputs, b * row.length, row.length);
            }
            given = number;
        }
        backend.write(inputs, 0, input());
        rollout.input().written(last, last + 1);
    }

    private Buffer input() {
        return rollout.input().value(last, last + 1);
    }

    @Override
    public void push(double[] directions, double[] to) {
        memory.writeTangents(last, part(directions, 0, carried, pulled));
        if (fed > 0) {
            backend.write(
                    part(directions, carried, fed, inputs), 0, rollout.input().tangent(last, last + 1));
        }
        graph.push(last, last + 1);
        memory.readTangents(last + 1, pulled);
        put(pulled, to, 0, carried);
        if (fed > 0) {
            Signal output = rollout.output();
            backend.lossCurvature(loss, output.value(last, last + 1), ones, output.tangent(last, last + 1), 1, slope);
            backend.read(slope, inputs, 0);
            put(inputs, to, carried, fed);
        }
    }

    @Override
    public void pull(double[] adjoints, double[] to) {
        double[] after = part(adjoints, 0, carried, kept);
        for (Signal signal : seeded) {
            backend.fill(0, signal.adjoint(last, last + 1));
        }
        memory.seed(last, after);
        if (fed > 0) {
            Signal output = rollout.output();
            backend.write(part(adjoints, carried, fed, inputs), 0, prediction);
            backend.lossCurvature(loss, output.value(last, last + 1), ones, prediction, 1, slope);
            backend.addScaled(1, slope, output.adjoint(last, last + 1));
        }
        graph.pull(seeded, last, last + 1, 0);
        memory.readPulled(last, after, pulled);
        put(pulled, to, 0, carried);
        if (fed > 0) {
            rollout.input().settle(last, last + 1);
            backend.read(rollout.input().adjoint(last, last + 1), inputs, 0);
            put(inputs, to, carried, fed);
        }
    }

    /** Some columns of states. */
    private double[] part(double[] states, int from, int columns, double[] to) {
        int n = carried + fed;
        for (int b = 0; b < count; b++) {
            System.arraycopy(states, b * n + from, to, b * columns, columns);
        }
        return to;
    }

    private void put(double[] columns, double[] states, int from, int width) {
        int n = carried + fed;
        for (int b = 0; b < count; b++) {
            System.arraycopy(columns, b * width, states, b * n + from, width);
        }
    }
}
