package unroll.engine.task;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import unroll.engine.baseline.Baseline;
import unroll.engine.baseline.Constant;
import unroll.engine.baseline.CopyLast;
import unroll.engine.baseline.LinearAutoregression;
import unroll.engine.loss.CrossEntropy;
import unroll.engine.loss.Loss;
import unroll.engine.random.Philox;
import unroll.engine.sequence.Batch;
import unroll.engine.sequence.Metric;
import unroll.engine.sequence.Split;

/**
 * Predicts the next frame: the input of step t is frame t, its target frame t + 1. Where there is noise the input has it and the target has
 * not, which is frame t where it is to be taken away.
 */
final class BouncingBallsTask implements Task {
    /** The normal equations of more pixels than this, of all frames together, would take longer than the training. */
    private static final int PIXELS_FOR_REGRESSION = 2 * 32 * 32;

    /** Frames from which noise is taken away linearly. */
    private static final int TAPS = 5;

    /** Keeps the constant pixels of the corners solvable; the errors are the same from 0.1 to 10. */
    private static final double RIDGE = 1;

    private final BouncingBalls settings;
    private final Box box;
    private final BallPainter painter;
    private final Flicker flicker;

    BouncingBallsTask(BouncingBalls settings) {
        this.settings = settings;
        box = new Box(settings.balls(), settings.radius());
        painter = new BallPainter(settings.resolution(), settings.radius());
        flicker = new Flicker(settings.resolution());
    }

    @Override
    public int inputs() {
        return settings.resolution() * settings.resolution();
    }

    @Override
    public int outputs() {
        return inputs();
    }

    @Override
    public int steps() {
        return settings.length() - 1;
    }

    @Override
    public Loss loss() {
        return Loss.LOGISTIC;
    }

    /**
     * Paints frame after frame while the balls move. Until the video is done, the balls' positions stand in the column's
     * weights and their velocities in its last target, so that nothing is allocated.
     */
    @Override
    public void draw(Split split, Philox random, Batch batch, int b) {
        double[] x = batch.weight();
        double[] v = batch.target();
        int x0 = batch.weightAt(0, b);
        int stride = batch.sequences();
        int v0 = batch.targetAt(steps() - 1, b);
        box.start(random, x, x0, stride, v, v0);
        paint(x, x0, stride, batch.input(), batch.inputAt(0, b));
        for (int t = 0; t < steps(); t++) {
            int at = batch.targetAt(t, b);
            box.frame(x, x0, stride, v, v0);
            if (at == v0) {
                Arrays.fill(v, v0, v0 + 2 * settings.balls(), 0);
            }
            paint(x, x0, stride, batch.target(), at);
            if (at != v0) {
                System.arraycopy(batch.target(), at, batch.input(), batch.inputAt(t + 1, b), inputs());
            }
        }
        if (settings.noise() != FilmNoise.NONE) {
            disturb(random, batch, b);
        }
        for (int t = 0; t < steps(); t++) {
            batch.weight()[batch.weightAt(t, b)] = 1;
        }
    }

    /** Has small balls flicker in the inputs; their state, too, is in the column's weights. */
    private void disturb(Philox random, Batch batch, int b) {
        for (int t = 0; t < steps(); t++) {
            batch.weight()[batch.weightAt(t, b)] = 0;
        }
        for (int t = 0; t < steps(); t++) {
            int at = batch.inputAt(t, b);
            if (settings.noise() == FilmNoise.DENOISE) {
                System.arraycopy(batch.input(), at, batch.target(), batch.targetAt(t, b), inputs());
            }
            flicker.paint(random, batch.weight(), batch.weightAt(0, b), batch.sequences(), batch.input(), at);
        }
    }

    @Override
    public List<ThrownBalls.Ball> balls(Philox random) {
        double[] x = new double[2 * settings.balls()];
        double[] v = new double[x.length];
        box.start(random, x, 0, 1, v, 0);
        return IntStream.range(0, settings.balls())
                .mapToObj(i -> new ThrownBalls.Ball(x[2 * i], x[2 * i + 1], v[2 * i], v[2 * i + 1]))
                .toList();
    }

    private void paint(double[] x, int x0, int stride, double[] frame, int at) {
        for (int i = 0; i < settings.balls(); i++) {
            painter.paint(x[x0 + 2 * i * stride], x[x0 + (2 * i + 1) * stride], frame, at);
        }
    }

    /** Frames that are received with noise and given back without are no film that goes on. */
    @Override
    public boolean generative() {
        return settings.noise() != FilmNoise.DENOISE;
    }

    @Override
    public List<Metric> metrics() {
        return List.of(
                new Metric(
                        "KL per frame",
                        "nats",
                        (batch, predictions) -> CountedSteps.mean(batch, predictions, CrossEntropy::divergence)),
                new Metric(
                        "squared error per frame",
                        "",
                        (batch, predictions) -> CountedSteps.mean(batch, predictions, CountedSteps::square)));
    }

    @Override
    public double floor(Batch batch) {
        double entropy = CountedSteps.sum(batch, batch.target(), (same, target) -> CrossEntropy.entropy(target));
        return entropy / batch.sequences();
    }

    @Override
    public List<Baseline> baselines() {
        Baseline copy = settings.noise() == FilmNoise.DENOISE
                ? new CopyLast(loss(), "noisy frame", List.of(), 0)
                : new CopyLast(loss());
        Baseline constant = new Constant(loss());
        int taps = settings.noise() == FilmNoise.NONE ? 2 : TAPS;
        return taps * inputs() > PIXELS_FOR_REGRESSION
                ? List.of(copy, constant)
                : List.of(copy, new LinearAutoregression(taps, RIDGE, loss()), constant);
    }

    @Override
    public Appearance appearance() {
        return new Appearance.Picture(
                settings.resolution(),
                settings.resolution(),
                settings.noise() != FilmNoise.NONE,
                OptionalDouble.of(settings.radius()));
    }
}
