package unroll.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.backend.CpuBackend;
import unroll.engine.backend.Precision;
import unroll.engine.backend.ReferenceBackend;
import unroll.engine.model.EveryModel;
import unroll.engine.model.Model;
import unroll.engine.model.Parameters;
import unroll.engine.objective.Workers;
import unroll.engine.problem.Problem;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;
import unroll.engine.rollout.Rollout;
import unroll.engine.rollout.StepCriterion;
import unroll.engine.sequence.Batch;
import unroll.engine.sequence.Split;
import unroll.engine.task.Task;
import unroll.engine.task.TemporalOrder;
import unroll.engine.task.Xor;

class EvaluatorTest {
    private static double[] theta(Model model) {
        Philox random = new Philox(3, Purpose.SAMPLING);
        double[] theta = new double[model.layout().size()];
        for (int i = 0; i < theta.length; i++) {
            theta[i] = 0.5 * random.gaussian();
        }
        return theta;
    }

    private static double[] scores(Task task, Model model, int sequences, int threads) {
        Backend backend = CpuBackend.of(Precision.DOUBLE);
        Buffer theta = backend.allocate(1, model.layout().size());
        backend.write(theta(model), 0, theta);
        try (Workers workers = new Workers(threads)) {
            Evaluator evaluator = new Evaluator(backend, new Problem(task, model), sequences, 7, workers);
            double[] once = evaluator.scores(theta);
            assertThat(evaluator.scores(theta)).as("asked again").containsExactly(once);
            return once;
        }
    }

    /** All sequences in one graph of the reference backend. */
    private static double[] expected(Task task, Model model, int sequences) {
        Backend backend = new ReferenceBackend();
        Batch batch = task.draw(Split.TEST, 7, Purpose.TEST_DATA, 0, sequences);
        Parameters parameters = Parameters.of(model.layout(), backend);
        backend.write(theta(model), 0, parameters.value());
        Rollout.Shape shape = new Rollout.Shape(task.steps(), sequences, task.inputs(), task.symbols());
        Rollout rollout = new Rollout(backend, model, StepCriterion.of(task.loss()), parameters, shape);
        rollout.load(batch.input(), batch.target(), batch.weight());
        rollout.graph().forward();
        Buffer units = backend.allocate(task.steps() * sequences, task.outputs());
        rollout.predictions(units);
        double[] predictions = new double[units.size()];
        backend.read(units, predictions, 0);
        return task.metrics().stream()
                .mapToDouble(metric -> metric.score().of(batch, predictions))
                .toArray();
    }

    @ParameterizedTest(name = "{0} sequences on {1} threads")
    @CsvSource({"1,1", "24,2", "25,3", "26,2", "77,1", "77,2", "77,5", "130,2"})
    void any_number_of_sequences_is_scored_as_if_it_were_unrolled_at_once(int sequences, int threads) {
        for (Task task : new Task[] {new TemporalOrder(12).open(), new Xor(12).open()}) {
            Model model = EveryModel.SMALL.getFirst().model(task.inputs(), task.outputs());
            double[] expected = expected(task, model, sequences);
            assertThat(scores(task, model, sequences, threads)).containsExactly(expected, within(1e-12));
            assertThat(Math.abs(expected(task, model, sequences + 1)[0] - expected[0]))
                    .as("negative control: a sequence more")
                    .isGreaterThan(1e-9);
        }
    }
}
