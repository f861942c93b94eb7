package unroll.engine.run;

import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.likelihood.TestScores;
import unroll.engine.model.Parameters;
import unroll.engine.objective.Workers;
import unroll.engine.problem.Problem;
import unroll.engine.random.Purpose;
import unroll.engine.rollout.Rollout;
import unroll.engine.sequence.Batch;
import unroll.engine.sequence.Metric;
import unroll.engine.sequence.Split;
import unroll.engine.task.Task;

/** Scores parameters on the test sequences, which are drawn once. */
final class Evaluator {
    private final Backend backend;
    private final Task task;
    private final TestScores scores;
    private final Workers workers;
    private final Batch test;
    private final Seat[] seats;
    private final int chunk;
    private final double[] predictions;

    /** @param wanted test sequences; as many as the task has, if it has fewer */
    Evaluator(Backend backend, Problem problem, int wanted, long seed, Workers workers) {
        this.backend = backend;
        task = problem.task();
        this.workers = workers;
        int sequences = task.testSequences(wanted);
        test = task.draw(Split.TEST, seed, Purpose.TEST_DATA, 0, sequences);
        scores = new TestScores(problem, test, seed);
        predictions = new double[test.target().length];
        chunk = Math.min(backend.shard(), sequences);
        seats = new Seat[Math.min(workers.count(), Math.ceilDiv(sequences, chunk))];
        for (int i = 0; i < seats.length; i++) {
            seats[i] = new Seat(problem, chunk);
        }
    }

    /** The test sequences. */
    Batch test() {
        return test;
    }

    /** The score of each metric at {@code theta}. */
    double[] scores(Buffer theta) {
        workers.run(seats.length, i -> seats[i].predict(theta, i));
        return scores.of(predictions, seats[0].rollout, workers);
    }

    /** The score of predictions that are not the model's own. */
    double score(Metric metric, double[] others) {
        return scores.of(metric, others);
    }

    /** A network over a chunk of sequences, for every n-th chunk of as many as there are seats. */
    private final class Seat {
        private final Parameters parameters;
        private final Rollout rollout;
        private final Buffer units;
        private final Batch part;
        private final double[] read;

        Seat(Problem problem, int count) {
            parameters = Parameters.of(problem.layout(), backend);
            rollout = problem.rollout(backend, parameters, problem.shape(count));
            units = backend.allocate(task.steps() * count, task.outputs());
            part = task.batch(count);
            read = new double[units.size()];
        }

        void predict(Buffer theta, int seat) {
            backend.copy(theta, parameters.value());
            for (int first = seat * chunk; first < test.sequences(); first += seats.length * chunk) {
                predict(first, Math.min(chunk, test.sequences() - first));
            }
        }

        /** Predicts sequences {@code first} to {@code first + count - 1}; what is left of the room keeps its input. */
        private void predict(int first, int count) {
            for (int t = 0; t < task.steps(); t++) {
                System.arraycopy(
                        test.input(), test.inputAt(t, first), part.input(), part.inputAt(t, 0), count * part.inputs());
            }
            rollout.load(part.input(), part.target(), part.weight());
            rollout.graph().forward();
            rollout.predictions(units);
            backend.read(units, read, 0);
            scores.take(rollout, read, first, count);
            for (int t = 0; t < task.steps(); t++) {
                System.arraycopy(
                        read, part.targetAt(t, 0), predictions, test.targetAt(t, first), count * task.outputs());
            }
        }
    }
}
