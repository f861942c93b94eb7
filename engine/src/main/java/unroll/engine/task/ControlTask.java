package unroll.engine.task;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import unroll.engine.baseline.Baseline;
import unroll.engine.control.ControlLoop;
import unroll.engine.control.GivenRow;
import unroll.engine.control.Plant;
import unroll.engine.loss.Loss;
import unroll.engine.random.Philox;
import unroll.engine.sequence.Batch;
import unroll.engine.sequence.Metric;
import unroll.engine.sequence.Split;
import unroll.engine.setting.SettingsException;

/**
 * Movements of a plant that a network controls: inputs are what is given to the loop, targets the goal at each step and no commands,
 * predictions the movement.
 */
final class ControlTask implements Task {
    private static final double MILLIMETRES = 1000;

    private final ControlLoop loop;
    private final Trials trials;
    private final GivenRow row;
    private final int steps;

    ControlTask(ControlLoop loop, Trials trials) {
        this.loop = loop;
        this.trials = trials;
        row = loop.given();
        steps = loop.cost().steps();
    }

    /**
     * The state at rest in which a plant's tip is at a place.
     *
     * @param setting what would have to be smaller
     * @throws SettingsException where it cannot reach there
     */
    static void place(Plant plant, double x, double y, double[] state, String setting) {
        if (!plant.rest(x, y, state, 0)) {
            throw new SettingsException(
                    "",
                    String.format(
                            Locale.ROOT,
                            "%s cannot reach (%.3g, %.3g) m, one of the places that it should go to; take a smaller %s",
                            plant.name(),
                            x,
                            y,
                            setting));
        }
    }

    @Override
    public Optional<ControlLoop> loop() {
        return Optional.of(loop);
    }

    @Override
    public int inputs() {
        return row.width();
    }

    @Override
    public int outputs() {
        return loop.width();
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
    public boolean generative() {
        return false;
    }

    @Override
    public int testSequences(int wanted) {
        return Math.min(wanted, trials.count());
    }

    /** A movement counts as one, whatever its length: each step has its share. */
    @Override
    public void draw(Split split, Philox random, Batch batch, int b) {
        double[] input = batch.input();
        int first = batch.inputAt(0, b);
        input[first + row.delay()] = loop.shortest();
        trials.draw(random, batch, b);
        for (int t = 0; t < steps; t++) {
            int at = batch.inputAt(t, b);
            System.arraycopy(input, first, input, at, row.disturbance());
            input[at + row.delay()] = input[first + row.delay()];
            System.arraycopy(input, first + row.goal(), batch.target(), batch.targetAt(t, b), row.n());
            batch.weight()[batch.weightAt(t, b)] = 1.0 / steps;
        }
    }

    @Override
    public List<Metric> metrics() {
        return List.of(
                new Metric("loss of a movement", "", this::mean),
                new Metric("distance at the end", "mm", this::distance));
    }

    private double mean(Batch batch, double[] predictions) {
        double sum = 0;
        for (int t = 0; t < batch.steps(); t++) {
            for (int b = 0; b < batch.sequences(); b++) {
                sum += loop.cost().of(t, predictions, batch.target(), batch.targetAt(t, b));
            }
        }
        return sum / batch.sequences();
    }

    private double distance(Batch batch, double[] predictions) {
        double sum = 0;
        for (int b = 0; b < batch.sequences(); b++) {
            int at = batch.targetAt(batch.steps() - 1, b);
            sum += loop.missed(predictions, batch.target(), at);
        }
        return MILLIMETRES * sum / batch.sequences();
    }

    @Override
    public double floor(Batch batch) {
        return 0;
    }

    /** Plans, of which the first knows what will act; the second is made only where it would not be the first one. */
    @Override
    public List<Baseline> baselines() {
        boolean surprised = loop.longest() > 0;
        return surprised
                ? List.of(new PlannedMovement(loop), new ReplannedMovement(loop))
                : List.of(new PlannedMovement(loop));
    }

    @Override
    public Appearance appearance() {
        return Appearance.Controlled.by(loop);
    }
}
