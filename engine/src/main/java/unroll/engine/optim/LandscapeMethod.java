package unroll.engine.optim;

import java.util.List;
import unroll.engine.backend.Buffer;
import unroll.engine.objective.Objective;

/** An optimiser that looks around before it goes: its updates are long, tell of their inside and can be given up half-way. */
abstract class LandscapeMethod implements Optimiser {
    private final Landscape landscape;
    private final List<Gauge> gauges;
    private final double[] g;
    private final Step report = new Step();

    /**
     * @param name of the method, at the beginning of a sentence
     * @param curvatureSequences of the batch from which the curvature is taken, at least
     */
    LandscapeMethod(String name, Objective objective, int curvatureSequences, List<Gauge> gauges) {
        landscape = new Landscape(name, objective, curvatureSequences);
        this.gauges = gauges;
        g = new double[objective.dimension()];
    }

    /** What it may ask. */
    final Landscape landscape() {
        return landscape;
    }

    /** The gradient at theta, {@code [n]}. */
    final double[] gradient() {
        return g;
    }

    /** What it tells of the update. */
    final Step report() {
        return report;
    }

    @Override
    public final Step step(Buffer theta, long update) {
        return step(theta, update, Watcher.NOBODY);
    }

    @Override
    public final Step step(Buffer theta, long update, Watcher watcher) {
        try {
            landscape.enter(theta, update, watcher);
            double f = landscape.gradient(g);
            report.set(f, Vectors.norm(g), 0, 0, false);
            if (report.finite()) {
                attempt(f, theta, update);
            }
        } catch (Landscape.GivenUp e) {
            report.set(0, 0, 0, 0, false);
            report.stop();
        }
        return report;
    }

    /**
     * Makes the update where loss and gradient are numbers. Nothing that outlives it is written before its last question to the
     * landscape, for each may end it.
     *
     * @param f the loss of the batch at {@code theta}
     */
    abstract void attempt(double f, Buffer theta, long update);

    /** Tells how far it went, in shares of the way that it found, and of its inside. */
    final void tell(double alpha, List<Reading> readings) {
        report.set(report.loss(), report.gradientNorm(), alpha, 0, false);
        report.count(landscape.evaluations());
        report.tell(readings);
    }

    @Override
    public final List<Gauge> gauges() {
        return gauges;
    }
}
