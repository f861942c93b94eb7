package unroll.engine.run;

import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.model.Model;
import unroll.engine.model.Parameters;
import unroll.engine.model.Unrolled;
import unroll.engine.objective.Workers;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;
import unroll.engine.task.Batch;
import unroll.engine.task.Metric;
import unroll.engine.task.Split;
import unroll.engine.task.Task;

/** Scores parameters on the test sequences, which are drawn once. */
final class Evaluator {
    /** Test sequences that are unrolled at a time. */
    private static final int CHUNK = 25;

    private final Backend backend;
    private final Task task;
    private final Workers workers;
    private final Batch test;
    private final Chunk[] chunks;
    private final double[] predictions;

    Evaluator(Backend backend, Task task, Model model, int sequences, long seed, Workers workers) {
        this.backend = backend;
        this.task = task;
        this.workers = workers;
        test = draw(task, Split.TEST, Purpose.TEST_DATA, sequences, 0, seed);
        predictions = new double[test.target().length];
        chunks = new Chunk[Math.ceilDiv(sequences, CHUNK)];
        for (int i = 0; i < chunks.length; i++) {
            int from = i * CHUNK;
            chunks[i] = new Chunk(model, from, Math.min(CHUNK, sequences - from), seed);
        }
    }

    /** Sequences {@code first} to {@code first + count - 1} of a stream. */
    static Batch draw(Task task, Split split, Purpose purpose, int count, long first, long seed) {
        Batch batch = Batch.of(task, count);
        Philox random = new Philox(seed, purpose);
        for (int b = 0; b < count; b++) {
            task.draw(split, random.restart(seed, purpose, first + b), batch, b);
        }
        return batch;
    }

    /** The test sequences. */
    Batch test() {
        return test;
    }

    /** The score of each metric at {@code theta}. */
    double[] scores(Buffer theta) {
        workers.run(chunks.length, i -> chunks[i].predict(theta));
        return task.metrics().stream()
                .mapToDouble(metric -> metric.score().of(test, predictions))
                .toArray();
    }

    /** The score of predictions that are not the model's own. */
    double score(Metric metric, double[] others) {
        return metric.score().of(test, others);
    }

    private final class Chunk {
        private final int first;
        private final int count;
        private final Parameters parameters;
        private final Unrolled unrolled;
        private final Buffer units;
        private final double[] read;

        Chunk(Model model, int first, int count, long seed) {
            this.first = first;
            this.count = count;
            parameters = Parameters.of(model.layout(), backend);
            unrolled = new Unrolled(
                    backend,
                    model,
                    task.loss(),
                    task.alignment(),
                    parameters,
                    new Unrolled.Shape(task.steps(), count, task.inputs(), task.symbols()));
            Batch part = draw(task, Split.TEST, Purpose.TEST_DATA, count, first, seed);
            unrolled.load(part.input(), part.target(), part.weight());
            units = backend.allocate(task.steps() * count, task.outputs());
            read = new double[units.size()];
        }

        void predict(Buffer theta) {
            backend.copy(theta, parameters.value());
            unrolled.graph().forward();
            unrolled.predictions(units);
            backend.read(units, read, 0);
            int width = count * task.outputs();
            for (int t = 0; t < task.steps(); t++) {
                System.arraycopy(read, t * width, predictions, test.targetAt(t, first), width);
            }
        }
    }
}
