package unroll.engine.run;

import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.model.Model;
import unroll.engine.model.Parameters;
import unroll.engine.model.Unrolled;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;
import unroll.engine.task.Batch;
import unroll.engine.task.Split;
import unroll.engine.task.Task;

/** The network at one update, unrolled over a single test sequence, for probes to ask. */
public final class Replica {
    private final Backend backend;
    private final Task task;
    private final long seed;
    private final Parameters parameters;
    private final Unrolled unrolled;
    private final Buffer units;
    private final Batch batch;
    private final Philox random;
    private long update;

    Replica(Training training) {
        backend = training.backend();
        task = training.task();
        seed = training.experiment().seeds().data();
        Model model = training.model();
        parameters = Parameters.of(model.layout(), backend);
        unrolled = new Unrolled(
                backend,
                model,
                task.loss(),
                parameters,
                new Unrolled.Shape(task.steps(), 1, task.inputs(), task.symbols()));
        units = backend.allocate(task.steps(), task.outputs());
        batch = Batch.of(task, 1);
        random = new Philox(seed, Purpose.TEST_DATA);
    }

    /** Takes over parameters; on the trainer's thread, while nobody asks. */
    void take(long newUpdate, Buffer theta) {
        update = newUpdate;
        backend.copy(theta, parameters.value());
    }

    /** The updates that made these parameters. */
    public long update() {
        return update;
    }

    /**
     * Runs the network over a test sequence, once hearing the truth at every step and once hearing its own predictions
     * from step {@code freeRunFrom} on, wherever it was asked for one (a task whose inputs are not its outputs has no free
     * run).
     *
     * @param sequence number of the test sequence, from 0
     * @param freeRunFrom the first step, from 1, whose input is the prediction of the step before
     */
    public SequenceAnswer run(int sequence, int freeRunFrom) {
        batch.clear();
        task.draw(Split.TEST, random.restart(seed, Purpose.TEST_DATA, sequence), batch, 0);
        unrolled.load(batch.input(), batch.target(), batch.weight());
        unrolled.graph().forward();
        float[][] hidden = rows(unrolled.hidden().value());
        float[][] prediction = predictions();
        boolean generative = task.inputs() == task.outputs();
        float[][] free = generative ? freeRun(Math.clamp(freeRunFrom, 1, task.steps())) : new float[0][];
        return new SequenceAnswer(
                update,
                sequence,
                split(batch.input(), task.inputs()),
                split(batch.target(), task.outputs()),
                split(batch.weight(), 1),
                hidden,
                prediction,
                free);
    }

    private float[][] freeRun(int from) {
        for (int t = from; t < task.steps(); t++) {
            if (batch.weight()[t - 1] != 0) { // else nothing was predicted: the input of step t is part of the question
                backend.outputs(
                        task.loss(),
                        unrolled.output().value(t - 1, t),
                        unrolled.input().value(t, t + 1));
            }
            unrolled.graph().forward(t, t + 1);
        }
        return predictions();
    }

    private float[][] predictions() {
        unrolled.predictions(units);
        return rows(units);
    }

    private float[][] rows(Buffer buffer) {
        double[] numbers = new double[buffer.size()];
        backend.read(buffer, numbers, 0);
        return split(numbers, buffer.columns());
    }

    private static float[][] split(double[] numbers, int width) {
        float[][] rows = new float[numbers.length / width][width];
        for (int i = 0; i < numbers.length; i++) {
            rows[i / width][i % width] = (float) numbers[i];
        }
        return rows;
    }
}
