package unroll.bench;

import java.util.List;
import unroll.engine.baseline.Baseline;
import unroll.engine.loss.Loss;
import unroll.engine.random.Philox;
import unroll.engine.sequence.Batch;
import unroll.engine.sequence.Metric;
import unroll.engine.sequence.Split;
import unroll.engine.task.Appearance;
import unroll.engine.task.Task;

/** Random numbers or symbols in and out, for speed does not depend on them. */
record Noise(int inputs, boolean symbols, int steps, int outputs, Loss loss) implements Task {
    static Noise of(Shape shape) {
        return new Noise(shape.inputs, false, shape.steps, shape.outputs, shape.loss);
    }

    @Override
    public void draw(Split split, Philox random, Batch batch, int b) {
        for (int t = 0; t < steps; t++) {
            for (int i = 0; i < (symbols ? 1 : inputs); i++) {
                batch.input()[batch.inputAt(t, b) + i] = symbols ? random.integer(0, inputs - 1) : random.nextDouble();
            }
            int chosen = random.integer(0, outputs - 1);
            for (int o = 0; o < outputs; o++) {
                batch.target()[batch.targetAt(t, b) + o] =
                        loss == Loss.SOFTMAX ? (o == chosen ? 1 : 0) : random.integer(0, 1);
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
        return new Appearance.NamedNumbers(List.of(), List.of());
    }
}
