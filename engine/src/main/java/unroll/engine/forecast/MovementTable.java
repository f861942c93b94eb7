package unroll.engine.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.baseline.Baseline;
import unroll.engine.control.ControlLoop;
import unroll.engine.experiment.Experiment;
import unroll.engine.model.Parameters;
import unroll.engine.problem.Problem;
import unroll.engine.random.Purpose;
import unroll.engine.record.Checkpoint;
import unroll.engine.record.RunException;
import unroll.engine.record.RunFolder;
import unroll.engine.rollout.Rollout;
import unroll.engine.sequence.Batch;
import unroll.engine.sequence.Split;
import unroll.engine.setting.Decimal;
import unroll.engine.setting.SettingsException;
import unroll.engine.task.Task;

/** The movements that a trained network makes of test sequences, and what plans make of them. */
public final class MovementTable {
    private final ControlLoop loop;
    private final Batch batch;
    private final List<Moves> all = new ArrayList<>();
    private final PushAnswers answers;

    /** Movements of one who moves: rows {@code [T][B][n + m]}. */
    private record Moves(String who, double[] rows) {}

    /**
     * The movements of a run's network as it was saved last.
     *
     * @param count movements; as many as there are, if there are fewer
     * @throws RunException where the run has no weights yet
     * @throws SettingsException where its network controls nothing
     */
    public MovementTable(RunFolder run, int count) {
        Experiment experiment = run.experiment();
        Checkpoint checkpoint = run.checkpoint()
                .orElseThrow(() -> new RunException(run.path(), "has no weights yet; train it first", null));
        Task task = experiment.task().open();
        loop = task.loop()
                .orElseThrow(() -> new SettingsException(
                        "task", "the network of this run predicts and moves nothing; choose a run of an arm's task"));
        Problem problem = Problem.of(task, experiment.model());
        Backend backend = experiment.backend().open();
        batch = task.draw(Split.TEST, experiment.seeds().data(), Purpose.TEST_DATA, 0, task.testSequences(count));
        Parameters parameters = Parameters.of(problem.layout(), backend);
        backend.write(checkpoint.flat(problem.layout()), 0, parameters.value());
        Rollout rollout = problem.rollout(backend, parameters, problem.shape(batch.sequences()));
        Buffer rows = backend.allocate(task.steps() * batch.sequences(), task.outputs());
        double[] moved = rows(rollout, batch.input(), rows);
        answers = PushAnswers.of(loop.given(), batch, moved, rows(rollout, undisturbed(), rows));
        all.add(new Moves("network", moved));
        for (Baseline baseline : task.baselines()) {
            all.add(new Moves(baseline.name(), baseline.predict(batch)));
        }
    }

    private double[] rows(Rollout rollout, double[] input, Buffer rows) {
        rollout.load(input, batch.target(), batch.weight());
        rollout.value(1);
        rollout.predictions(rows);
        return rollout.backend().read(rows);
    }

    /** What is given where nothing pushes. */
    private double[] undisturbed() {
        double[] input = batch.input().clone();
        for (int at = 0; at < input.length; at += batch.inputs()) {
            Arrays.fill(
                    input, at + loop.given().disturbance(), at + loop.given().noise(), 0);
        }
        return input;
    }

    /** A row for each step of each movement of each who moves: time in seconds, where the tip is in metres, state and commands. */
    public String csv() {
        StringBuilder text = new StringBuilder();
        text.append(Stream.concat(Stream.of("who", "movement", "time", "tip x", "tip y"), loop.plant().names().stream())
                        .collect(Collectors.joining(",")))
                .append('\n');
        for (Moves moves : all) {
            for (int b = 0; b < batch.sequences(); b++) {
                for (int t = 0; t < batch.steps(); t++) {
                    append(text, moves, b, t);
                }
            }
        }
        return text.toString();
    }

    private void append(StringBuilder text, Moves moves, int b, int t) {
        int at = batch.targetAt(t, b);
        double[] tip = loop.plant().tip(moves.rows, at);
        text.append(moves.who.contains(",") ? '"' + moves.who + '"' : moves.who)
                .append(',')
                .append(b)
                .append(',')
                .append(Decimal.text((t + 1) * loop.dt()))
                .append(',')
                .append(Decimal.text(tip[0]))
                .append(',')
                .append(Decimal.text(tip[1]));
        for (int j = at; j < at + loop.width(); j++) {
            text.append(',').append(Decimal.text(moves.rows[j]));
        }
        text.append('\n');
    }

    private double[] costs(Moves moves) {
        double[] costs = new double[batch.sequences()];
        for (int t = 0; t < batch.steps(); t++) {
            for (int b = 0; b < costs.length; b++) {
                costs[b] += loop.cost().of(t, moves.rows, batch.target(), batch.targetAt(t, b));
            }
        }
        return costs;
    }

    private double[] distances(Moves moves) {
        double[] distances = new double[batch.sequences()];
        for (int b = 0; b < distances.length; b++) {
            int at = batch.targetAt(batch.steps() - 1, b);
            distances[b] = 1000 * loop.missed(moves.rows, batch.target(), at);
        }
        return distances;
    }

    /** How soon the network answers what pushes. */
    public PushAnswers answers() {
        return answers;
    }

    /** What each costs and how far from the goal it ends, on average and at worst, a line for each, and how pushes are answered. */
    public List<String> summary() {
        List<String> lines = new ArrayList<>();
        double[] best = costs(all.get(1));
        for (Moves moves : all) {
            double[] costs = costs(moves);
            double worst = 0;
            for (int b = 0; b < costs.length; b++) {
                worst = Math.max(worst, costs[b] / best[b]);
            }
            double[] away = distances(moves);
            lines.add(String.format(
                    Locale.ROOT,
                    "%s: loss %.4g, %.5g of iLQR's, of the worst movement %.5g; ends %.3g mm away, at most %.3g",
                    moves.who,
                    mean(costs),
                    mean(costs) / mean(best),
                    worst,
                    mean(away),
                    Arrays.stream(away).max().orElse(0)));
        }
        lines.addAll(answers.words());
        return lines;
    }

    private static double mean(double[] numbers) {
        return Arrays.stream(numbers).average().orElse(Double.NaN);
    }
}
