package unroll.bench;

import java.util.List;
import unroll.engine.baseline.Baseline;
import unroll.engine.loss.Loss;
import unroll.engine.random.Philox;
import unroll.engine.task.Appearance;
import unroll.engine.task.Batch;
import unroll.engine.task.Metric;
import unroll.engine.task.Split;
import unroll.engine.task.Task;

/** Random numbers in and out, for speed does not depend on them. */
record Noise(Shape shape) implements Task {
    @Override
    public int inputs() {
        return shape.inputs;
    }

    @Override
    public int outputs() {
        return shape.outputs;
    }

    @Override
    public int steps() {
        return shape.steps;
    }

    @Override
    public Loss loss() {
        return shape.loss;
    }

    @Override
    public void draw(Split split, Philox random, Batch batch, int b) {
        for (int t = 0; t < shape.steps; t++) {
            for (int i = 0; i < shape.inputs; i++) {
                batch.input()[batch.inputAt(t, b) + i] = random.nextDouble();
            }
            for (int o = 0; o < shape.outputs; o++) {
                batch.target()[batch.targetAt(t, b) + o] = random.integer(0, 1);
            }
            batch.weight()[batch.weightAt(t, b)] = 1;
        }
    }

    @Override
    public List<Metric> metrics() {
        return List.of();
    }

    @Override
    public double floor(Batch batch) {
        return 0;
    }

    @Override
    public List<Baseline> baselines() {
        return List.of();
    }

    @Override
    public Appearance appearance() {
        return new Appearance.Series(List.of(), List.of());
    }
}
