package unroll.engine.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.engine.backend.Activation;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.backend.CpuBackend;
import unroll.engine.backend.Precision;
import unroll.engine.baseline.Baseline;
import unroll.engine.gradient.ThroughTime;
import unroll.engine.init.Sparse;
import unroll.engine.loss.Loss;
import unroll.engine.model.Gru;
import unroll.engine.model.Model;
import unroll.engine.model.ModelSettings;
import unroll.engine.model.MultiplicativeRnn;
import unroll.engine.model.StandardLstm;
import unroll.engine.model.StandardRnn;
import unroll.engine.optim.Nesterov;
import unroll.engine.optim.Optimiser;
import unroll.engine.problem.Problem;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;
import unroll.engine.sequence.Batch;
import unroll.engine.sequence.Metric;
import unroll.engine.sequence.Split;
import unroll.engine.setting.FilePath;
import unroll.engine.setting.Schedule;
import unroll.engine.task.Appearance;
import unroll.engine.task.Task;
import unroll.engine.task.Text;

class SymbolsTest {
    private static final int BATCH = 30;
    private static final int UPDATES = 6;

    /** The same sums of some thousand terms in another order, six updates one after the other. */
    private static final double ROUNDING = 1e-11;

    static List<ModelSettings> models() {
        return List.of(
                new StandardRnn(9, Activation.TANH),
                new StandardLstm(7),
                new Gru(6),
                new MultiplicativeRnn(8, 5, Activation.TANH));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void trainingOnSymbolsIsTrainingOnRowsWithASingleOne(ModelSettings model) {
        Task text = new Text(new FilePath(Path.of("../sample-data/text/tales.txt")), 12, 3, 20, true, "").open();
        double[] symbols = losses(text, model);
        double[] rows = losses(new OneHotTask(text, 0), model);
        double[] wrong = losses(new OneHotTask(text, 1), model);
        assertThat(symbols[UPDATES]).as("it learns").isLessThan(symbols[0]);
        for (int i = 0; i <= UPDATES; i++) {
            assertThat(symbols[i]).as("update %d", i).isCloseTo(rows[i], within(ROUNDING * rows[i]));
        }
        assertThat(symbols[1]).as("planted: the next column").isNotCloseTo(wrong[1], within(1e-6 * wrong[1]));
    }

    /** The loss before each update, and at last that of the first batch once more. */
    private static double[] losses(Task task, ModelSettings settings) {
        Backend backend = CpuBackend.of(Precision.DOUBLE);
        Model model = settings.model(task.inputs(), task.outputs());
        double[] losses = new double[UPDATES + 1];
        try (Workers workers = new Workers(2)) {
            ShardedObjective objective = new ShardedObjective(
                    backend, new Problem(task, model), new ThroughTime(), Regularisation.NONE, BATCH, 1, workers);
            Buffer theta = backend.allocate(1, objective.dimension());
            double[] first = new Sparse(5, 1, 0).draw(model.layout(), new Philox(1, Purpose.INITIALISATION));
            backend.write(first, 0, theta);
            Optimiser optimiser = new Nesterov(Schedule.constant(0.003), Schedule.constant(0.8), Schedule.constant(0))
                    .optimiser(objective);
            for (int i = 0; i < UPDATES; i++) {
                losses[i] = optimiser.step(theta, i).loss();
            }
            objective.draw(0);
            losses[UPDATES] = objective.whole().loss().require("This test").at(theta);
        }
        return losses;
    }

    /** A task of symbols whose inputs are rows with a 1 in the column of the code, or so many columns beside it. */
    private record OneHotTask(Task task, int beside) implements Task {
        @Override
        public void draw(Split split, Philox random, Batch batch, int b) {
            Batch codes = task.batch(1);
            task.draw(split, random, codes, 0);
            for (int t = 0; t < steps(); t++) {
                int code = ((int) codes.input()[codes.inputAt(t, 0)] + beside) % inputs();
                batch.input()[batch.inputAt(t, b) + code] = 1;
                System.arraycopy(codes.target(), codes.targetAt(t, 0), batch.target(), batch.targetAt(t, b), outputs());
                batch.weight()[batch.weightAt(t, b)] = codes.weight()[codes.weightAt(t, 0)];
            }
        }

        @Override
        public int inputs() {
            return task.inputs();
        }

        @Override
        public int outputs() {
            return task.outputs();
        }

        @Override
        public int steps() {
            return task.steps();
        }

        @Override
        public Loss loss() {
            return task.loss();
        }

        @Override
        public List<Metric> metrics() {
            return task.metrics();
        }

        @Override
        public double floor(Batch batch) {
            return task.floor(batch);
        }

        @Override
        public List<Baseline> baselines() {
            return task.baselines();
        }

        @Override
        public Appearance appearance() {
            return task.appearance();
        }
    }
}
