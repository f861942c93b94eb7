package unroll.engine.optim;

import java.util.List;
import unroll.engine.backend.Buffer;
import unroll.engine.objective.Objective;

/** An optimiser that evaluates losses and curvature around theta before it steps: its updates are long, report readings and can be stopped half-way. */
abstract class LandscapeMethod implements Optimiser {
    private final Landscape landscape;
    private final List<Gauge> gauges;
    private final double[] g;
    private final Step report = new Step();

    /**
     * @param name of the method, as in a sentence
     * @param curvatureSequences of the batch from which the curvature is taken, at least
     */
    LandscapeMethod(String name, Objective objective, int curvatureSequences, List<Gauge> gauges) {
        landscape = new Landscape(name, objective, curvatureSequences);
        this.gauges = gauges;
        g = new double[objective.dimension()];
    }

    /** Losses, gradients and curvature around theta. */
    final Landscape landscape() {
        return landscape;
    }

    /** The gradient at theta, {@code [n]}. */
    final double[] gradient() {
        return g;
    }

    /** Its report on the update. */
    final Step report() {
        return report;
    }

    @Override
    public final Step step(Buffer theta, long update) {
        return step(theta, update, Watcher.NONE);
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
        } catch (Landscape.StoppedException e) {
            report.set(0, 0, 0, 0, false);
            report.stop();
        }
        return report;
    }

    /**
     * Makes the update where loss and gradient are numbers. Nothing that outlives the update is written before its last
     * evaluation of the landscape, for each may stop it.
     *
     * @param f the loss of the batch at {@code theta}
     */
    abstract void attempt(double f, Buffer theta, long update);

    /** Reports how far it went, as a share of the step that it found, and the readings. */
    final void finish(double alpha, List<Reading> readings) {
        report.set(report.loss(), report.gradientNorm(), alpha, 0, false);
        report.count(landscape.evaluations());
        report.read(readings);
    }

    @Override
    public final List<Gauge> gauges() {
        return gauges;
    }
}
