package unroll.engine.objective;

import java.util.List;
import unroll.engine.baseline.Baseline;
import unroll.engine.loss.Loss;
import unroll.engine.random.Philox;
import unroll.engine.sequence.Batch;
import unroll.engine.sequence.Metric;
import unroll.engine.sequence.Split;
import unroll.engine.task.Appearance;
import unroll.engine.task.Task;

/**
 * Random sequences of which every fourth step does not count; a planted number may spoil them. With another {@link #draw} it is any
 * task of numbers with the squared error.
 */
public class NoiseTask implements Task {
    public static final int STEPS = 6;
    public static final int INPUTS = 3;
    public static final int OUTPUTS = 2;

    private final int inputs;
    private final int outputs;
    private final int steps;
    private final int first;

    public NoiseTask() {
        this(0);
    }

    /** Noise that counts from step {@code first} on. */
    public NoiseTask(int first) {
        this(INPUTS, OUTPUTS, STEPS, first);
    }

    protected NoiseTask(int inputs, int outputs, int steps, int first) {
        this.inputs = inputs;
        this.outputs = outputs;
        this.steps = steps;
        this.first = first;
    }

    /** Spoils a batch after it was drawn. */
    protected void spoil(Batch batch, int b) {}

    @Override
    public int inputs() {
        return inputs;
    }

    @Override
    public int outputs() {
        return outputs;
    }

    @Override
    public int steps() {
        return steps;
    }

    @Override
    public Loss loss() {
        return Loss.SQUARED;
    }

    @Override
    public void draw(Split split, Philox random, Batch batch, int b) {
        for (int t = 0; t < steps; t++) {
            for (int i = 0; i < inputs; i++) {
                batch.input()[batch.inputAt(t, b) + i] = random.uniform(-1, 1);
            }
            for (int o = 0; o < outputs; o++) {
                batch.target()[batch.targetAt(t, b) + o] = random.uniform(-1, 1);
            }
            batch.weight()[batch.weightAt(t, b)] = t < first || t % 4 == 3 ? 0 : 1;
        }
        spoil(batch, b);
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
